// Writes src/sensitive-data/conventions.ts, the dotted attribute keys that Sentry's conventions mark for automatic
// scrubbing, from the installed @sentry/conventions. With --check it writes nothing and fails when the file is stale.
import { ATTRIBUTE_METADATA } from "@sentry/conventions/attributes";
import { writeGenerated } from "./generated.js";

// A key without a dot (`url`, `query`) is a word like any other, and no sign that a convention is followed.
const keys = Object.entries(ATTRIBUTE_METADATA)
  .filter(([key, { applyScrubbing }]) => applyScrubbing.key === "auto" && key.includes("."))
  .map(([key]) => key)
  .sort();
const text = [
  "// Written by `npm run docs` from @sentry/conventions (https://github.com/getsentry/sentry-conventions), MIT licence.",
  "",
  "/** The attribute keys that Sentry marks for automatic scrubbing; `<key>` stands for any segment. */",
  "export const SCRUBBED_ATTRIBUTES = `",
  ...keys.map((key) => `  ${key}`),
  "`;",
  "",
].join("\n");

writeGenerated("src/sensitive-data/conventions.ts", text);
