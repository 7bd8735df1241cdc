import { runtimeTypeOf } from "../src/breadcrumb/index.ts";
import { defineBreadcrumbRule } from "../src/define-rule.ts";
import { flag } from "../src/options.ts";
import { argumentsOfLog, fmtFor } from "../src/sentry/log-arguments.ts";
import { isLogMethod, LOG_METHODS, meantLogMethod } from "../src/sentry/levels.ts";
import { areLogsOff, hasAnyLogger, hasLogger, LOGS_OFF, versionForLogs } from "../src/sentry/logs.ts";

const METHODS = LOG_METHODS.join(", ");

export default defineBreadcrumbRule({
  name: "valid-log",
  description: "Require Sentry logs that arrive, with all their attributes",
  why: "A missing method throws, disabled logs are dropped, and an attribute that is not a string, number or boolean may arrive empty. `strict` also requires searchable parameters.",
  type: "problem",
  recommended: "error",
  strict: { parameters: true },
  edits: "fix and suggest",
  subject: "logs",
  languages: ["javascript"],
  options: {
    parameters: flag(
      false,
      "Whether to require `logger.fmt` for messages with values, so that these become attributes.",
    ),
  },
  messages: {
    method: `\`{{callee}}\` does not exist, and calling it throws. Sentry's logger has ${METHODS}.`,
    rename: "Call `{{name}}`.",
    off: `This log is dropped. ${LOGS_OFF}`,
    version: "This project's SDK has no logger; `Sentry.logger` needs version 9.10 or later.",
    message:
      'The message is an object and arrives as "[object Object]". Pass a string, and the object\'s fields as attributes.',
    lost: "`{{value}}` arrives as `{{remains}}`. Pass a string, number or boolean.",
    parameters:
      "Sentry cannot search for the values in this message. Write it with `{{fmt}}`, which sends them as attributes, too.",
  },
  checkFile({ file, options, sdkVersion, report }) {
    const logs = file.sendings.filter(({ door }) => door === "logger");
    if (logs.length === 0) return;
    const version = versionForLogs(sdkVersion());
    const isOff = hasLogger(version) && areLogsOff(file.setups, version);
    for (const log of logs) {
      const { callee } = log;
      const { message, attributes } = argumentsOfLog(log);
      if (!hasAnyLogger(version)) {
        report({ at: callee, messageId: "version" });
        continue;
      }
      // Every object has these, `toString` for one.
      if (callee.name in Object.prototype) continue;
      if (!isLogMethod(callee.name)) {
        const name = meantLogMethod(callee.name);
        const edits =
          name && callee.source.endsWith(callee.name) ? [{ range: callee.nameRange, text: name }] : undefined;
        const suggest = [{ messageId: "rename" as const, data: { name: name ?? "" }, edits }];
        report({ at: callee, messageId: "method", data: { callee: callee.source }, suggest });
        continue;
      }
      if (isOff) report({ at: callee, messageId: "off" });
      if (message !== undefined && runtimeTypeOf(message) === "record") report({ at: message, messageId: "message" });
      const fmt = options.parameters && message && fmtFor(log, message);
      if (message && fmt) {
        const fix = [{ range: [message.range[0], message.range[0]] as const, text: fmt }];
        report({ at: message, messageId: "parameters", data: { fmt }, fix });
      }
      for (const { value, remains } of attributes) {
        if (remains !== undefined) report({ at: value, messageId: "lost", data: { value: value.source, remains } });
      }
    }
  },
});
