import { expect, test } from "vitest";
import { depthGuard } from "../../src/detect/depth.ts";

test("no more look-ups are under way at once than are allowed", () => {
  const guard = depthGuard(2);
  expect(guard(() => guard(() => "inner"))).toBe("inner");
  expect(guard(() => guard(() => guard(() => "too deep") ?? "none"))).toBe("none");
});

test("look-ups that have ended count no more", () => {
  const guard = depthGuard(1);
  for (const name of ["a", "b", "c"]) expect(guard(() => name)).toBe(name);
});

test("look-ups that have failed count no more", () => {
  const guard = depthGuard(1);
  const fail = () => {
    throw new Error("failed");
  };
  expect(() => {
    guard(fail);
  }).toThrow("failed");
  expect(guard(() => "a")).toBe("a");
});
