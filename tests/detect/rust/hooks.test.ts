import { describe, expect, test } from "vitest";
import { detect } from "./support.ts";

/** What the hooks of a text record, `CALL` standing for a breadcrumb. */
function recordedBy(text: string): readonly string[] {
  const code = text.replaceAll("CALL", "sentry::add_breadcrumb(b)");
  return (detect(code).hooks ?? []).flatMap(({ recordings }) => recordings.map(({ source }) => source));
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
    [`fn f() { o.before_breadcrumb(${"Some(".repeat(12)}|b| { CALL; b }${")".repeat(12)}); }`],
    ["fn f() { o.before_send(|b| { CALL; b }); }"],
    ["CALL; log(); // before_breadcrumb"],
  ])("%s", (text, ...recorded) => {
    expect(recordedBy(text)).toEqual(recorded);
  });

  test.each([
    ["fn hook(b: B) { CALL; } fn f() { o.before_breadcrumb(hook); }", "hook"],
    ["fn f() { o.before_breadcrumb(|b| CALL); }", "|b| sentry::add_breadcrumb(b)"],
  ])("is called what it is: %s", (text, name) => {
    const code = text.replaceAll("CALL", "sentry::add_breadcrumb(b)");
    const [hook] = detect(code).hooks ?? [];
    expect(hook?.name.source).toBe(name);
    expect(hook && code.slice(...hook.name.range)).toBe(name);
  });
});
