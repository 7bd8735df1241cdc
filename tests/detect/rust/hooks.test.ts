import { describe, expect, test } from "vitest";
import { detect } from "./support.ts";

/** What the hooks of a text record, `CALL` standing for a breadcrumb. */
function recordedBy(text: string): readonly string[] {
  const code = text.replaceAll("CALL", "sentry::add_breadcrumb(b)");
  return detect(code).hooks.flatMap(({ recordings }) => recordings.map(({ source }) => source));
}

describe("a hook that records", () => {
  test.each<[text: string, ...recorded: string[]]>([
    ["fn f() { o.before_breadcrumb(|b| { CALL; Some(b) }); }", "sentry::add_breadcrumb"],
    ["fn f() { O { before_breadcrumb: Some(Arc::new(|b| { CALL; None })), ..x }; }", "sentry::add_breadcrumb"],
    ["fn hook(b: B) { CALL; } fn f() { o.before_breadcrumb(hook); }", "sentry::add_breadcrumb"],
    ["fn f() { o.before_breadcrumb(|b| { log(); b }); } fn log() { CALL; }", "log"],
    ["fn f() { o.before_breadcrumb(|b| { log(); b }); } fn log() { CALL }", "log"],
    ["fn f() { o.before_breadcrumb(|b| { log(); log(); b }); } fn log() { CALL; CALL; }", "log", "log"],
    ["fn f() { o.before_breadcrumb(|b| { log(); b }); } fn log() { x?; CALL; }"],
    ["fn f() { o.before_breadcrumb(|b| { log(); b }); } fn log() { CALL; x?; }", "log"],
    ["fn f() { o.before_breadcrumb(|b| { log(); b }); } fn log() { x(); CALL; }", "log"],
    ["fn log() { CALL; } mod m { fn log() {} fn f() { o.before_breadcrumb(|b| { log(); b }); } }"],
    ["fn log() { CALL; } fn f() { o.before_breadcrumb(|b| { o.log(); m::log(); b }); }"],
    ["fn f() { o.before_breadcrumb(|b| { log(); b }); } fn log() { if x { CALL; } }"],
    ["fn f() { o.before_breadcrumb(|b| { g(log); b }); log(); } fn log() { CALL; }"],
    ["fn f() { o.before_send(|b| { CALL; b }); } // before_breadcrumb"],
    ["fn f() { o.before_breadcrumb(other(|b| { CALL; b })); }"],
    ["fn f() { let x = |b| { CALL; b }; } // before_breadcrumb"],
    [
      `fn f() { o.before_breadcrumb(${"Some(".repeat(12)}|b| { CALL; b }${")".repeat(12)}); }`,
      "sentry::add_breadcrumb",
    ],
    ["fn f() { o.before_breadcrumb = Some(Arc::new(|b| { CALL; Some(b) })); }", "sentry::add_breadcrumb"],
    ["fn f() { let before_breadcrumb = hook; O { before_breadcrumb }; } fn hook() { CALL; }", "sentry::add_breadcrumb"],
    ["fn f() { o.before_breadcrumb(|b| { sentry::capture_message(m, l); b }); }", "sentry::capture_message"],
    ["fn f() { o.before_breadcrumb(|b| { sentry::configure_scope(|s| s.clear()); b }); }", "sentry::configure_scope"],
    ["fn f() { o.before_breadcrumb(|b| { sentry::logger_info!(m); b }); }", "sentry::logger_info!"],
    ["fn f() { o.before_breadcrumb(|b| { sentry::Hub::current().client(); b }); }", "sentry::Hub::current().client"],
    ["fn f() { o.before_breadcrumb(|b| { let hub = sentry::Hub::current().clone(); b }); }"],
    [
      "fn f() { o.before_breadcrumb(|mut b| { b.level = sentry::Level::Info; b.data = sentry::Map::new(); Some(b) }); }",
    ],
    ["fn f() { o.before_breadcrumb(|b| { spawn(|| sentry::capture_message(m, l)); b }); }"],
    ["fn f() { o.before_breadcrumb(|b| { tracing::info!(m); b }); }"],
    [
      "fn f() { r.with(sentry_tracing::layer()); o.before_breadcrumb(|b| { tracing::info!(m); b }); }",
      "tracing::info!",
    ],
    ["fn f() { r.with(sentry_tracing::layer()); o.before_breadcrumb(|b| { tracing::debug!(m); b }); }"],
    ["fn f() { r.with(other::layer()); o.before_breadcrumb(|b| { tracing::info!(m); b }); } // sentry_tracing::layer"],
    ["fn f() { sentry::add_breadcrumb(|| { sentry::capture_message(m, l); b }); }", "sentry::capture_message"],
    ["fn f(hub: &sentry::Hub) { hub.add_breadcrumb(|| { hub.client(); b }); }", "hub.client"],
    [
      "fn f() { let make = || { sentry::capture_message(m, l); b }; sentry::add_breadcrumb(make); }",
      "sentry::capture_message",
    ],
    ["fn f() { sentry::add_breadcrumb(b); sentry::capture_message(m, l); }"],
    ["fn f() { o.before_send(|b| { CALL; b }); }"],
    ["CALL; log(); // before_breadcrumb"],
  ])("%s", (text, ...recorded) => {
    expect(recordedBy(text)).toEqual(recorded);
  });

  test("waits for the lock that is held while it runs, be it a hook or a closure that makes the breadcrumb", () => {
    const { hooks } = detect(
      "fn f() { o.before_breadcrumb(|b| { sentry::capture_message(m, l); b }); sentry::add_breadcrumb(|| { sentry::capture_message(m, l); b }); }",
    );
    expect(hooks.flatMap(({ recordings }) => recordings.map(({ effect }) => effect))).toEqual(["deadlock", "closure"]);
  });

  test.each([
    ["fn hook(b: B) { CALL; } fn f() { o.before_breadcrumb(hook); }", "hook"],
    ["fn f() { o.before_breadcrumb(|b| CALL); }", "|b| sentry::add_breadcrumb(b)"],
  ])("is called what it is: %s", (text, name) => {
    const code = text.replaceAll("CALL", "sentry::add_breadcrumb(b)");
    const [hook] = detect(code).hooks;
    expect(hook?.name.source).toBe(name);
    expect(hook && code.slice(...hook.name.range)).toBe(name);
  });
});
