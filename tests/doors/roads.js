// The ways by which an address reaches Sentry, by what a program calls. The README's table of them follows from what
// the rules report of each.
import { Linter } from "eslint";

/**
 * In JavaScript, a statement each: at once, or with an event that is captured behind.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const JAVASCRIPT = {
  "Sentry.addBreadcrumb": [
    "Sentry.addBreadcrumb({ message: user.email });",
    'Sentry.addBreadcrumb({ message: "a", data: { email: user.email } });',
    "Sentry.addBreadcrumb({ category: user.email });",
  ],
  "scope.addBreadcrumb": ["Sentry.getCurrentScope().addBreadcrumb({ message: user.email });"],
  "console.*": [
    ...["debug", "info", "log", "warn", "error", "trace"].map((method) => `console.${method}("a", user.email);`),
    "console.info(`a ${user.email}`);",
    "console.info({ email: user.email });",
    'console.assert(false, "a", user.email);',
  ],
  "Sentry.logger.*": [
    ...["trace", "debug", "info", "warn", "error", "fatal"].map((method) => `Sentry.logger.${method}(user.email);`),
    'Sentry.logger.info("a", { email: user.email });',
    "const { logger } = Sentry; logger.info(user.email);",
    "const { info: renamed } = Sentry.logger; renamed(user.email);",
    "Sentry.logger.info(Sentry.logger.fmt`a ${user.email}`);",
  ],
  "your own loggers": [
    "const log = (...given) => console.info(...given); log(user.email);",
    'const log = { info(text, data) { console.info("a", text, data); } }; log.info("b", { email: user.email });',
    "class Log { info(text) { console.info(`a ${text}`); } } new Log().info(user.email);",
    "const log = { info(text) { Sentry.logger.info(text); } }; log.info(user.email);",
    'const log = (text, data) => Sentry.logger.warn(text, data); log("a", { email: user.email });',
  ],
  setTag: [
    'Sentry.setTag("address", user.email);',
    'Sentry.withScope((scope) => { scope.setTag("address", user.email); Sentry.captureMessage("b"); });',
  ],
  setTags: ["Sentry.setTags({ address: user.email });"],
  setExtra: ['Sentry.setExtra("address", user.email);', 'Sentry.getIsolationScope().setExtra("address", user.email);'],
  setExtras: ["Sentry.setExtras({ address: user.email });"],
  setContext: ['Sentry.setContext("person", { address: user.email });'],
  setUser: ["Sentry.setUser({ contact: user.email });"],
  captureMessage: ["Sentry.captureMessage(user.email);", "Sentry.getClient()?.captureMessage(user.email);"],
  captureException: [
    "Sentry.captureException(new Error(`a ${user.email}`));",
    'Sentry.captureException(new Error("a"), { extra: { address: user.email } });',
    'Sentry.captureException(new Error("a"), { tags: { address: user.email } });',
  ],
  captureEvent: ["Sentry.captureEvent({ message: user.email });"],
  "Sentry.startSpan": [
    'Sentry.startSpan({ name: "a", attributes: { address: user.email } }, () => undefined);',
    'Sentry.startSpan({ name: "a" }, (span) => { span.setAttribute("address", user.email); });',
    'Sentry.startSpan({ name: "a" }, () => { Sentry.getActiveSpan()?.setAttributes({ address: user.email }); });',
  ],
  "Sentry.startInactiveSpan": [
    'const inactive = Sentry.startInactiveSpan({ name: "a", attributes: { address: user.email } }); inactive.end();',
  ],
  fetch: ["await (await fetch(`${host}/?email=${user.email}`)).text();"],
  "Sentry.setAttributes": ['Sentry.setAttributes({ address: user.email }); Sentry.logger.info("a");'],
  "Sentry.updateSpanName": ['Sentry.startSpan({ name: "a" }, (span) => { Sentry.updateSpanName(span, user.email); });'],
  "scope.setFingerprint": [
    'Sentry.withScope((scope) => { scope.setFingerprint(["a", user.email]); Sentry.captureMessage("b"); });',
  ],
  "scope.setTransactionName": [
    'Sentry.withScope((scope) => { scope.setTransactionName(user.email); Sentry.captureMessage("b"); });',
  ],
  "scope.update": [
    'Sentry.withScope((scope) => { scope.update({ tags: { address: user.email } }); Sentry.captureMessage("b"); });',
  ],
  "Sentry.metrics.*": ['Sentry.metrics.count("a", 1, { attributes: { address: user.email } });'],
};

/**
 * In Rust, an item each, in a crate that has the SDK listen to `tracing`, `log` and slog.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const RUST = {
  "sentry::add_breadcrumb": [
    inFunction("sentry::add_breadcrumb(Breadcrumb { message: Some(user.email.clone()), ..Default::default() });"),
  ],
  "tracing::info!": [
    inFunction('tracing::info!("a {}", user.email);'),
    inFunction('let email = &user.email; tracing::info!("a {email}");'),
    inFunction('tracing::info!(address = %user.email, "a");'),
  ],
  "tracing::warn!": [inFunction('tracing::warn!(address = ?user.email, "a");')],
  "tracing::error!": [inFunction('tracing::error!("a {}", user.email);')],
  "tracing::event!": [inFunction('tracing::event!(tracing::Level::INFO, address = %user.email, "a");')],
  "tracing::info_span!": [inFunction('let _span = tracing::info_span!("a", address = %user.email);')],
  "Span::record": [inFunction('tracing::Span::current().record("address", user.email.as_str());')],
  "#[instrument]": [
    "#[tracing::instrument] fn parameter(email: &str) {}",
    "#[tracing::instrument(skip_all, fields(address = %user.email))] fn field(user: &User) {}",
    "#[tracing::instrument(skip_all, ret)] fn returned(user: &User) -> &str { &user.email }",
  ],
  "log::info!": [
    inFunction('log::info!("a {}", user.email);'),
    inFunction('log::info!(address = user.email.as_str(); "a");'),
  ],
  "log::warn!": [inFunction('log::warn!("a {}", user.email);')],
  "log::error!": [inFunction('log::error!("a {}", user.email);')],
  "log::log!": [inFunction('log::log!(log::Level::Info, "a {}", user.email);')],
  "slog::info!": [
    inFunction('slog::info!(log, "a {}", user.email);'),
    inFunction('slog::info!(log, "a"; "address" => &user.email);'),
  ],
  "slog::log!": [inFunction('slog::log!(log, slog::Level::Warning, "", "a {}", user.email);')],
  "sentry::logger_*!": [
    inFunction('sentry::logger_info!("a {}", user.email.clone());'),
    inFunction('sentry::logger_warn!(address = user.email.clone(), "a");'),
  ],
  capture_message: [inFunction("sentry::capture_message(&user.email, sentry::Level::Info);")],
  set_tag: [inFunction('sentry::configure_scope(|scope| scope.set_tag("address", &user.email));')],
  set_extra: [inFunction('sentry::configure_scope(|scope| scope.set_extra("address", user.email.clone().into()));')],
};

/** @param {string} statement */
function inFunction(statement) {
  return `fn road(user: &User, log: &slog::Logger) { ${statement} }`;
}

/**
 * What the rules on personal data report of roads, by what is called.
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {"javascript" | "rust"} language
 * @returns {Readonly<Record<string, readonly (readonly string[])[]>>} for each road the names of the rules
 */
export function reportsOf(plugin, language) {
  const roads = Object.entries(language === "rust" ? RUST : JAVASCRIPT);
  return Object.fromEntries(roads.map(([name, each]) => [name, each.map((road) => rulesFor(plugin, language, road))]));
}

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {"javascript" | "rust"} language
 * @param {string} road
 * @returns {readonly string[]}
 */
function rulesFor(plugin, language, road) {
  const isRust = language === "rust";
  const names = Object.keys(plugin.rules ?? {}).filter((name) => name.startsWith("no-pii"));
  const program = isRust
    ? `use sentry::Breadcrumb;\n${road}`
    : `import * as Sentry from "@sentry/node"; export const road = async (user, host) => { ${road} };`;
  const messages = new Linter().verify(
    program,
    {
      files: ["**"],
      plugins: { "sentry-breadcrumbs": plugin },
      ...(isRust && { language: "sentry-breadcrumbs/rust" }),
      settings: { "sentry-breadcrumbs": isRust ? { integrations: { tracing: true, log: true, slog: true } } : {} },
      rules: Object.fromEntries(names.map((name) => [`sentry-breadcrumbs/${name}`, "error"])),
    },
    { filename: isRust ? "src/main.rs" : "src/program.js" },
  );
  return messages.map(({ ruleId, message }) => ruleId?.replace("sentry-breadcrumbs/", "") ?? message);
}
