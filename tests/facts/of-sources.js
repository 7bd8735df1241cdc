/**
 * A fact that no program of ours can try, because it is about Sentry's server, its user interface or a crate: it is read in
 * the source, and what is read of relay is checked by a model.
 * @typedef {object} SourceFact
 * @property {string} id by which pages name it
 * @property {string} says
 * @property {readonly string[]} by the messages that say it
 * @property {readonly Source[]} sources
 * @property {(model: Model) => boolean} [isTrue] asks the model of relay
 *
 * @typedef {typeof import("../support/relay.ts")} Model
 *
 * @typedef {object} Source
 * @property {string} repository
 * @property {string} commit at which the file was read
 * @property {string} path
 * @property {string} text what the line says, or a part of it, by which it is found again
 */

/** @param {string} repository */
const filesOf =
  (repository, /** @type {string} */ prefix = "") =>
  (/** @type {string} */ commit, /** @type {string} */ path, /** @type {readonly string[]} */ ...texts) =>
    texts.map((text) => ({ repository, commit, path: `${prefix}${path}`, text }));

const relay = filesOf("getsentry/relay");
const ui = filesOf("getsentry/sentry", "static/app/components/events/");
const docs = filesOf("getsentry/sentry-docs");
const native = (/** @type {string} */ path, /** @type {readonly string[]} */ ...texts) =>
  filesOf("getsentry/sentry-react-native")("95c2f89024abd8a41b51aa73566f22b1326fa05a", path, ...texts);
const crate = (/** @type {string} */ path, /** @type {readonly string[]} */ ...texts) =>
  filesOf("getsentry/sentry-rust")("0b2133693ad0863cc56f158341a375160fac62cf", path, ...texts);

const breadcrumb = (/** @type {readonly string[]} */ ...texts) =>
  relay("2a33d945f93949d4a3cad26c535c2b43278c3a30", "relay-event-schema/src/protocol/breadcrumb.rs", ...texts);
const types = (/** @type {readonly string[]} */ ...texts) =>
  relay("12c5a463c95534bc9cd914ba344528f33c2ba3d3", "relay-event-schema/src/protocol/types.rs", ...texts);
const normalization = (/** @type {readonly string[]} */ ...texts) =>
  relay("00e8e20a98a4c5d7c369ec615c4867daf1348cc2", "relay-event-normalization/src/event.rs", ...texts);
const impls = (/** @type {readonly string[]} */ ...texts) =>
  relay("608341db1022b4d5dc2e74500ab1f4996bfe7e0c", "relay-protocol/src/impls.rs", ...texts);
const regexes = (/** @type {readonly string[]} */ ...texts) =>
  relay("0e8be5e016e1ba8ef0e9349ccaab1929f869ab58", "relay-pii/src/regexes.rs", ...texts);
const processor = (/** @type {readonly string[]} */ ...texts) =>
  relay("0672c9c403026805ae658adc6bf8be3f74578066", "relay-pii/src/processor.rs", ...texts);
const convert = (/** @type {readonly string[]} */ ...texts) =>
  relay("06e9b6cb625ccb08500a8e444bb88da795c19ffa", "relay-pii/src/convert.rs", ...texts);
const titles = (/** @type {readonly string[]} */ ...texts) =>
  ui("015fe5b5bd9ec75e52d66c5a93c910755fc01c51", "breadcrumbs/utils.tsx", ...texts);
const kinds = (/** @type {readonly string[]} */ ...texts) =>
  ui("1f78e3eb355347688e8f2df5380acfbfff1015e5", "interfaces/breadcrumbs/utils.tsx", ...texts);
const content = (/** @type {readonly string[]} */ ...texts) =>
  ui("09c01dbcc9803847dd3e152c6427efd7e28f1547", "breadcrumbs/breadcrumbItemContent.tsx", ...texts);

/** Whether the server's default rules lose a value under a key of `data`. */
const losesValue = (
  /** @type {Model} */ { lostOf },
  /** @type {string} */ key,
  /** @type {import("../support/relay.ts").Json} */ value,
) => lostOf({ message: "", data: { [key]: value } }).length > 0;
const losesMessage = (/** @type {Model} */ { lostOf }, /** @type {string} */ message) =>
  lostOf({ message, data: {} }).length > 0;
const levelOf = (/** @type {Model} */ { receivedOf }, /** @type {import("../support/relay.ts").Json} */ level) =>
  receivedOf({ level })["level"];

/** @type {readonly SourceFact[]} */
export const SOURCE_FACTS = [
  {
    id: "level-unknown",
    says: "The server compares levels exactly, drops one that it does not know, and shows the breadcrumb as `info`.",
    by: ["valid-level/meant", "valid-level/unknown"],
    sources: [
      ...types('"info" | "log" => Level::Info', '"warning" => Level::Warning'),
      ...normalization("breadcrumb.level.set_value(Some(Level::Info));"),
    ],
    isTrue: (model) =>
      ["warn", "WARNING", "verbose", ""].every((name) => levelOf(model, name) === "info") &&
      levelOf(model, "warning") === "warning",
  },
  {
    id: "level-missing",
    says: "Without a `level` the server uses `info`, and without a `type` it uses `default`.",
    by: ["require-fields/missing"],
    sources: normalization(
      "breadcrumb.level.set_value(Some(Level::Info));",
      'breadcrumb.ty.set_value(Some("default".to_string()));',
    ),
    isTrue: (model) => model.receivedOf({})["level"] === "info" && model.receivedOf({})["type"] === "default",
  },
  {
    id: "level-critical",
    says: "The server accepts `critical` as `fatal`.",
    by: ["valid-level/renamed"],
    sources: types('"fatal" | "critical" => Level::Fatal'),
    isTrue: (model) => levelOf(model, "critical") === "fatal",
  },
  {
    id: "level-number",
    says: "The server reads a number as one of Python's log levels: 10 is `debug`, 30 `warning`, 50 `fatal`.",
    by: ["valid-level/number"],
    sources: types("30 => Level::Warning"),
    isTrue: (model) =>
      levelOf(model, 10) === "debug" &&
      levelOf(model, 30) === "warning" &&
      levelOf(model, 50) === "fatal" &&
      levelOf(model, 35) === "info",
  },
  {
    id: "level-log",
    says: "The server shows the level `log` as `info`.",
    by: ["valid-level/log"],
    sources: types('"info" | "log" => Level::Info'),
    isTrue: (model) => levelOf(model, "log") === "info",
  },
  {
    id: "level-log-native",
    says: "The React Native SDK passes the level `log` on as `debug`.",
    by: ["valid-level/log"],
    sources: native("packages/core/src/js/wrapper.ts", "if (level == ('log' as SeverityLevel)) {"),
  },
  {
    id: "level-parsed",
    says: "The crate parses `debug`, `info`, `log`, `warning`, `error` and `fatal`, and fails for any other string.",
    by: ["valid-level/unparsed"],
    sources: crate(
      "sentry-types/src/protocol/v7.rs",
      '"info" | "log" => Level::Info',
      "_ => return Err(ParseLevelError)",
    ),
  },
  {
    id: "fields-texts",
    says: "The server takes only strings as `message`, `category` and `type`, and drops anything else.",
    by: ["valid-argument/field"],
    sources: [
      ...breadcrumb("pub message: Annotated<String>", "pub category: Annotated<String>", "pub ty: Annotated<String>"),
      ...impls('derive_from_value!(String, String, "a string");'),
    ],
    isTrue: (model) =>
      model.receivedOf({ message: {} })["message"] === undefined &&
      model.receivedOf({ category: 5 })["category"] === undefined,
  },
  {
    id: "fields-unknown",
    says: "The server drops the fields that it does not know. It knows `event_id`, and accepts `ty` as `type`.",
    by: ["no-unknown-fields/misspelt", "no-unknown-fields/unknown", "valid-argument/text"],
    sources: [
      ...breadcrumb('legacy_alias = "ty"', "pub event_id: Annotated<EventId>"),
      ...relay(
        "0d11e792ad7932edd1be1c30b7ee95809475bad9",
        "relay-event-normalization/src/remove_other.rs",
        "create_errors(&mut other);",
      ),
    ],
    isTrue: (model) => !("categroy" in model.receivedOf({ categroy: "x" })),
  },
  {
    id: "category-length",
    says: "The server keeps 128 characters of a category.",
    by: ["known-category/long"],
    sources: breadcrumb("#[metastructure(max_chars = 128)]"),
  },
  {
    id: "data-object",
    says: "The server takes only an object as `data`, and drops anything else.",
    by: ["valid-data/sort", "valid-argument/other"],
    sources: [
      ...breadcrumb("pub data: Annotated<Object<Value>>"),
      ...impls('meta.add_error(Error::expected("an object"));'),
    ],
    isTrue: (model) =>
      [[1], "a", 5].every((data) => model.receivedOf({ data })["data"] === undefined) &&
      model.receivedOf({ data: {} })["data"] !== undefined,
  },
  {
    id: "timestamp-seconds",
    says: "The server reads a number as seconds, and drops a time after the year 9999, as which it reads `Date.now()`.",
    by: ["valid-timestamp/milliseconds", "valid-timestamp/otherUnit"],
    sources: types("if value.year() > 9999 {", "utc_result_to_annotated(Utc.timestamp_opt(secs, nanos), ts, meta)"),
    isTrue: (model) =>
      model.receivedOf({ timestamp: Date.now() })["timestamp"] === undefined &&
      model.receivedOf({ timestamp: 5 })["timestamp"] === 5,
  },
  {
    id: "timestamp-start",
    says: "As seconds since the epoch, what `performance.now()` counts is a time in the 1970s.",
    by: ["valid-timestamp/sinceStart"],
    sources: types("utc_result_to_annotated(Utc.timestamp_opt(secs, nanos), ts, meta)"),
    isTrue: (model) =>
      new Date(Number(model.receivedOf({ timestamp: 5000.5 })["timestamp"]) * 1000).getUTCFullYear() < 1980,
  },
  {
    id: "timestamp-text",
    says: "The server reads strings in the format RFC 3339, and drops a time that it cannot read.",
    by: ["valid-timestamp/date", "valid-timestamp/text", "valid-timestamp/unreadable"],
    sources: types(
      "// See https://github.com/chronotope/chrono/pull/516 (docs PR) for what this",
      "Err(_) => value.parse(),",
    ),
    isTrue: (model) =>
      model.receivedOf({ timestamp: "1970-01-01T00:00:05.000Z" })["timestamp"] !== undefined &&
      model.receivedOf({ timestamp: "yesterday" })["timestamp"] === undefined,
  },
  {
    id: "filtered-text",
    says: "The server replaces a whole string that contains a word such as `auth` or `password`, parts of words and any case included.",
    by: ["no-filtered-text/message", "no-filtered-text/value"],
    sources: [
      ...regexes(
        "(kv, &*PASSWORD_KEY_REGEX, ReplaceBehavior::replace_value())",
        "(?i)(password|secret|passwd|api[-_]key|apikey|auth|",
      ),
      ...convert('applied_rules.push("@common:filter".to_owned());'),
    ],
    isTrue: (model) =>
      ["User authenticated", "by the author", "SECRETARY"].every((text) => losesMessage(model, text)) &&
      !losesMessage(model, "token count"),
  },
  {
    id: "filtered-key",
    says: "Under a key that contains such a word, or `token`, strings are replaced, and numbers, arrays and objects dropped.",
    by: ["no-filtered-text/text", "no-filtered-text/dropped", "no-filtered-text/lost"],
    sources: [
      ...regexes("(k, &*TOKEN_KEY_REGEX, ReplaceBehavior::replace_value())"),
      ...processor("return Err(ProcessingAction::DeleteValueHard);"),
    ],
    isTrue: (model) => ["a", 512, [1, 2, 3], { a: 1 }].every((value) => losesValue(model, "tokens", value)),
  },
  {
    id: "filtered-not",
    says: "Booleans and the strings `true`, `false`, `null` and `undefined` stay under any key.",
    by: [],
    sources: processor(
      'if let "" | "true" | "false" | "null" | "undefined" = value.as_str() {',
      "// booleans cannot be PII, and strings are handled in process_string",
    ),
    isTrue: (model) => [true, "true", "null", "undefined"].every((value) => !losesValue(model, "auth", value)),
  },
  {
    id: "filtered-pair",
    says: "An array of two items, the first a string, counts as a key and its value.",
    by: [],
    sources: processor("// If the array has length 2, we treat it as key-value pair and try to scrub it. If the"),
    isTrue: (model) => losesValue(model, "pair", ["tokens", 512]) && !losesValue(model, "pair", ["tokens", 512, 1]),
  },
  {
    id: "filtered-fields",
    says: "The server scrubs a breadcrumb's `message` and `data`, and no other field.",
    by: [],
    sources: breadcrumb(
      '#[metastructure(pii = "true", max_chars = 8192, max_chars_allowance = 200)]',
      '#[metastructure(pii = "true", max_depth = 5, max_bytes = 2048)]',
    ),
  },
  {
    id: "filtered-part",
    says: "Of text after `Bearer`, card numbers, bank accounts and US social security numbers, the server replaces only the value.",
    by: [],
    sources: regexes(
      "(v, &*BEARER_TOKEN_REGEX, ReplaceBehavior::replace_match())",
      "(v, &*CREDITCARD_REGEX, ReplaceBehavior::replace_match())",
    ),
    isTrue: (model) =>
      ["sent Bearer abc", "4111111111111111", "123-45-6789"].every((text) => !losesMessage(model, text)),
  },
  {
    id: "unmasked",
    says: "By default, the server masks no e-mail address, phone number or name in a breadcrumb, but e-mail addresses in a log's message.",
    by: ["no-pii/leak"],
    sources: convert('"$log.body",', '"@email:replace".to_owned(),'),
    isTrue: (model) => !losesMessage(model, "ada@example.org") && !losesValue(model, "email", "ada@example.org"),
  },
  {
    id: "error-message-kept",
    says: "The server does not scrub the message of an error.",
    by: ["no-pii-in-events/leak"],
    sources: convert("$logentry.formatted | $error.value | $request.headers.user-agent)"),
  },
  {
    id: "client-keeps",
    says: "SDKs do not filter what a program sets itself.",
    by: ["no-pii-in-events/leak"],
    sources: docs(
      "01d7f8a25a9e0ae9e22e16313f73b5bfe900ea44",
      "develop-docs/sdk/foundations/client/data-collection/index.mdx",
      "the SDK **MUST NOT** modify it",
    ),
  },
  {
    id: "title",
    says: "A breadcrumb's title is its category. If it has a type, dots become spaces and words are capitalised; `http` and `xhr` are in capitals.",
    by: [
      "consistent-category/spelling",
      "consistent-category/shape",
      "known-category/variant",
      "known-category/space",
      "known-category/misspelt",
    ],
    sources: titles(
      "return crumb?.category ?? BREADCRUMB_TITLE_PLACEHOLDER.toLocaleLowerCase();",
      "const titleCategory = crumb?.category.split('.').join(' ');",
    ),
  },
  {
    id: "title-missing",
    says: "The title of a breadcrumb without a category is “generic”; that of one with an empty category is empty.",
    by: ["known-category/empty", "known-category/missing", "require-fields/missing"],
    sources: titles("return crumb?.category ?? BREADCRUMB_TITLE_PLACEHOLDER.toLocaleLowerCase();"),
  },
  {
    id: "filters",
    says: "Breadcrumbs are filtered by type and by level; a category is found by a search only.",
    by: ["no-redundant-breadcrumb/category"],
    sources: titles("label: t('Types'),", "label: t('Levels'),"),
  },
  {
    id: "type-of-category",
    says: "If a breadcrumb has no type, its category decides: `ui.…`, `console`, `navigation`, `sentry.transaction` and `sentry.event`, compared exactly.",
    by: ["valid-type/contradicts"],
    sources: kinds("if (category === 'ui') {", "if (category === 'console') {", "if (category === 'navigation') {"),
  },
  {
    id: "type-unknown",
    says: "A type that Sentry does not know is shown as `default`, with the label “Generic”.",
    by: ["valid-type/misspelt", "valid-type/unknown"],
    sources: [
      ...kinds("if (!Object.values(BreadcrumbType).includes(breadcrumb.type)) {"),
      ...titles("const BREADCRUMB_TITLE_PLACEHOLDER = t('Generic');"),
    ],
  },
  {
    id: "type-navigation",
    says: "A `navigation` breadcrumb needs `from` and `to` in `data`.",
    by: ["valid-type/navigation"],
    sources: breadcrumb("///   Such a breadcrumb's `data` object has the required fields `from` and `to`, which"),
  },
  {
    id: "type-http",
    says: "Of an `http` breadcrumb, `method`, `url` and `status_code` are shown in one line, and all other data below it.",
    by: ["valid-type/key"],
    sources: content("const {method, url, status_code: statusCode, ...otherData} = breadcrumb?.data ?? {};"),
  },
  {
    id: "message-preview",
    says: "The page shows the first 200 characters of a message, and `data` as a table beside it.",
    by: ["static-message/value"],
    sources: content("const MESSAGE_PREVIEW_CHAR_LIMIT = 200;"),
  },
  {
    id: "native-defaults",
    says: "By default, the React Native SDK records the console, captured events, and requests by `XMLHttpRequest`, of which its `fetch` is made.",
    by: ["no-redundant-breadcrumb/text", "no-redundant-breadcrumb/request"],
    sources: native(
      "packages/core/src/js/integrations/breadcrumbs.ts",
      "xhr: true,",
      "console: true,",
      "sentry: true,",
      "fetch: options.fetch ?? (isWeb() || isExpoFetchEnabled()),",
    ),
  },
  {
    id: "rust-keeps-100",
    says: "The crate keeps the last 100 breadcrumbs, unless `max_breadcrumbs` says otherwise.",
    by: ["loop", "iteration"].map((id) => `no-breadcrumb-in-loop/${id}`),
    sources: [
      ...crate("sentry-core/src/clientoptions.rs", "max_breadcrumbs: 100,"),
      ...crate("sentry-core/src/hub.rs", "while breadcrumbs.len() > options.max_breadcrumbs {"),
    ],
  },
  {
    id: "rust-late",
    says: "In Rust, an event gets the breadcrumbs that the scope holds when it is captured.",
    by: ["no-late-breadcrumb/late"],
    sources: crate("sentry-core/src/scope/real.rs", "event.breadcrumbs.extend(self.breadcrumbs.iter().cloned());"),
  },
  {
    id: "rust-deadlock",
    says: "The crate holds the hub's lock for writing while it calls `before_breadcrumb` and the closure given to `add_breadcrumb`: what asks this hub waits for ever.",
    by: ["valid-before-breadcrumb/deadlock", "valid-before-breadcrumb/closure"],
    sources: [
      ...crate(
        "sentry-core/src/hub.rs",
        "Some(ref callback) => callback(breadcrumb),",
        "for breadcrumb in breadcrumb.into_breadcrumbs() {",
      ),
      ...crate(
        "sentry-core/src/hub_impl.rs",
        "let mut guard = self.stack.write().unwrap_or_else(PoisonError::into_inner);",
      ),
    ],
  },
  {
    id: "rust-tracing",
    says: "`sentry-tracing` records `warn!` and `info!` as breadcrumbs of the type `log`, and `error!` as an event; it ignores `debug!` and `trace!`.",
    by: ["no-redundant-breadcrumb/text", "no-pii-in-automatic-breadcrumbs/leak"],
    sources: [
      ...crate(
        "sentry-tracing/src/layer/mod.rs",
        "&Level::WARN | &Level::INFO => EventFilter::Breadcrumb",
        "&Level::DEBUG | &Level::TRACE => EventFilter::Ignore,",
      ),
      ...crate("sentry-tracing/src/converters.rs", 'ty: "log".into(),'),
    ],
  },
  {
    id: "rust-log",
    says: "`sentry-log` records `warn!` and `info!` as breadcrumbs, and `error!` as an event; it ignores `debug!` and `trace!`.",
    by: ["no-redundant-breadcrumb/text", "no-pii-in-automatic-breadcrumbs/leak"],
    sources: crate(
      "sentry-log/src/logger.rs",
      "log::Level::Warn | log::Level::Info => LogFilter::Breadcrumb",
      "log::Level::Debug | log::Level::Trace => LogFilter::Ignore,",
    ),
  },
  {
    id: "rust-slog",
    says: "`sentry-slog` records `info!`, `debug!` and `trace!` as breadcrumbs, and what is more severe as events.",
    by: ["no-redundant-breadcrumb/text", "no-pii-in-automatic-breadcrumbs/leak"],
    sources: crate(
      "sentry-slog/src/drain.rs",
      "slog::Level::Info | slog::Level::Debug | slog::Level::Trace => LevelFilter::Breadcrumb,",
    ),
  },
  {
    id: "rust-logs",
    says: "The crate has logs since 0.39 with the feature `logs`; `enable_logs` is on by default since 0.44, and the feature since 0.49.",
    by: ["prefer-logs/file", "prefer-logs/function", "prefer-logs/wrapper"],
    sources: [
      ...crate(
        "CHANGELOG.md",
        "- To set up logs, enable the `logs` feature of the `sentry` crate and set `enable_logs` to `true` in your client options.",
        "  - This changes the default value of `sentry::ClientOptions::enable_logs` to `true`.",
      ),
      ...crate("sentry-core/src/clientoptions.rs", "enable_logs: true,"),
      ...crate("sentry/Cargo.toml", '"logs",'),
    ],
  },
];
