import { describe, expect, it } from "vitest";
import { detect as detectScript } from "../support/detect.ts";
import { detect as detectRust } from "./rust/support.ts";

/** What a file records, one line for each call: the callee, and `>` where it passes on what its function is given. */
type Found = readonly string[];

const CALL = /^(?:Sentry\.|sentry::)/u;

function calls(file: ReturnType<typeof detectRust>): Found {
  return file.breadcrumbs.map(({ callee }) => callee.source).filter((callee) => !CALL.test(callee));
}

/** Of functions in both languages: which calls of them are breadcrumbs. `ADD[m]` records a message, `HOLD[m]` data. */
function inJavaScript(text: string): Found {
  const body = text
    .replaceAll(/ADD\[([^\]]*)\]/gu, "Sentry.addBreadcrumb({ message: $1 })")
    .replaceAll(/HOLD\[([^\]]*)\]/gu, `Sentry.addBreadcrumb({ message: "m", data: { id: $1 } })`);
  return calls(detectScript(`import * as Sentry from "@sentry/node";\n${body}`, { dialect: "tsx" }));
}

function inRust(text: string): Found {
  const body = text
    .replaceAll(/ADD\[([^\]]*)\]/gu, "sentry::add_breadcrumb(Breadcrumb { message: Some($1), ..Default::default() })")
    .replaceAll(
      /HOLD\[([^\]]*)\]/gu,
      `sentry::add_breadcrumb(Breadcrumb { data: Map::from([("id".into(), $1.into())]), ..Default::default() })`,
    );
  return calls(detectRust(`use sentry::Breadcrumb;\n${body}`));
}

/** The kind, the body of a function that is given `m`, its name where it matters, and what else the file holds. */
type Row = readonly [kind: string, script: string, rust: string, name?: string];

const WRAPPERS: readonly Row[] = [
  ["nothing else", "ADD[m];", "ADD[m];"],
  ["data alone", "HOLD[m];", "HOLD[m];"],
  ["a part of the message", "ADD[`Opened ${m}`];", `ADD[format!("Opened {m}")];`],
  ["a guard", "if (!enabled) return; ADD[m];", "if !enabled() { return; } ADD[m];"],
  ["a condition", `if (m.length > 3) { ADD[m]; }`, "if m.len() > 3 { ADD[m]; }"],
  ["a print", "console.log(m); ADD[m];", `println!("{m}"); ADD[m];`],
  ["a print at a level", "console[level](m); ADD[m];", `eprintln!("{m}"); ADD[m];`],
  ["a log", "logger.info(m); ADD[m];", `log::info!("{m}"); ADD[m];`],
  ["another recorder", "posthog.capture(m); ADD[m];", "analytics.send(m); ADD[m];"],
  ["a capture", "ADD[m]; Sentry.captureMessage(m);", "ADD[m]; sentry::capture_message(m, Level::Info);"],
  ["what is put together", `const t = clean(m); ADD[m + t];`, `let t = clean(m); ADD[format!("{m} {t}")];`],
  ["what is filled", `const l = []; l.push(m); ADD[m];`, "let mut l = vec![]; l.push(m); ADD[m];"],
  ["a variable that is set", "let t; t = m; ADD[m];", "let mut t = m; t = m; ADD[m];"],
  ["a callback of the SDK", "Sentry.withScope((s) => { s.setTag('a', 'b'); ADD[m]; });", "ADD[m];"],
  ["a callback at once", "whenReady(() => { ADD[m]; });", "when_ready(|| { ADD[m]; });"],
  ["a try", "try { ADD[m]; } catch {}", "ADD[m];"],
  ["a function that it calls", "const add = () => ADD[m]; add();", "ADD[m];"],
  ["its own recording yielded", "return ADD[m];", "return ADD[m];"],
  ["nothing yielded", "ADD[m]; return true;", "ADD[m]; Ok(())"],
  ["another that records", "ADD[m]; b(m); } function b(m) { ADD[m];", "ADD[m]; b(m); } fn b(m: M) { ADD[m];"],
  ["a closure that is not called", "const later = () => { send(m); }; ADD[m];", "let later = || { send(m); }; ADD[m];"],
  ["a function in it that is not called", "function later() { send(m); } ADD[m];", "fn later() { send(1); } ADD[m];"],
  ["an early return", "if (!m) { return; } ADD[m];", "if m.is_empty() { return; } ADD[m];"],
  ["a condition that asks", "if (isOn()) { ADD[m]; }", "if is_on() { ADD[m]; }"],
  ["one case of several", "switch (m.kind) { case 1: ADD[m]; }", "match m.kind { 1 => { ADD[m]; } _ => {} }"],
  ["a choice by a call", "ADD[isOn() ? m : undefined];", 'let t = if is_on() { m } else { "" }; ADD[m];'],
  ["a recorder's method", "client.track(m); ADD[m];", "client.track(m); ADD[m];"],
  ["a recorder that is handed out", "getLogger().send(m); ADD[m];", "get_logger().send(m); ADD[m];"],
  ["a recorder's field", "this.logger.out.send(m); ADD[m];", "app.logger.out.send(m); ADD[m];"],
  ["a function of a recorder", "log.now(m); ADD[m];", "log::now(m); ADD[m];"],
  ["a macro of a recorder", "console.dir(m); ADD[m];", "log::now!(m); ADD[m];"],
  [
    "a field of a variable that is set",
    "const t = {}; t.a.b = m; ADD[m];",
    "let mut t = T::default(); t.a.b = m; ADD[m];",
  ],
  ["a count of its own", "let n = 0; n++; ADD[m];", "let mut n = 0; n += 1; ADD[m];"],
  ["a negation", "const t = !m; ADD[m];", "let t = !m; ADD[m];"],
  [
    "a callback of the SDK that sets",
    "Sentry.withScope((scope) => { scope.setExtra('a', 'b'); ADD[m]; });",
    "sentry::with_scope(|scope| { scope.set_extra(1); ADD[m]; }, || {});",
    "logInScope",
  ],
  [
    "a function in it that is called",
    "const add = (t) => { ADD[t]; }; add(m);",
    "let add = |t| { ADD[t]; }; ADD[m]; add(m);",
  ],
  ["an error thrown", "ADD[m]; throw new Error('x');", `ADD[m]; panic!("x");`],
  [
    "more, named so",
    "buffer.push(m); listeners.notify(m); ADD[m];",
    "self_buffer().push(m); notify(m); ADD[m];",
    "log",
  ],
  ["a setter, named so", "Sentry.setTag('a', 'b'); ADD[m];", "sentry::configure_scope(|_| {}); ADD[m];", "trackAction"],
  ["state, named so", "state.last = m; ADD[m];", "STATE.last = m; ADD[m];", "recordEvent"],
  ["a request, named so", "await post(m); ADD[m];", "post(m).await; ADD[m];", "reportIssue"],
  ["a mention beside work, named so alone", "send(m); ADD[`a ${m}`];", `send(m); ADD[format!("a {m}")];`, "track"],
  ["a yield, named for breadcrumbs", "ADD[m]; return get(m);", "ADD[m]; get(m)", "crumbOf"],
];

const OTHERS: readonly Row[] = [
  ["a result", "ADD[m]; return get(m);", "ADD[m]; get(m)"],
  ["a result in a variable", "const r = get(m); ADD[m]; return r;", "let r = get(m); ADD[m]; r"],
  ["a result of several", "ADD[m]; return { m, ok: get(m) };", "ADD[m]; (m, get(m))"],
  ["a result in one case", "ADD[m]; return on ? get(m) : undefined;", "ADD[m]; if on { get(m) } else { 1 }"],
  ["a returned result", "ADD[m]; return get(m);", "ADD[m]; return get(m);"],
  ["a result among others", "ADD[m]; return [get(m)];", "ADD[m]; Some(get(m))"],
  ["a result of one case", "ADD[m]; return (a, get(m));", "ADD[m]; match k { 1 => get(m), _ => 0 }"],
  ["work in one case", "switch (k) { case 1: send(m); } ADD[m];", "match k { 1 => { send(m); } _ => {} } ADD[m];"],
  ["work in the other case", "if (k) { ADD[m]; } else { send(m); }", "if k { ADD[m]; } else { send(m); }"],
  ["an awaited condition", "if (await check(m)) { ADD[m]; }", "if check(m).await { ADD[m]; }"],
  [
    "an awaited choice",
    "switch (await check(m)) { case 1: ADD[m]; }",
    "match check(m).await { 1 => { ADD[m]; } _ => {} }",
  ],
  ["an awaited argument", "log(await get(m)); ADD[m];", "track(get(m).await); ADD[m];"],
  ["an awaited receiver", "(await open()).log(m); ADD[m];", "open().await.log(m); ADD[m];"],
  ["an awaited value that is set", "let t; t = await get(m); ADD[m];", "let mut t = 1; t = get(m).await; ADD[m];"],
  ["an awaited field", "const t = { m: await get(m) }; ADD[m];", "let t = T { m: get(m).await }; ADD[m];"],
  ["an awaited result", "ADD[m]; return await get(m);", "ADD[m]; get(m).await"],
  ["work in a callback that records", "run(() => { ADD[m]; send(m); });", "run(|| { ADD[m]; send(m); });"],
  ["a result of a callback that records", "run(() => (ADD[m], get(m)));", "run(|| { ADD[m]; get(m) });"],
  ["a function that is called like a method of lists", "push(m); ADD[m];", "push(m); ADD[m];"],
  ["a method of a variable of its own", "const c = open(); c.send(m); ADD[m];", "let c = open(); c.send(m); ADD[m];"],
  ["a list that it is given", "m.list.push(1); ADD[m];", "m.push(1); ADD[m];"],
  ["a mail that a transport sends", "transport.sendMail(m); ADD[m];", "transport.send(m); ADD[m];"],
  ["something made and left", "new Socket(m); ADD[m];", "Socket::open(m); ADD[m];"],
  [
    "a debounced closure that is kept",
    "const t = debounce(() => { ADD[m]; }); keep.t = t;",
    "KEEP.set(|| { ADD[m]; }); x();",
  ],
  ["what is rendered in parts", "ADD[m]; return <><p>{m}</p></>;", "ADD[m]; render(m)"],
  ["a request", "await post(m); ADD[m];", "post(m).await; ADD[m];"],
  ["a count", "ADD[m]; store.count++;", "ADD[m]; STORE.count = 1;"],
  ["something deleted", "ADD[m]; delete store.users[m];", "ADD[m]; STORE.users = m;"],
  ["a request whose result is looked at", "const r = await post(m); ADD[m];", "let r = post(m).await; ADD[m];"],
  ["state that is set", "state.last = m; ADD[m];", "STATE.last = m; ADD[m];"],
  ["a function that is given another", "set((s) => ({ ...s, m })); ADD[m];", "set(|s| s.with(m)); ADD[m];"],
  ["a collection of others", "messages.push(m); ADD[m];", "messages().push(m); ADD[m];"],
  ["what it is given is filled", "m.items.push(1); ADD[m];", "m.items.push(1); ADD[m];"],
  ["a call for its caller", "ADD[m]; m();", "ADD[m]; m();", "trackOperation"],
  ["a result, named so", "ADD[m]; return get(m);", "ADD[m]; get(m)", "trackLoad"],
  ["a mention beside work, named so", "send(m); ADD[`a ${m}`];", `send(m); ADD[format!("a {m}")];`, "reportUser"],
  ["data beside work, named so", "send(m); HOLD[m];", "send(m); HOLD[m];", "recordPayment"],
  ["an attachment", "Sentry.getCurrentScope().addAttachment(m); ADD[m];", "sentry::configure_scope(|_| {}); ADD[m];"],
  ["something of the SDK that is set", "Sentry.setTag('m', m); ADD[m];", "sentry::start_session(); ADD[m];"],
  ["a handed out closure", "return () => { ADD[m]; };", "return || { ADD[m]; };", "startTimer"],
  [
    "a handed out closure that is kept",
    "const stop = () => { ADD[m]; }; return stop;",
    "let stop = || { ADD[m]; }; stop",
  ],
  ["a listener", "target.on('x', () => { ADD[m]; });", "let on = || { ADD[m]; }; target.on(on);", "logLater"],
  ["a callback among options", "go({ done: () => { ADD[m]; } });", "go(Options { done: || { ADD[m]; } });"],
  ["a caught failure of work", "try { open(m); } catch { ADD[m]; }", "if let Err(_) = open(m) { ADD[m]; } open(m);"],
  ["a callback that yields more", "return run(() => { ADD[m]; return get(m); });", "run(|| { ADD[m]; get(m) })"],
  ["a chain on work", "post(m).catch(() => ADD[m]);", "post(m).or_else(|_| ADD[m]);"],
  ["something that is made", "if (m) { ADD[m]; socket = new Socket(m); }", "ADD[m]; SOCKET.set(Socket::new(m));"],
  ["what is made for its caller", "ADD[m]; return new Socket(m);", "ADD[m]; open(m)"],
  ["what is rendered", "ADD[m]; return <p>{m}</p>;", "ADD[m]; render(m)"],
  ["a macro that does something", "ADD[m]; send(m);", "ADD[m]; spawn!(m);"],
];

/** Each kind in both languages: what the file records, read when a test asks, and the function's name. */
const all = (rows: readonly Row[]): readonly (readonly [kind: string, read: () => Found, name: string])[] =>
  rows.flatMap(([kind, script, rust, name = "leave"]) => [
    [`${kind}, JavaScript`, () => inJavaScript(`async function ${name}(m) { ${script} } ${name}("x");`), name] as const,
    [`${kind}, Rust`, () => inRust(`fn ${name}(m: M) { ${rust} } fn f() { ${name}("x"); }`), name] as const,
  ]);

describe("calls of a function are breadcrumbs where it records in the call, and that is what it is for", () => {
  it.each(all(WRAPPERS))("yes: %s", (_, read, name) => {
    expect(read()).toContain(name);
  });

  it.each(all(OTHERS))("no: %s", (_, read, name) => {
    expect(read()).not.toContain(name);
  });
});

/** What a function of Rust may yield and still be there for recording, and what it is called for. */
const NOTHING_OF_ITS_OWN = [
  "()",
  "None",
  "Option::None",
  "true",
  "!true",
  "m",
  "&m",
  "*m",
  "m == 3",
  "m > 3 && true",
  "(m, true)",
  "T { kind: 3, ..m }",
  'format!("{m}")',
];
const OF_ITS_OWN = [
  "404",
  "-1",
  "4.5",
  '"missing"',
  'r"missing"',
  "'m'",
  "m + 1",
  "m << 1",
  "404 as u16",
  "NOT_FOUND",
  "NotFound",
  "Status::NotFound",
  "http::Status::NotFound",
  "u32::MAX",
  "Status::Custom(m)",
  "Reply(m)",
  "Reply {}",
  "Reply { code: 404 }",
  "Status::Gone { m }",
  "Reply { m, ..Default::default() }",
  "[m]",
  "(m, 404)",
  "m.code",
];

/** How a value becomes the function's own. */
const YIELDS: Readonly<Record<string, (value: string) => string>> = {
  last: (value) => `ADD[m]; ${value}`,
  returned: (value) => `ADD[m]; return ${value};`,
  first: (value) => `if m.is_empty() { return ${value}; } ADD[m]; ${value}`,
  "in a variable": (value) => `let r = ${value}; ADD[m]; r`,
  "in one case": (value) => `ADD[m]; if on { ${value} } else { m }`,
  "in one of several": (value) => `ADD[m]; match m { 3 => ${value}, _ => m }`,
  "as a success": (value) => `ADD[m]; Ok(${value})`,
  "as a failure": (value) => `ADD[m]; Err(${value})`,
  "as something": (value) => `ADD[m]; Ok(Some(${value}))`,
  "in a block": (value) => `ADD[m]; unsafe { ${value} }`,
  later: (value) => `async move { ADD[m]; ${value} }`,
};

describe("a function of Rust records for others where it yields nothing of its own", () => {
  const bodies = (values: readonly string[]): readonly (readonly [body: string])[] =>
    values.flatMap((value) => Object.values(YIELDS).map((body) => [body(value)] as const));

  it.each(bodies(NOTHING_OF_ITS_OWN))("yes: %s", (body) => {
    expect(inRust(`fn leave(m: M) -> R { ${body} } fn f() { leave("x"); }`)).toContain("leave");
  });

  it.each(bodies(OF_ITS_OWN))("no: %s", (body) => {
    expect(inRust(`fn leave(m: M) -> R { ${body} } fn f() { leave("x"); }`)).not.toContain("leave");
  });

  it.each(["for _ in 0..3 { ADD[m]; }", "while m > 3 { ADD[m]; }", "loop { ADD[m]; break; }", "ADD[m]; m[0]"])(
    "yes, with a number that it does not yield: %s",
    (body) => {
      expect(inRust(`fn leave(m: M) { ${body} } fn f() { leave("x"); }`)).toContain("leave");
    },
  );

  it("yes: what it belongs to", () => {
    const method = "struct S; impl S { pub fn leave(&self, m: M) -> &Self { ADD[m]; self } }";
    expect(inRust(`${method} fn f(s: &S) { s.leave("x"); }`)).toContain("s.leave");
  });
});
