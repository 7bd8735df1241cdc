import { describe, expect, it } from "vitest";
import { reportsIn } from "../support/reports.ts";
import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("valid-level", {
  valid: {
    "unions that a guard of the project, or a test of a destructured parameter, narrows": ts`
      import * as Sentry from "@sentry/node";
      const isKnown = (level: string): level is "info" => level === "info";
      function one(level: "info" | "warn") {
        if (!isKnown(level)) return;
        Sentry.addBreadcrumb({ message: "a", level });
      }
      function other({ level }: { level: "info" | "warn" }) {
        if (level === "warn") return;
        Sentry.addBreadcrumb({ message: "a", level });
      }
    `,
    "unions whose copy a test mends": ts`
      import * as Sentry from "@sentry/node";
      type Level = "info" | "warn" | "err";
      export function one(level: Level) {
        let l: any = level;
        if (l === "warn") l = "warning";
        else if (l === "err") l = "error";
        Sentry.addBreadcrumb({ message: "a", level: l });
      }
      export function two(options: { level: Level }) {
        let l: string = options.level;
        switch (l) {
          case "warn":
            l = "warning";
            break;
          case "err":
            l = "error";
        }
        Sentry.addBreadcrumb({ message: "a", level: l as never });
      }
    `,
    "unions that a test narrows that a constant keeps, or that ends a loop": ts`
      import * as Sentry from "@sentry/node";
      type Level = "info" | "warn";
      function one(level: Level) {
        const isWarn = level === "warn";
        Sentry.addBreadcrumb({ message: "a", level: isWarn ? "warning" : level });
        if (isWarn) return;
        Sentry.addBreadcrumb({ message: "a", level });
      }
      function two(level: Level, isLate: boolean) {
        const isWarn = level === "warn";
        const isMeant = !isWarn && isLate;
        if (isMeant) Sentry.addBreadcrumb({ message: "a", level });
      }
      function three(level: Level) {
        while (level === "warn") throw new Error("unknown");
        Sentry.addBreadcrumb({ message: "a", level });
      }
    `,
    "levels that a hook writes and Sentry knows, or writes elsewhere": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          crumb.level = isLate ? "warning" : "info";
          other.level = "warn";
          const copy = { ...defaults, level: "warn" };
          return crumb;
        },
      });
    `,
    "a level of the SDK's that is chosen at run time": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", level: Sentry.Severity[name] });
    `,
    "a wrapper that makes others of some levels": ts`
      import * as Sentry from "@sentry/node";
      class Log {
        write(level: "info" | "warn", message: string) {
          Sentry.addBreadcrumb({ message, level: level === "warn" ? "warning" : level });
        }
        warn(message: string) {
          this.write("warn", message);
        }
      }
      function note(message, level) {
        if (level === "warn") level = "warning";
        Sentry.addBreadcrumb({ message, level });
      }
      note("a", "warn");
      function tell(message, level) {
        switch (level) {
          case "warn":
            return tell(message, "warning");
          default:
            Sentry.addBreadcrumb({ message, level });
        }
      }
      tell("a", "warn");
    `,
    "a wrong member of a union that cannot reach the place": ts`
      import { addBreadcrumb, type SeverityLevel } from "@sentry/node";
      type Level = "warn" | "info";
      export function note(level: Level, other: "warn" | "verbose" | "info", options: { level: Level }): void {
        addBreadcrumb({ message: "a", level: level === "warn" ? "warning" : level });
        addBreadcrumb({ message: "a", level: level !== "warn" ? level : "warning" });
        addBreadcrumb({ message: "a", level: options.level === "warn" ? "warning" : options.level });
        addBreadcrumb({ message: "a", level: ["warn", "verbose"].includes(other) ? "info" : other });
        addBreadcrumb({ message: "a", level: other === "warn" || other === "verbose" ? "info" : other });
        let meant: SeverityLevel;
        if (level === "warn") meant = "warning";
        else meant = level;
        addBreadcrumb({ message: "a", level: meant });
        switch (other) {
          case "warn":
          case "verbose":
            break;
          default:
            addBreadcrumb({ message: "a", level: other });
        }
        if (other === "verbose") return;
        if (!(other === "info")) {
          throw new Error("a");
        }
        addBreadcrumb({ message: "a", level: other });
      }
    `,
    "a function that mends what it is given": js`
      import * as Sentry from "@sentry/node";
      function toLevel(level) {
        if (level === "warn") return "warning";
        return level;
      }
      const orLevel = (level) => LEVELS[level] ?? level;
      Sentry.addBreadcrumb({ message: "a", level: toLevel("warn") });
      Sentry.addBreadcrumb({ message: "a", level: orLevel("warn") });
    `,
    "each of the six levels": js`
      import * as Sentry from "@sentry/browser";
      for (const attempt of attempts) {
        Sentry.addBreadcrumb({ message: "a", level: "fatal" });
        Sentry.addBreadcrumb({ message: "a", level: "error" });
        Sentry.addBreadcrumb({ message: "a", level: "warning" });
        Sentry.addBreadcrumb({ message: "a", level: "log" });
        Sentry.addBreadcrumb({ message: "a", level: "info" });
        Sentry.addBreadcrumb({ message: "a", level: 'debug' });
      }
    `,
    "no level": js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a" });
      addBreadcrumb({ message: "a", level: undefined });
    `,
    "a level that the file does not tell": js`
      import { addBreadcrumb } from "@sentry/node";
      export const note = (level, levels) => {
        addBreadcrumb({ message: "a", level });
        addBreadcrumb({ message: "a", level: levels.warn });
        addBreadcrumb({ message: "a", level: levelOf("warn") });
        addBreadcrumb({ message: "a", ["level"]: levels["warn"] });
      };
    `,
    "valid branches": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", level: status >= 500 ? "error" : status >= 400 ? "warning" : "info" });
      Sentry.addBreadcrumb({ message: "a", level: given ?? "info" });
      Sentry.addBreadcrumb({ message: "a", level: given || "info" });
    `,
    "a valid constant, and a valid member of a table": js`
      import * as Sentry from "@sentry/node";
      const LEVEL = "warning";
      const LEVELS = { warn: "warning", err: "error" };
      Sentry.addBreadcrumb({ message: "a", level: LEVEL });
      Sentry.addBreadcrumb({ message: "a", level: LEVELS.warn });
    `,
    "a valid level through an assertion": ts`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", level: "warning" as const });
      Sentry.addBreadcrumb({ message: "a", level: <Sentry.SeverityLevel>"info" });
      Sentry.addBreadcrumb({ message: "a", level: "debug" satisfies Sentry.SeverityLevel });
    `,
    "a parameter of a valid type": ts`
      import { addBreadcrumb, type SeverityLevel } from "@sentry/node";
      export function note(level: SeverityLevel, other: "info" | "warning"): void {
        addBreadcrumb({ message: "a", level });
        addBreadcrumb({ message: "a", level: other });
      }
    `,
    "the level of something else": js`
      import { addBreadcrumb, captureMessage } from "@sentry/node";
      import { addBreadcrumb as other } from "./trail.js";
      other({ message: "a", level: "warn" });
      captureMessage("a", { level: "warn" });
      addBreadcrumb({ message: "a", data: { level: "warn" } });
    `,
    "a function of the same name from another vendor": js`
      import { addBreadcrumb } from "@appsignal/javascript";
      addBreadcrumb({ category: "a", action: "b", level: "warn" });
    `,
    "a shadowed name": js`
      import * as Sentry from "@sentry/node";
      export function note(Sentry) {
        Sentry.addBreadcrumb({ message: "a", level: "warn" });
      }
    `,
    "a spread that may set it right": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", ...rest });
    `,
  },
  invalid: {
    "unions that a test may not narrow": ts`
      import * as Sentry from "@sentry/node";
      type Level = "info" | "warn";
      export function zero(level: Level, isLate: boolean) {
        let l: any = level;
        if (isLate) log(l);
        else if (l === "warn") l = "warning";
        Sentry.addBreadcrumb({ message: "a", level: l });
                                                    ~ meant
      }
      export function one(level: Level, isLate: boolean) {
        const isWarn = level === "warn";
        if (isWarn && isLate) return;
        Sentry.addBreadcrumb({ message: "a", level });
                                             ~~~~~ meant
      }
      export function two(level: Level) {
        while (level === "warn") {
          if (Math.random() > 0.5) break;
          throw new Error("unknown");
        }
        Sentry.addBreadcrumb({ message: "a", level });
                                             ~~~~~ meant
      }
    `,
    "levels that a hook writes": js`
      import * as Sentry from "@sentry/node";
      Sentry.init({
        beforeBreadcrumb(crumb) {
          if (crumb.category === "http") crumb.level = isLate ? "warn" : "info";
                                                                ~~~~~~ meant
          return { ...crumb, level: "loud" };
                                    ~~~~~~ unknown
        },
      });
    `,
    "another logger's words": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warn" });
                                                  ~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: "verbose" });
                                                  ~~~~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: "trace" });
                                                  ~~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: "information" });
                                                  ~~~~~~~~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: "err" });
                                                  ~~~~~ meant
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
      Sentry.addBreadcrumb({ message: "a", level: "debug" });
      Sentry.addBreadcrumb({ message: "a", level: "debug" });
      Sentry.addBreadcrumb({ message: "a", level: "info" });
      Sentry.addBreadcrumb({ message: "a", level: "error" });
    `,
    "another case, and white space": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "ERROR" });
                                                  ~~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: "Critical" });
                                                  ~~~~~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: " info" });
                                                  ~~~~~~~ meant
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "error" });
      Sentry.addBreadcrumb({ message: "a", level: "fatal" });
      Sentry.addBreadcrumb({ message: "a", level: "info" });
    `,
    "the level that only the server still takes": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "critical" });
                                           ~~~~~~~~~~ renamed
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "fatal" });
    `,
    "the quotes of the source are kept": js`
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: 'a', level: 'warn' });
                                           ~~~~~~ meant
      addBreadcrumb({ message: 'a', 'level': ${"`warn`"} });
                                             ~~~~~~ meant
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: 'a', level: 'warning' });
      addBreadcrumb({ message: 'a', 'level': ${"`warning`"} });
    `,
    "a word that may mean one of several": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warnin" });
                                                  ~~~~~~~~ unknown +1
      === suggest use
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
    `,
    "a word that means none": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "important" });
                                                  ~~~~~~~~~~~ unknown
      Sentry.addBreadcrumb({ message: "a", level: "" });
                                                  ~~ unknown
    `,
    numbers: js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: 30 });
                                                  ~~ number +1
      Sentry.addBreadcrumb({ message: "a", level: 3 });
                                                  ~ unknown
      === suggest use
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
      Sentry.addBreadcrumb({ message: "a", level: 3 });
    `,
    "each wrong branch": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: status > 499 ? "err" : status > 399 ? "warn" : "info" });
                                                                 ~~~~~ meant
                                                                                        ~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: given ?? "warn" });
                                                           ~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: given || "warn" });
                                                           ~~~~~~ meant
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: status > 499 ? "error" : status > 399 ? "warning" : "info" });
      Sentry.addBreadcrumb({ message: "a", level: given ?? "warning" });
      Sentry.addBreadcrumb({ message: "a", level: given || "warning" });
    `,
    "a constant that is a level only is put right where it is defined": js`
      import * as Sentry from "@sentry/browser";
      const LEVEL = "warn";
      Sentry.addBreadcrumb({ message: "a", level: LEVEL });
                                                  ~~~~~ meant
      Sentry.addBreadcrumb({ message: "b", level: LEVEL });
                                                  ~~~~~ meant
      === fix
      import * as Sentry from "@sentry/browser";
      const LEVEL = "warning";
      Sentry.addBreadcrumb({ message: "a", level: LEVEL });
      Sentry.addBreadcrumb({ message: "b", level: LEVEL });
    `,
    "a constant with other uses stays": js`
      import * as Sentry from "@sentry/browser";
      const LEVEL = "warn";
      console[LEVEL]("a");
      Sentry.addBreadcrumb({ message: "a", level: LEVEL });
                                                  ~~~~~ meant +1
      === suggest use
      import * as Sentry from "@sentry/browser";
      const LEVEL = "warn";
      console[LEVEL]("a");
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
    `,
    "an exported constant stays": js`
      import * as Sentry from "@sentry/browser";
      export const LEVEL = "warn";
      Sentry.addBreadcrumb({ message: "a", level: LEVEL });
                                                  ~~~~~ meant +1
      === suggest use
      import * as Sentry from "@sentry/browser";
      export const LEVEL = "warn";
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
    `,
    "a property in shorthand": js`
      import * as Sentry from "@sentry/browser";
      const level = "warn";
      console[level]("a");
      Sentry.addBreadcrumb({ message: "a", level });
                                           ~~~~~ meant +1
      === suggest use
      import * as Sentry from "@sentry/browser";
      const level = "warn";
      console[level]("a");
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
    `,
    "a member of a table of the file": js`
      import * as Sentry from "@sentry/browser";
      const LEVELS = { slow: "warn", broken: "error" };
      Sentry.addBreadcrumb({ message: "a", level: LEVELS.slow });
                                                  ~~~~~~~~~~~ meant +1
      === suggest use
      import * as Sentry from "@sentry/browser";
      const LEVELS = { slow: "warn", broken: "error" };
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
    `,
    "a member of an enumeration of the file": ts`
      import * as Sentry from "@sentry/browser";
      enum Level { Slow = "warn", Broken = "error" }
      Sentry.addBreadcrumb({ message: "a", level: Level.Slow });
                                                  ~~~~~~~~~~ meant +1
      Sentry.addBreadcrumb({ message: "a", level: Level.Broken });
      === suggest use
      import * as Sentry from "@sentry/browser";
      enum Level { Slow = "warn", Broken = "error" }
      Sentry.addBreadcrumb({ message: "a", level: "warning" });
      Sentry.addBreadcrumb({ message: "a", level: Level.Broken });
    `,
    casts: ts`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warn" as Sentry.SeverityLevel });
                                                  ~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: "warn" as any });
                                                  ~~~~~~ meant
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", level: "warning" as Sentry.SeverityLevel });
      Sentry.addBreadcrumb({ message: "a", level: "warning" as any });
    `,
    "the removed enumeration, imported by name: the import goes": ts`
      import { addBreadcrumb, Severity } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: Severity.Warning });
                                           ~~~~~~~~~~~~~~~~ removed
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "warning" });
    `,
    "the removed enumeration, imported by itself": ts`
      import { addBreadcrumb } from "@sentry/browser";
      import { Severity } from "@sentry/types";
      addBreadcrumb({ message: "a", level: Severity.Critical });
                                           ~~~~~~~~~~~~~~~~~ removed
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "fatal" });
    `,
    "several members go at once, and the import with them": ts`
      import { addBreadcrumb, Severity } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: Severity.Warning });
                                           ~~~~~~~~~~~~~~~~ removed
      addBreadcrumb({ message: "b", level: failed ? Severity.Error : Severity.Info });
                                                    ~~~~~~~~~~~~~~ removed
                                                                     ~~~~~~~~~~~~~ removed
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "warning" });
      addBreadcrumb({ message: "b", level: failed ? "error" : "info" });
    `,
    "each import of the enumeration goes with its own members": ts`
      import { addBreadcrumb, Severity } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: Severity.Warning });
                                           ~~~~~~~~~~~~~~~~ removed
      import { Severity as Other } from "@sentry/types";
      addBreadcrumb({ message: "b", level: Other.Error });
                                           ~~~~~~~~~~~ removed
      === fix
      import { addBreadcrumb } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "warning" });
      addBreadcrumb({ message: "b", level: "error" });
    `,
    "the import of the enumeration stays while something else uses it": ts`
      import { addBreadcrumb, captureMessage, Severity } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: Severity.Warning });
                                           ~~~~~~~~~~~~~~~~ removed
      captureMessage("a", Severity.Error);
      === fix
      import { addBreadcrumb, captureMessage, Severity } from "@sentry/browser";
      addBreadcrumb({ message: "a", level: "warning" });
      captureMessage("a", Severity.Error);
    `,
    "the removed enumeration under another name, and through a constant": ts`
      import { addBreadcrumb, Severity as S } from "@sentry/browser";
      const LEVEL = S.Warning;
      addBreadcrumb({ message: "a", level: LEVEL });
                                           ~~~~~ removed +1
      addBreadcrumb({ message: "a", level: S["Error"] });
                                           ~~~~~~~~~~ removed
      === fix
      import { addBreadcrumb, Severity as S } from "@sentry/browser";
      const LEVEL = S.Warning;
      addBreadcrumb({ message: "a", level: LEVEL });
      addBreadcrumb({ message: "a", level: "error" });
      === suggest use
      import { addBreadcrumb, Severity as S } from "@sentry/browser";
      const LEVEL = S.Warning;
      addBreadcrumb({ message: "a", level: "warning" });
      addBreadcrumb({ message: "a", level: S["Error"] });
    `,
    "the removed enumeration through a namespace": js`
      const Sentry = require("@sentry/node");
      Sentry.addBreadcrumb({ message: "a", level: Sentry.Severity.Log });
                                                  ~~~~~~~~~~~~~~~~~~~ removed
      === fix
      const Sentry = require("@sentry/node");
      Sentry.addBreadcrumb({ message: "a", level: "log" });
    `,
    "the log level, where it is not allowed": js({ options: { allowLog: false } })`
      import * as Sentry from "@sentry/react-native";
      Sentry.addBreadcrumb({ message: "a", level: "log" });
                                                  ~~~~~ log +2
      === suggest use
      import * as Sentry from "@sentry/react-native";
      Sentry.addBreadcrumb({ message: "a", level: "info" });
      === suggest use
      import * as Sentry from "@sentry/react-native";
      Sentry.addBreadcrumb({ message: "a", level: "debug" });
    `,
    "every way to a breadcrumb": js`
      import { addBreadcrumb as crumb, getCurrentScope, withScope } from "@sentry/node";
      crumb({ message: "a", level: "warn" });
                                   ~~~~~~ meant
      getCurrentScope().addBreadcrumb({ message: "a", level: "warn" });
                                                             ~~~~~~ meant
      withScope((scope) => {
        scope.addBreadcrumb({ message: "a", level: "warn" });
                                                   ~~~~~~ meant
      });
      window.Sentry?.addBreadcrumb({ message: "a", level: "warn" });
                                                          ~~~~~~ meant
      === fix
      import { addBreadcrumb as crumb, getCurrentScope, withScope } from "@sentry/node";
      crumb({ message: "a", level: "warning" });
      getCurrentScope().addBreadcrumb({ message: "a", level: "warning" });
      withScope((scope) => {
        scope.addBreadcrumb({ message: "a", level: "warning" });
      });
      window.Sentry?.addBreadcrumb({ message: "a", level: "warning" });
    `,
    "a payload in a variable": js`
      import * as Sentry from "@sentry/node";
      const crumb = { message: "a", level: "warn" };
                                           ~~~~~~ meant
      Sentry.addBreadcrumb(crumb);
      === fix
      import * as Sentry from "@sentry/node";
      const crumb = { message: "a", level: "warning" };
      Sentry.addBreadcrumb(crumb);
    `,
    "a wrapper that the settings name": js({
      settings: { wrappers: [{ name: "track", from: "@/lib/track", parameters: ["message", "_", "level"] }] },
    })`
      import { track } from "@/lib/track";
      track("a", "info", "warn");
                         ~~~~~~ meant
      === suggest reachesFurther
      import { track } from "@/lib/track";
      track("a", "info", "warning");
    `,
    "a wrapper of the file": js`
      import * as Sentry from "@sentry/node";
      function note(message, level) {
        Sentry.addBreadcrumb({ message, level });
      }
      note("a", "warn");
                ~~~~~~ meant
      === fix
      import * as Sentry from "@sentry/node";
      function note(message, level) {
        Sentry.addBreadcrumb({ message, level });
      }
      note("a", "warning");
    `,
    "a wrapper that a function of the file hands out": js`
      import * as Sentry from "@sentry/node";
      const say = (level) => (message) => Sentry.addBreadcrumb({ message, level });
      const log = { warn: say("warn") };
                              ~~~~~~ meant
      log.warn("a");
      log.warn("b");
      === fix
      import * as Sentry from "@sentry/node";
      const say = (level) => (message) => Sentry.addBreadcrumb({ message, level });
      const log = { warn: say("warning") };
      log.warn("a");
      log.warn("b");
    `,
    "what a function of the file yields": js`
      import * as Sentry from "@sentry/node";
      const same = (level) => level;
      const toLevel = (level) => {
        switch (level) {
          case "w": return "warn";
          default: return "info";
        }
      };
      Sentry.addBreadcrumb({ message: "a", level: toLevel(kind) });
                                                  ~~~~~~~~~~~~~ meant
      Sentry.addBreadcrumb({ message: "a", level: same("warn") });
                                                  ~~~~~~~~~~~~ meant +1
      Sentry.addBreadcrumb(make());
      function make() {
        return { message: "a", level: "warn" };
                                      ~~~~~~ meant
      }
      === fix
      import * as Sentry from "@sentry/node";
      const same = (level) => level;
      const toLevel = (level) => {
        switch (level) {
          case "w": return "warn";
          default: return "info";
        }
      };
      Sentry.addBreadcrumb({ message: "a", level: toLevel(kind) });
      Sentry.addBreadcrumb({ message: "a", level: same("warn") });
      Sentry.addBreadcrumb(make());
      function make() {
        return { message: "a", level: "warning" };
      }
    `,
    "what is used elsewhere, too, is left to its author": js`
      import * as Sentry from "@sentry/node";
      const crumb = { message: "a", level: "warn" };
                                           ~~~~~~ meant
      Sentry.addBreadcrumb(crumb);
      send(crumb);
      === suggest reachesFurther
      import * as Sentry from "@sentry/node";
      const crumb = { message: "a", level: "warning" };
      Sentry.addBreadcrumb(crumb);
      send(crumb);
    `,
    "a variable of two values is not replaced by one": js`
      import * as Sentry from "@sentry/browser";
      const level = slow ? "warn" : "info";
      Sentry.addBreadcrumb({ message: "a", level });
                                           ~~~~~ meant
    `,
    "a wrapper whose other words decide whether it records": js`
      import * as Sentry from "@sentry/node";
      function note(kind, level) {
        switch (kind) {
          case "a":
            Sentry.addBreadcrumb({ message: kind, level });
        }
        if (kind === "b") Sentry.addBreadcrumb({ message: kind, level: level ? level : "info" });
      }
      note("a", "warn");
                ~~~~~~ meant
      === fix
      import * as Sentry from "@sentry/node";
      function note(kind, level) {
        switch (kind) {
          case "a":
            Sentry.addBreadcrumb({ message: kind, level });
        }
        if (kind === "b") Sentry.addBreadcrumb({ message: kind, level: level ? level : "info" });
      }
      note("a", "warning");
    `,
    "a wrong member that reaches the place by one of two ways": ts`
      import { addBreadcrumb } from "@sentry/node";
      export function note(level: "warn" | "info" | "error"): void {
        if (level === "error") return;
        addBreadcrumb({ message: "a", level });
                                      ~~~~~ meant
        if (level !== "warn") addBreadcrumb({ message: "a", level: "info" });
        else addBreadcrumb({ message: "a", level });
                                           ~~~~~ meant +1
        switch (level) {
          case "info":
          case "warn":
            addBreadcrumb({ message: "a", level });
                                          ~~~~~ meant
        }
      }
    `,
    "members of a declared union": ts`
      import { addBreadcrumb } from "@sentry/node";
      export function note(level: "warn" | "info" | "ERROR"): void {
        addBreadcrumb({ message: "a", level: level });
                                             ~~~~~ meant
                                             ~~~~~ meant
      }
    `,
  },
});

describe("what a test of a copy says of a level", () => {
  const COPIES = [
    "const copy = level;",
    "const copy = level as string;",
    "const first = level, copy = first!;",
    "let l = level; const copy = l;",
  ];
  const TESTS = [
    'if (copy === "warn") return;',
    'const isWarn = copy === "warn"; if (isWarn) return;',
    'const isFine = copy !== "warn"; if (!isFine) throw new Error();',
    'switch (copy) { case "warn": return; }',
    'if (["warn"].includes(copy)) return;',
    'try { if (copy === "warn") throw new Error(); } catch { return; }',
    'try { run(); if (copy === "warn") throw new Error(); } finally { stop(); }',
    'while (copy === "warn") throw new Error();',
    'if (copy === "info")',
    'copy === "warn" ||',
  ];
  const LEVELS = ["level", "copy", "copy as never", "level!"];
  const reported = (...code: readonly string[]): readonly string[] =>
    reportsIn(
      `import * as Sentry from "@sentry/node";
function note(level: "info" | "warn", other: "info" | "warn") { ${code.join(" ")} }`,
    ).map(({ source }) => source);
  const add = (level: string): string => `Sentry.addBreadcrumb({ message: "a", level: ${level} });`;

  describe.each(COPIES)("%s", (copy) => {
    it.each(TESTS)("%s", (test) => {
      for (const level of LEVELS) expect(reported(copy, test, add(level)), level).toEqual([]);
      // The same test of something else says nothing.
      const another = test.replaceAll("copy", "other");
      expect(reported(copy, another, add("level"))).toHaveLength(1);
    });
  });

  it.each([
    'let l: string = level; try { if (l === "warn") throw new Error(); } catch { l = "info"; }',
    'let l: string = level; try { run(); if (l === "warn") throw new Error(); } catch { l = "info"; } finally { stop(); }',
    'let l: string = level; try { if (l === "warn") { l = "warning"; } run(); } catch { l = "info"; }',
    'let l: string = level; const copy = l as string; if (copy === "warn") return;',
  ])("is nothing where the other way writes another one: %s", (before) => {
    expect(reported(before, add("l as never"))).toEqual([]);
  });

  it.each([
    'let l: string = level; try { if (l === "warn") throw new Error(); } catch { run(); }',
    'let l: string = level; try { run(); } catch { if (l === "warn") return; }',
    'let l: string = level; try { if (l === "warn") count++; } catch { l = "info"; }',
    'let copy = level, l = level; copy = other; if (copy === "warn") return;',
  ])("is still one that may come: %s", (before) => {
    expect(reported(before, add("l as never"))).toHaveLength(1);
  });
});
