import { expect, it } from "vitest";
import { listenersIn } from "../../src/sentry/rust-listeners.ts";

/** The doors that a text opens, with the levels that it names for each. */
function show(text: string): readonly string[] {
  return listenersIn(text).map(({ door, levels }) => `${door} ${levels?.join(" ") ?? "default"}`.trim());
}

/** The levels of spans that a text lets pass. */
function showSpans(text: string): string {
  return listenersIn(text)[0]?.spans?.join(" ") ?? "default";
}

const FILTER = (arms: string) => `sentry_tracing::layer().event_filter(|md| match *md.level() { ${arms} })`;

it.each<[text: string, listening: readonly string[]]>([
  ["registry().with(sentry::integrations::tracing::layer())", ["tracing default"]],
  ["use sentry_tracing::{layer, EventFilter};", ["tracing default"]],
  ["let layer: SentryLayer<Registry> = build();", ["tracing default"]],
  ["SentryLogger::with_dest(logger)", ["log default"]],
  ["SentryDrain::new(drain)", ["slog default"]],
  ["// sentry_tracing::layer()", []],
  ["tracing_subscriber::fmt().init()", []],
  [
    FILTER("Level::ERROR => EventFilter::Event, Level::WARN => EventFilter::Breadcrumb, _ => EventFilter::Ignore"),
    ["tracing error warn"],
  ],
  [
    FILTER(
      "&tracing::Level::ERROR | &tracing::Level::WARN => { EventFilter::Event | EventFilter::Log } _ => EventFilter::Breadcrumb,",
    ),
    ["tracing error warn info debug trace"],
  ],
  [
    "sentry_tracing::layer().event_filter(|md| { match md.level() { &Level::INFO => EventFilter::Breadcrumb, _ => EventFilter::Ignore } })",
    ["tracing info"],
  ],
  [FILTER('Level::ERROR if md.target() == "a" => EventFilter::Event, _ => EventFilter::Ignore'), ["tracing"]],
  ["sentry_tracing::layer().event_filter(filter)", ["tracing"]],
  ["sentry_tracing::layer().event_mapper(|event, ctx| map(event))", ["tracing"]],
  [
    "SentryLogger::new().filter(|md| match md.level() { log::Level::Warn => LogFilter::Breadcrumb, _ => LogFilter::Ignore })",
    ["log warn"],
  ],
  [
    "SentryDrain::new(drain).filter(|level| match level { slog::Level::Critical => LevelFilter::Event, _ => LevelFilter::Ignore })",
    ["slog crit"],
  ],
  ["fmt().with_max_level(Level::WARN).finish().with(sentry_tracing::layer())", ["tracing error warn"]],
  ["registry().with(LevelFilter::ERROR).with(sentry_tracing::layer())", ["tracing error"]],
  ["registry().with(filter::LevelFilter::DEBUG).with(sentry_tracing::layer())", ["tracing error warn info"]],
  ['registry().with(EnvFilter::new("warn")).with(sentry_tracing::layer())', ["tracing error warn"]],
  ['registry().with(EnvFilter::new("warn,app=info")).with(sentry_tracing::layer())', ["tracing default"]],
  ["registry().with(EnvFilter::from_default_env()).with(sentry_tracing::layer())", ["tracing default"]],
  ["sentry_tracing::layer().with_filter(tracing_subscriber::filter::LevelFilter::OFF)", ["tracing"]],
  ["fmt::layer().with_filter(LevelFilter::ERROR); sentry_tracing::layer()", ["tracing default"]],
  ["sentry_log::SentryLogger::new(); fmt().with_max_level(Level::ERROR)", ["log default"]],
  [
    `${FILTER("_ => EventFilter::Breadcrumb")}.with_filter(filter); registry().with(LevelFilter::DEBUG)`,
    ["tracing error warn info debug"],
  ],
  ["SentryLogger::new().filter(a); SentryLogger::new().filter(b);", ["log"]],
  ["sentry_tracing::layer().event_filter(|_| EventFilter::Breadcrumb)", ["tracing error warn info debug trace"]],
  ["sentry_tracing::layer().event_filter(|md| level_of(md))", ["tracing"]],
  ["sentry_tracing::layer().event_filter(sentry_tracing::default_event_filter)", ["tracing default"]],
  ["SentryLogger::new().filter(sentry_log::default_filter)", ["log default"]],
  [
    `fn event_filter(md: &Metadata<'_>) -> EventFilter {
      match md.level() { &Level::ERROR | &Level::WARN => EventFilter::Event, _ => EventFilter::Ignore }
    }
    sentry_tracing::layer().event_filter(event_filter).with_filter(LevelFilter::INFO)`,
    ["tracing error warn"],
  ],
  [
    "sentry_tracing::layer().event_filter(move |md| if *md.level() <= Level::WARN { EventFilter::Event } else { EventFilter::Ignore })",
    ["tracing error warn"],
  ],
  [
    "sentry_tracing::layer().event_filter(|md| { if md.is_span() { EventFilter::Event } else { EventFilter::Ignore } })",
    ["tracing"],
  ],
  ["SentryDrain::new(drain).filter(|level| match level { slog::Level::Trace => LevelFilter::Ignore })", ["slog"]],
])("tells what listens: %s", (text, listening) => {
  expect(show(text)).toEqual(listening);
});

it.each<[filter: string, levels: string]>([
  ["|_| false", ""],
  ["|_metadata| true", "error warn info debug trace"],
  ["|md| matches!(*md.level(), Level::ERROR | tracing::Level::WARN)", "error warn"],
  ["|md| matches!(md.level(), &Level::ERROR | &Level::DEBUG,)", "error debug"],
  ["|md| !matches!(*md.level(), Level::TRACE)", "error warn info debug"],
  ["|md| md.level() >= &Level::DEBUG", "debug trace"],
  ["|md| md.level() > &Level::DEBUG", "trace"],
  ["|md| *md.level() < Level::WARN", "error"],
  ["|md| { return *md.level() <= Level::WARN; }", "error warn"],
  ["|md| *md.level() == Level::INFO", "info"],
  ["|md| *md.level() != Level::INFO", "error warn debug trace"],
  ["|md| match *md.level() { Level::ERROR => true, Level::WARN => { true } _ => false }", "error warn"],
  ["|m| !(m.level() >= &Level::INFO)", "error warn"],
  ["|m| !(*m.level() < Level::WARN)", "warn info debug trace"],
  ["|m| !(!(*m.level() <= Level::WARN))", "error warn"],
  ["|m| !( *m.level() == Level::INFO || *m.level() == Level::DEBUG )", "error warn trace"],
  ["|m| !(*m.level() == Level::INFO) && !(*m.level() == Level::DEBUG)", "error warn trace"],
  ["|m| !(*m.level() > Level::ERROR && *m.level() < Level::DEBUG)", "error debug trace"],
  ["|m| !(*m.level() > Level::ERROR) || !(*m.level() < Level::DEBUG)", "error debug trace"],
  ["|m| (*m.level() <= Level::INFO)", "error warn info"],
  ["|m| Level::INFO >= *m.level()", "error warn info"],
  ["|m| &Level::INFO > m.level()", "error warn"],
  ["|m| Level::INFO <= *m.level()", "info debug trace"],
  ["|m| Level::INFO != *m.level()", "error warn debug trace"],
  ["|m| !(Level::INFO < *m.level())", "error warn info"],
  ["|m| if !(*m.level() > Level::WARN) { true } else { false }", "error warn"],
  ["|m| if *m.level() == Level::WARN || *m.level() == Level::INFO { true } else { false }", "warn info"],
  ["|m| *m.level() <= Level::WARN || is_on(m)", "error warn"],
  ["|m| !(*m.level() <= Level::WARN && is_on(m))", "info debug trace"],
  ["|m| !(is_on(m))", ""],
  ["|m| !is_on(m)", ""],
  ["|m| (|| true)()", ""],
  ["sentry_tracing::default_span_filter", "default"],
  ['|md| matches!(md.name(), "activity")', ""],
  ["|md| *md.level() <= Level::WARN && is_on(md)", ""],
  ["|md| is_on(md)", ""],
  ["is_on", ""],
  ["|md| *md.level() <= Level::WARN).span_filter(|_| true", ""],
])("tells which spans are taken: %s", (filter, levels) => {
  expect(showSpans(`sentry::integrations::tracing::layer().span_filter(${filter}).init();`)).toBe(levels);
});

it("takes spans that all filters of levels let pass", () => {
  expect(showSpans("sentry_tracing::layer()")).toBe("default");
  expect(showSpans("registry().with(LevelFilter::WARN).with(sentry_tracing::layer())")).toBe("error warn");
  expect(showSpans("sentry_tracing::layer().span_filter(|_| true); registry().with(LevelFilter::DEBUG)")).toBe(
    "error warn info debug",
  );
  expect(listenersIn("SentryLogger::new().span_filter(|_| true)")).toEqual([{ door: "log", levels: undefined }]);
});
