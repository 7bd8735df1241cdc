import { expect, test } from "vitest";
import { breadcrumbFileOf } from "../../src/detect/index.ts";
import { readSettings } from "../../src/settings.ts";
import { parse } from "../support/parse.ts";

const settings = readSettings({});
const CODE = 'import * as Sentry from "@sentry/node"; Sentry.addBreadcrumb({ message: "a" });';

test("a file is read once for all rules", () => {
  const sourceCode = parse(CODE);
  expect(breadcrumbFileOf(sourceCode, settings)).toBe(breadcrumbFileOf(sourceCode, settings));
});

test("a file is read again by other settings", () => {
  const sourceCode = parse("trail('a');", "js");
  const withWrapper = readSettings({
    "sentry-breadcrumbs": { wrappers: [{ name: "trail", parameters: ["message"] }] },
  });
  expect(breadcrumbFileOf(sourceCode, settings)).toBeUndefined();
  expect(breadcrumbFileOf(sourceCode, withWrapper)?.breadcrumbs).toHaveLength(1);
  expect(breadcrumbFileOf(sourceCode, settings)).toBeUndefined();
});

test("one object that stands for another file by now is read again", () => {
  const file = parse(CODE);
  const sourceCode = Object.create(file, { text: { value: file.text, writable: true } }) as typeof file & {
    text: string;
  };
  const first = breadcrumbFileOf(sourceCode, settings);
  expect(first?.breadcrumbs).toHaveLength(1);
  sourceCode.text = "";
  expect(breadcrumbFileOf(sourceCode, settings)).toBeUndefined();
  sourceCode.text = file.text;
  expect(breadcrumbFileOf(sourceCode, settings)).not.toBe(first);
});
