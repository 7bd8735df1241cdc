import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

describe("what the report says of logs", () => {
  const note = (code: string, sdkVersion?: string | number) => {
    const messages = new Linter().verify(`import * as Sentry from "@sentry/node";\n${code}`, {
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/prefer-logs": ["error", { max: 0 }] },
      ...(sdkVersion !== undefined && { settings: { "sentry-breadcrumbs": { sdkVersion } } }),
    });
    return /by its trace\.(?: (.*))?$/.exec(messages[0]?.message ?? "")?.[1];
  };
  const crumb = 'Sentry.addBreadcrumb({ message: "a" });';

  it.each([
    ["9.40.0", "Logs need version 9.41 of the SDK."],
    [9, "Logs need version 9.41 of the SDK."],
    ["9.41.0", undefined],
  ])("in version %s", (version, expected) => {
    expect(note(crumb, version)).toBe(expected);
  });

  const off = "`init` in this file does not enable logs; versions up to 10.70 need `enableLogs: true`.";
  it.each([
    ["Sentry.init({ dsn });", "9.41.0", off],
    ["Sentry.init({ dsn });", "10.70.0", off],
    ["Sentry.init({ dsn });", undefined, off],
    ["Sentry.init({ dsn, enableLogs: false });", "10.71.0", off],
    ["Sentry.init();", "10.70.0", off],
    ["Sentry.init({ dsn });", "10.71.0", undefined],
    ["Sentry.init({ dsn, enableLogs: true });", "9.41.0", undefined],
    ["Sentry.init({ dsn, enableLogs: isProduction });", "9.41.0", undefined],
    ["Sentry.init({ dsn, _experiments: { enableLogs: true } });", "9.41.0", undefined],
    ["Sentry.init({ dsn, ...options });", "9.41.0", undefined],
    ["Sentry.init(options);", "9.41.0", undefined],
    ["Sentry.init({ dsn, enableLogs: false });", 11, undefined],
    ["init({ dsn });", "9.41.0", undefined],
  ])("beside %s in version %s", (init, version, expected) => {
    expect(note(`${init} ${crumb}`, version)).toBe(expected);
  });

  it.each([
    ['{ category: "a" }', "A log needs a message."],
    ['{ message: "a", level: "warn" }', "A log needs a level that this file shows."],
    ['{ message: "a", category: "b", data: { category } }', "The attribute `category` would have two values."],
    ['{ message: "a", data: { err } }', "If `err` is an error, it would arrive as `{}`: send its message."],
    [
      '{ message: "a", data: { b: { c: new Error() } } }',
      "The error in `data` would arrive as `{}`: send its message.",
    ],
    [
      '{ message: "a", data: { b: { c: ok ? new Error() : "d" } } }',
      "The error in `data` would arrive as `{}`: send its message.",
    ],
    [
      '{ message: "a", data: { lastException } }',
      "If `lastException` is an error, it would arrive as `{}`: send its message.",
    ],
    ['{ message: "a", data: { errorCode, isErrorShown, exit, b: [parseErrors] } }', undefined],
    [
      '{ message: "a", data: { b: 1, ...(ok ? new Error() : rest) } }',
      "The error in `data` would arrive as `{}`: send its message.",
    ],
    ['{ message: "a", data: [1] }', undefined],
    ['{ message: "a", data: { b() {} } }', undefined],
    ['{ message: "a", ...rest }', undefined],
    ["{ message: user.email }", "The log would contain an e-mail address (`user.email`), too."],
  ])("of %s", (argument, expected) => {
    expect(note(`Sentry.addBreadcrumb(${argument});`)).toBe(expected);
  });

  it("in a suggestion, of what becomes something else", () => {
    const code =
      'import * as Sentry from "@sentry/node"; const error = new Error(); Sentry.addBreadcrumb({ message: "a", type: "b", timestamp: 1, data: { error } });';
    const [message] = new Linter().verify(code, {
      plugins: { "sentry-breadcrumbs": plugin },
      rules: { "sentry-breadcrumbs/prefer-logs": ["error", { max: 0 }] },
    });
    expect(message?.suggestions?.map(({ desc }) => desc)).toEqual([
      "Write a log instead; its `type` becomes the attribute `breadcrumb.type`, its `timestamp` becomes the attribute `breadcrumb.timestamp`, `error` becomes the error's string, without its stack.",
    ]);
  });
});
