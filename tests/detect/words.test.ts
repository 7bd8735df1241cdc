import { expect, test } from "vitest";
import { mayHoldBreadcrumbs, subjectsIn } from "../../src/detect/words.ts";
import { javascript } from "../../src/languages/javascript.ts";
import { readSettings } from "../../src/settings.ts";

test.each([
  ["Sentry.addBreadcrumb({});", true],
  ["Raven.captureBreadcrumb({});", true],
  ["Sentry.init({ beforeBreadcrumb });", true],
  ["sentry::add_breadcrumb(crumb);", true],
  [".before_breadcrumb(hook)", true],
  ["import { Breadcrumbs } from './breadcrumbs.jsx';", false],
  ["", false],
])("%j may hold breadcrumbs: %s", (text, may) => {
  expect(mayHoldBreadcrumbs(text, readSettings({}))).toBe(may);
});

test.each([
  ["crumb", "crumb('a')", true],
  ["crumb", "track('a')", false],
  ["logger.crumb", "logger\n  .crumb('a')", true],
  ["logger.crumb", "logger.info('a')", false],
  ["app.logger.crumb", "const { crumb } = app.tools;", true],
  ["Trail::note", "use trail::Trail; trail.note()", true],
])("the wrapper %s may be in %j: %s", (wrapper, text, may) => {
  expect(mayHoldBreadcrumbs(text, readSettings({ "sentry-breadcrumbs": { wrappers: [wrapper] } }))).toBe(may);
});

const from = (...modules: string[]): unknown => ({ name: "log.crumb", from: modules });

test.each([
  [from("*/lib/track"), 'import { log } from "../lib/track";\nlog.crumb();', true],
  [from("@shop/log"), 'const { log } = require("@shop/log");\nlog.crumb();', true],
  [from("*/lib/*"), "log.crumb();", true],
  [from("*/lib/track"), 'import { log } from "./other";\nlog.crumb();', false],
  [from("*/lib/track", "@shop/log"), 'import { log } from "@shop/log";\nlog.crumb();', true],
  [from("*/lib/track"), 'import { log } from "../lib/track";', false],
  // What is imported under another name is written with its own first.
  [from("*/lib/track"), 'import { log as l } from "../lib/track";\nl.crumb();', true],
  [from("*/lib/track"), 'import { other } from "../lib/track";\nother.crumb();', false],
  [{ name: "default.crumb", from: "*/lib/track" }, 'import l from "../lib/track";\nl.crumb();', true],
  // What a framework hands out is written nowhere.
  [from("*/services/log"), 'import { service } from "@ember/service";\nthis.log.crumb();', true],
  [from("#imports"), "log.crumb();", true],
  [from("vue"), "this.$log.crumb();", true],
  [from("#provided"), 'inject("log").crumb();', true],
])("of the wrapper %j a script calls none without its module: %j, %s", (wrapper, text, may) => {
  const settings = readSettings({ "sentry-breadcrumbs": { wrappers: [wrapper] } });
  expect(mayHoldBreadcrumbs(text, settings, undefined, "src/cart.ts")).toBe(may);
  // A crate's functions are reached without a word of their module, and a text without a path may be Rust.
  expect(mayHoldBreadcrumbs("log.crumb()", settings, undefined, "src/cart.rs")).toBe(true);
  expect(mayHoldBreadcrumbs("log.crumb()", settings)).toBe(true);
});

const LOG = "logger.info(email);";
const USER = "setUser({ email });";
const CONSOLE = "console.log(email);";
const NOTHING_BY_ITSELF = Object.fromEntries(Object.keys(javascript.automaticDoors).map((door) => [door, false]));

test.each<[text: string, own: object, subjects: string[]]>([
  ["Sentry.addBreadcrumb({}); Sentry.setUser({});", {}, ["breadcrumbs", "events"]],
  [`import { logger } from "@sentry/node"; ${LOG}`, {}, ["logs"]],
  [`Sentry.init(); ${CONSOLE}`, {}, ["automatic", "setup"]],
  [`Sentry.init(); ${CONSOLE}`, { integrations: NOTHING_BY_ITSELF }, ["setup"]],
  ["i18next.init();", {}, []],
  ["Sentry.initialize(definition);", {}, []],
  ["Sentry.captureUserFeedback(feedback); Sentry.getUpdates();", {}, []],
  ["Sentry.captureMessage(`Sent to ${email}`);", {}, ["events"]],
  ["Sentry.metrics.count('sent');", {}, ["events"]],
  ["withScope((scope) => scope.update({ extra })); Sentry;", {}, ["events"]],
  ["Sentry.startSpan({}, (active) => active.setData('email', email));", {}, ["events"]],
  ["Sentry.setUp(); const [name, setName] = useState('');", {}, []],
  ["export const options: Sentry.Options = { initialScope };", {}, ["events"]],
  ["Sentry.addIntegration(captureConsoleIntegration());", {}, ["events"]],
  ["Sentry.addIntegration(pinoIntegration());", {}, ["logs"]],
  ["Sentry.debugLogger.info(email);", {}, []],
  ["Sentry.setUp(); lines.push(text.replace(a, b));", {}, []],
  ["Sentry.setUp(); router.push(path);", {}, ["automatic"]],
  ["Sentry.setUp(); browserHistory.replaceState({}, title, path);", {}, ["automatic"]],
  ["Sentry.setUp(); navigateTo(path);", {}, ["automatic"]],
  [CONSOLE, {}, []],
  [CONSOLE, { integrations: { console: true } }, ["automatic"]],
  [CONSOLE, { integrations: { xhr: true } }, []],
  ["fetch(url);", { integrations: { xhr: true } }, ["automatic"]],
  ["axios.get(url);", { integrations: { xhr: true, console: false } }, ["automatic"]],
  ["raven.captureBreadcrumb({});", {}, ["breadcrumbs"]],
  [`track(); ${LOG} ${USER}`, {}, []],
  [`track(); ${LOG}`, { wrappers: ["track"] }, ["breadcrumbs"]],
  [`import { logger } from "./lib/sdk"; ${LOG} ${USER}`, { modules: ["*/lib/sdk"] }, ["logs", "events"]],
  [`import { logger } from "./lib/other"; ${LOG} ${USER}`, { modules: ["*/lib/sdk"] }, []],
])("%j with %j may hold %j", (text, own, subjects) => {
  expect([...subjectsIn(text, "/src/cart.ts", readSettings({ "sentry-breadcrumbs": own }))]).toEqual(subjects);
});

test.each([
  ["src/a.js", true, true],
  ["src/a.js", false, false],
  ["scripts/seed.js", true, false],
  ["src/a.rs", true, false],
])("loggers that an SDK listens to, by the path and the setting: %s %j", (path, pino, expected) => {
  const settings = readSettings({ "sentry-breadcrumbs": { integrations: { pino } } });
  expect(subjectsIn("logger.info(user.email)", path, settings).has("logs")).toBe(expected);
});
