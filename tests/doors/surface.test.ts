import { expect, it } from "vitest";
import { surfaceOf } from "../../scripts/sdk-surface.js";
import { unknownIn } from "./surface.ts";

const INSTALLED = ["node_modules/@sentry/core", "node_modules/sentry-node-11/node_modules/@sentry/core"];

it.each(INSTALLED)("knows where all that takes data leads to: %s", (folder) => {
  expect(surfaceOf(folder)).toEqual(
    expect.arrayContaining(["captureMessage", "logger.info", "scope.setUser", "setTag"]),
  );
  expect(unknownIn(folder)).toEqual([]);
});
