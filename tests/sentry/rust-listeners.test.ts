import { expect, it } from "vitest";
import { listenersIn } from "../../src/sentry/rust-listeners.ts";

/** The doors that a text opens, with the levels that it names for each. */
function show(text: string): readonly string[] {
  return listenersIn(text).map(({ door, levels }) => `${door} ${levels?.join(" ") ?? "default"}`.trim());
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
])("tells what listens: %s", (text, listening) => {
  expect(show(text)).toEqual(listening);
});
