import { describe, expect, it } from "vitest";
import { showSendings } from "../../support/sendings.ts";
import { detect } from "./support.ts";

/** What some statements hand to Sentry. */
function sendings(statements: string, uses = "use sentry::Level; use tracing::{info, warn, error, debug};") {
  return showSendings(detect(`${uses}\nfn f(user: &User) {\n  ${statements}\n}`));
}

describe("what a Rust file hands to Sentry beside breadcrumbs", () => {
  it.each([
    ['info!("a")', 'tracing message="a" data=()'],
    ['warn!("a {}", b)', 'tracing message="a {}" data=()'],
    ['error!("a {b}")', 'tracing message="a {b}" data=()'],
    ['info!(a = b, "c")', 'tracing message="c" data=a:b'],
    ['info!(a = %b, c = ?d, "e")', 'tracing message="e" data=(a:b,c:d)'],
    ['info!(user.email = %user.email, "a")', 'tracing message="a" data=user.email:user.email'],
    ["info!(%a, ?b, c)", "tracing data=(a:a,b:b,c:c)"],
    ['info!(r#type = a, "b")', 'tracing message="b" data=type:a'],
    ['info!(a = , "b")', 'tracing message="b" data=()'],
    ['info!(a = b, "c {}", d = )', 'tracing message="c {}" data=a:b'],
    ["info!(?)", "tracing data=()"],
    ['info!(target: "a", b = c, "d")', 'tracing message="d" data=b:c'],
    ['info!(parent: &span, "a")', 'tracing message="a" data=()'],
    ['tracing::info!("a")', 'tracing message="a" data=()'],
    ['tracing::event!(tracing::Level::WARN, a = b, "c")', 'tracing message="c" data=a:b'],
    ['log::warn!("a {}", b)', 'log message="a {}" data=()'],
    ['log::log!(log::Level::Error, "a {}", b)', 'log message="a {}" data=()'],
    ['log::info!(a = b; "c {}", d)', 'log message="c {}" data=a:b'],
    ['slog::info!(log, "a {}", b; "c" => %d, "e" => f)', 'slog message="a {}" data=(c:d,e:f)'],
    ['slog::debug!(log, #"tag", "a")', 'slog message="a" data=()'],
    ['slog::crit!(log, "a"; "b" => )', 'slog message="a" data=()'],
    ['slog::log!(log, slog::Level::Warning, "tag", "a {}", b; "c" => %d)', 'slog message="a {}" data=c:d'],
    ['slog::log!(log, slog::Level::Critical, "", "a")', 'slog message="a" data=()'],
    ['sentry::logger_info!(a = b, "c {}", d)', 'logger message="c {}" data=a:b'],
    ['sentry::capture_message("a", Level::Info)', 'message message="a"'],
    ["sentry::configure_scope(|scope| { scope.set_user(Some(a)); })", "user user=a"],
    ['sentry::with_scope(|scope| scope.set_tag("a", b), || ())', "tag tag=a:b"],
    ["sentry::configure_scope(|scope| scope.set_tag(a, b))", "tag tag=?:b"],
    ['sentry::configure_scope(|scope| scope.set_extra("a", b.into()))', "extra extra=a:b"],
    ['sentry::configure_scope(|scope| scope.set_context("a", b))', "context context=b"],
  ])("%s", (text, expected) => {
    expect(sendings(`${text};`)).toEqual([expected]);
  });

  it.each([
    'debug!("a")',
    'tracing::trace!("a")',
    'tracing::event!(tracing::Level::DEBUG, "a")',
    'log::log!(log::Level::Debug, "a")',
    'println!("a")',
    'slog::o!("a" => b)',
    'other::info!("a")',
    'map.set_tag("a", b)',
    "info!(",
    "info!()",
  ])("nothing: %s", (text) => {
    expect(sendings(`${text};`).filter((line) => line !== "tracing data=()")).toEqual([]);
  });

  it.each([
    '#[cfg(test)]\nmod tests { fn f() { tracing::info!("a"); } }',
    '#[tokio::test]\nasync fn f() { tracing::info!("a"); }',
    '#[inline]\n#[cfg(debug_assertions)]\nfn f() { log::info!("a"); }',
    'fn f() { if cfg!(debug_assertions) { tracing::info!("a"); } else { run(); } }',
    'fn f() { if verbose && cfg!(debug_assertions) { tracing::info!("a"); } }',
    'fn f() { if !cfg!(test) { run(); } else { tracing::info!("a"); } }',
    'fn f() { if !(cfg!(debug_assertions) || cfg!(test)) { return; } tracing::info!("a"); }',
  ])("is nothing in development only: %s", (text) => {
    expect(showSendings(detect(text))).toEqual([]);
  });

  it.each([
    '#[cfg(not(test))]\n#[instrument]\nfn f() { tracing::info!("a"); }',
    'fn f() { if !cfg!(debug_assertions) { tracing::info!("a"); } }',
    'fn f() { if cfg!(debug_assertions) { run(); } else { tracing::info!("a"); } }',
    'fn f() { if cfg!(debug_assertions) || verbose { tracing::info!("a"); } }',
    'fn f() { if !(verbose && cfg!(test)) { tracing::info!("a"); } }',
    'fn f() { if cfg!(debug_assertions) { return; } tracing::info!("a"); }',
    'fn f() { if cfg!(feature = "log") { tracing::info!("a"); } }',
  ])("is something in production: %s", (text) => {
    expect(showSendings(detect(text))).toEqual(['tracing message="a" data=()']);
  });

  const INSTRUMENTED = "email: &str, Json(user): Json<User>, n: u8";

  it.each([
    ["#[instrument]", "data=(email:email,user:user,n:n)"],
    ["#[tracing::instrument]", "data=(email:email,user:user,n:n)"],
    ["#[instrument(skip(email, n))]", "data=user:user"],
    ["#[instrument(skip_all)]", "data=()"],
    [
      '#[instrument(name = "a", skip_all, fields(user.email = %user.email, b = ?c))]',
      "data=(user.email:user.email,b:c)",
    ],
    ["#[instrument(skip(user), fields(email = 1, %n, later, d = Empty))]", "data=(email:1,n:n)"],
    ['#[instrument(level = "warn")]', "data=(email:email,user:user,n:n)"],
    ["#[instrument(level = Level::ERROR, skip_all)]", "data=()"],
    ["#[instrument(skip(user), fields(= 1, n = 2), )]", "data=(email:email,n:2)"],
  ])("a span of a function: %s", (attribute, expected) => {
    const text = `use tracing::instrument;\nimpl A {\n${attribute}\nasync fn f(&self, ${INSTRUMENTED}) {}\n}`;
    expect(showSendings(detect(text))).toEqual([`tracing ${expected}`]);
  });

  it.each([
    ['#[instrument(level = "debug")]', "use tracing::instrument;"],
    ["#[instrument(level = Level::TRACE)]", "use tracing::instrument;"],
    ["#[instrument(level = level())]", "use tracing::instrument;"],
    ["#[instrument]", ""],
    ["#[other::instrument]", ""],
    ["#[inline]", "use tracing::instrument;"],
    ["#[cfg(test)]\n#[instrument]", "use tracing::instrument;"],
  ])("no span of a function: %s", (attribute, uses) => {
    expect(showSendings(detect(`${uses}\n${attribute}\nfn f(${INSTRUMENTED}) {}`))).toEqual([]);
  });

  it.each([
    ["ret", "user", ["data=()", "data=return:user"]],
    ["ret", "if done { return Err(a); } Ok(user.email)", ["data=()", "data=return:user.email"]],
    ["ret(Display)", "user", ["data=()", "data=return:user"]],
    ['ret(level = "debug")', "user", ["data=()"]],
    ["err", "if done { return Err(a); } Ok(user)", ["data=()", "data=error:a"]],
    ["err(Debug), ret", "if done { return Err(a); } Ok(user)", ["data=()", "data=return:user", "data=error:a"]],
    ['err(level = "trace")', "Err(a)", ["data=()"]],
    ['level = "debug", ret', "user", []],
    ['level = "debug", ret(level = "info")', "user", ["data=return:user"]],
  ])("events of what a function returns: %s %s", (options, body, expected) => {
    const text = `#[tracing::instrument(skip_all, ${options})]\nfn f(user: &User) -> Result<&User, E> { ${body} }`;
    expect(showSendings(detect(text))).toEqual(expected.map((line) => `tracing ${line}`));
  });

  it("is what is recorded on a span that a variable holds", () => {
    expect(sendings('let span = tracing::info_span!("a"); span.record("b", c); other.record("d", e);')).toEqual([
      "tracing data=()",
      "tracing data=b:c",
    ]);
  });

  it("is nothing of what is no function", () => {
    expect(
      showSendings(
        detect(
          "use tracing::instrument;\n#[instrument]\nstruct A;\n#[instrument(]\nfn f() {}\nfn g() { #![instrument] }",
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['tracing::info_span!("a", b = %c, d, ?e)', "tracing data=(b:c,d:d,e:e)"],
    ['tracing::span!(tracing::Level::WARN, "a", b = c)', "tracing data=b:c"],
    ['tracing::error_span!(target: "a", "b")', "tracing data=()"],
    ['tracing::info_span!("a", b = tracing::field::Empty, c = d)', "tracing data=c:d"],
    ['tracing::Span::current().record("a", b)', "tracing data=a:b"],
    ['tracing::Span::current().record("a", tracing::field::display(&b))', "tracing data=a:tracing::field::display(&b)"],
  ])("a span: %s", (text, expected) => {
    expect(sendings(`${text};`)).toEqual([expected]);
  });

  it.each(['tracing::debug_span!("a", b)', 'tracing::span!(Level::TRACE, "a", b)', 'tracing::span!(level, "a", b)'])(
    "no span: %s",
    (text) => {
      expect(sendings(`${text};`)).toEqual([]);
    },
  );

  it.each<[statement: string, becomes: readonly (string | undefined)[]]>([
    ['tracing::error!("a")', ["event"]],
    ['tracing::event!(Level::ERROR, "a")', ["event"]],
    ['tracing::warn!("a")', [undefined]],
    ['log::error!("a")', ["event"]],
    ['log::info!("a")', [undefined]],
    ['slog::warn!(log, "a")', ["event"]],
    ['slog::crit!(log, "a")', ["event"]],
    ['slog::info!(log, "a")', [undefined]],
    ['tracing::info_span!("a", b)', ["span"]],
    ['tracing::Span::current().record("a", b)', ["span"]],
    ["#[tracing::instrument(ret, err)] fn g(a: A) -> R { a }", ["span", undefined, "event"]],
    ['#[tracing::instrument(ret, level = "warn")] fn g(a: A) -> R { a }', ["span", undefined]],
  ])("becomes a breadcrumb, an event or a span: %s", (statement, becomes) => {
    const { sendings } = detect(`use tracing::Level;\nfn f() {\n  ${statement};\n}`);
    expect(sendings.map((sending) => sending.becomes)).toEqual(becomes);
  });

  it("is of the levels that the settings name", () => {
    const levels = { tracing: ["debug", "error"], log: ["warn"] };
    const settings = { automatic: [{ tracing: true, log: true, levels }] };
    const text = ['tracing::debug!("a");', 'tracing::info!("b");', 'log::warn!("c");', 'log::error!("d");'].join(" ");
    expect(showSendings(detect(`fn f() { ${text} }`, settings, "/x/main.rs"))).toEqual([
      'tracing message="a" data=()',
      'log message="c" data=()',
    ]);
  });

  it.each<[spans: readonly string[], expected: readonly string[]]>([
    [
      ["error", "warn", "info"],
      ["a:b", "c:d", "e:f", "i:j", "k:l"],
    ],
    [["warn"], ["c:d", "k:l"]],
    [["debug"], ["g:h", "m:n"]],
    [[], []],
  ])("has the spans of the levels %j", (spans, expected) => {
    const settings = { automatic: [{ tracing: true, levels: { spans } }] };
    const text = [
      'let a = tracing::info_span!("a", a = b); let b = tracing::warn_span!("b", c = d);',
      'tracing::Span::current().record("e", f); let c = tracing::debug_span!("c", g = h);',
      'a.record("i", j); b.record("k", l); c.record("m", n); let d = tracing::other!("d"); d.record("o", p);',
      'other::current().record("q", r); self.span.record("s", t); let e = made(); e.record("u", v);',
    ].join(" ");
    expect(showSendings(detect(`fn f() { ${text} }`, settings, "/x/main.rs"))).toEqual(
      expected.map((each) => `tracing data=${each}`).sort(),
    );
  });

  it("has no span of a function where a filter takes none", () => {
    const settings = { automatic: [{ tracing: true, levels: { spans: [] } }] };
    const text = "#[tracing::instrument(ret)]\nfn f(user: &User) -> &User { user }";
    expect(showSendings(detect(text, settings, "/x/main.rs"))).toEqual(["tracing data=return:user"]);
  });

  it("is nothing by a macro of which the file does not tell whose it is", () => {
    expect(sendings('info!("a");', "")).toEqual([]);
  });
});
