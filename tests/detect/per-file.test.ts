import { expect, test } from "vitest";
import { perFile } from "../../src/detect/per-file.ts";

test("what is read of a file is read once, and for each file", () => {
  const names: string[] = [];
  const lengthOf = perFile(({ name }: { readonly name: string }) => {
    names.push(name);
    return { length: name.length };
  });
  const doubleOf = perFile(({ name }: { readonly name: string }) => ({ length: name.length * 2 }));
  const [one, other] = [{ name: "a" }, { name: "other" }];

  expect(lengthOf(one)).toBe(lengthOf(one));
  expect(lengthOf(other)).toEqual({ length: 5 });
  expect(doubleOf(one)).toEqual({ length: 2 });
  expect(lengthOf(one)).toEqual({ length: 1 });
  expect(names).toEqual(["a", "other"]);
});
