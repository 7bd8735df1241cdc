import { describe, expect, test } from "vitest";
import type { Edit, Place } from "../../../src/breadcrumb/index.ts";
import { detect } from "../../support/detect.ts";

/** Where the only breadcrumb of a snippet stands; `CALL` records one. */
function placeIn(code: string): Place {
  const text = `import * as Sentry from "@sentry/react";\n${code.replace("CALL", 'Sentry.addBreadcrumb({ message: "a" })')}`;
  const [breadcrumb, ...others] = detect(text, { dialect: "tsx" }).breadcrumbs;
  if (breadcrumb === undefined || others.length > 0) throw new Error("expected one breadcrumb");
  return breadcrumb.place;
}

/** What records it again and again; `?` where it does in some cases only. */
function repetitionIn(code: string): string {
  const { repetition } = placeIn(code);
  return repetition === undefined ? "-" : `${repetition.kind} ${repetition.name}${repetition.conditional ? " ?" : ""}`;
}

/** The capture before it, and whether it can move there. */
function captureIn(code: string): string {
  const { captureBefore } = placeIn(code);
  return captureBefore === undefined ? "-" : `${captureBefore.source}${captureBefore.moveBefore ? " move" : ""}`;
}

describe("code in a class", () => {
  const runs = (code: string): string => {
    const isApart = placeIn(code).function !== undefined;
    const isLate = captureIn(`Sentry.captureException(e); ${code}`) === "-";
    const isOnce = repetitionIn(`for (const x of xs) { ${code} }`) === "-";
    return [isApart && "apart", isLate && "after captures", isOnce && "not in loops"].filter(Boolean).join(", ");
  };

  test.each([
    "class A { x = CALL }",
    "class A { #x = CALL }",
    'class A { "x" = [CALL] }',
    "class A { accessor x = CALL }",
    "export const A = class { x = { y: CALL } }",
    "class A { x = class { static y = CALL } }",
  ])("runs with each instance: %s", (code) => {
    expect(runs(code)).toBe("apart, after captures, not in loops");
  });

  test.each([
    "class A { static x = CALL }",
    "class A { static accessor x = CALL }",
    "class A { static { CALL } }",
    "class A { static x = class { [CALL] = 1 } }",
    "class A { [CALL] = 1 }",
    "class A extends base(CALL) {}",
  ])("runs with the statement: %s", (code) => {
    expect(runs(code)).toBe("");
  });

  test("is not what a statement does that makes the class", () => {
    expect(captureIn("Sentry.captureException(e); class A { x = await f() } CALL")).toBe(
      "Sentry.captureException move",
    );
    expect(captureIn("Sentry.captureException(e); class A { static x = await f() } CALL")).toBe("-");
  });
});

describe("what records a breadcrumb again and again", () => {
  test.each([
    ["for (const x of xs) CALL", "loop for … of"],
    ["for (const x of [1, 2]) CALL", "-"],
    ["for (const x in o) CALL", "loop for … in"],
    ["for (const x of (CALL, xs)) {}", "-"],
    ["for (CALL; x; ) {}", "-"],
    ["for (;;) { CALL }", "loop for"],
    ["for (let i = 0; i < 3; i++) CALL", "-"],
    ["for (let i = 3; 0 < i; i--) CALL", "-"],
    ["for (let i = 0; i < n; i++) CALL", "loop for"],
    ["for (let { i } = x; i < 3; i++) CALL", "loop for"],
    ["for (let i; i < 3; i++) CALL", "loop for"],
    ["for (i = 0; i < 3; i++) CALL", "loop for"],
    ["for (let i = 0; i < 3000; i++) CALL", "loop for"],
    ["while (x) { CALL }", "loop while"],
    ["while (attempt < 3) { CALL }", "-"],
    ["while (this.attempts < 3) { CALL }", "-"],
    ["while (x) { CALL; attempt++ }", "-"],
    ["while (x) { CALL; retries += 1 }", "-"],
    ["while (x) { CALL; n++ }", "loop while"],
    ["while (x) { CALL; f() }", "loop while"],
    ["do { CALL } while (x)", "loop do … while"],
    ["while (x) { CALL; break }", "-"],
    ["while (x) { if (a) { CALL; break } }", "-"],
    ["a: while (x) { while (y) { CALL; break a } }", "-"],
    ["while (x) { switch (y) { case 1: CALL; break } }", "loop while ?"],
    ["while (x) { CALL; throw e }", "-"],
    ["while (x) { try { CALL; throw e } catch {} }", "loop while"],
    ["while (x) { try { f() } catch (e) { CALL; throw e } }", "-"],
    ["function f() { while (x) { CALL; return } }", "-"],
    ["while (x) { CALL; process.exit() }", "-"],
    ["while (x) { CALL; process.abort() }", "loop while"],
    ["while (x) { CALL; other.exit() }", "loop while"],
    ["while (x) { if (a) continue; CALL }", "loop while ?"],
    ["while (x) { a && CALL }", "loop while ?"],
    ["while (x) { a ? CALL : 0 }", "loop while ?"],
    ["while (x) { (CALL) && a }", "loop while"],
    ["while (x) { try {} catch { CALL } }", "loop while ?"],
    ["xs.forEach(() => { CALL })", "iteration xs.forEach"],
    ["xs.map(() => CALL)", "iteration xs.map"],
    ["[1].forEach(() => CALL)", "-"],
    ["xs.find(() => { CALL; return true })", "-"],
    ["xs.find(() => { CALL })", "iteration xs.find"],
    ["_.forEach(xs, () => CALL)", "iteration _.forEach"],
    ["_.forEach(() => CALL)", "-"],
    ["Array.from(xs, () => CALL)", "iteration Array.from"],
    ["xs.from(() => CALL)", "-"],
    ["xs.other(() => CALL)", "-"],
    ["forEach(() => CALL)", "-"],
    ["setInterval(() => CALL, 5)", "timer setInterval"],
    ["setInterval(f, () => CALL)", "-"],
    ["const t = setInterval(() => { CALL; clearInterval(t) }, 5)", "-"],
    ["setInterval(() => { if (a) { CALL; clearInterval(t) } }, 5)", "-"],
    ["setInterval(() => { const x = CALL }, 5)", "timer setInterval"],
    ["setTimeout(() => CALL, 5)", "-"],
    ["requestAnimationFrame(() => CALL)", "-"],
    ["function loop() { CALL; requestAnimationFrame(loop) }", "frame requestAnimationFrame"],
    ["const loop = () => { CALL; requestAnimationFrame(loop) }", "frame requestAnimationFrame"],
    ["requestAnimationFrame(x, () => CALL)", "-"],
    ['window.addEventListener("scroll", () => CALL)', "event scroll"],
    ['window.addEventListener("click", () => CALL)', "-"],
    ['window.addEventListener("scroll", () => CALL, { once: true })', "-"],
    ["window.addEventListener(name, () => CALL)", "-"],
    ["addEventListener(() => CALL)", "-"],
    ['x.on("mousemove", () => CALL)', "event mousemove"],
    ["window.onscroll = () => CALL", "event scroll"],
    ["window.onclick = () => CALL", "-"],
    ["scroll = () => CALL", "-"],
    ["<div onMouseMove={() => CALL} />", "event mousemove"],
    ["<div onMouseMoveCapture={() => CALL} />", "event mousemove"],
    ["<div onClick={() => CALL} />", "-"],
    ["<div a:b={() => CALL} />", "-"],
    ["<div>{() => CALL}</div>", "-"],
    ["const f = () => CALL; xs.forEach(f)", "iteration xs.forEach"],
    ["function f() { CALL } xs.forEach(f)", "iteration xs.forEach"],
    ["const { f } = () => CALL", "-"],
    ["(() => { CALL })()", "-"],
    ["const f = () => CALL; f()", "-"],
    ["while (x) (() => { CALL })()", "loop while"],
    ["while (x) { Sentry.withScope(() => CALL) }", "loop while"],
    ["while (x) { Sentry.withScope((scope) => scope.addBreadcrumb({ message: 'a' })) }", "-"],
    ["function App() { CALL; return <div /> }", "render App"],
    ["function App() { CALL; return <></> }", "render App"],
    ["function App() { CALL; return a ? <div /> : null }", "render App"],
    ["function App() { CALL; return a ? null : <div /> }", "render App"],
    ["function App() { CALL; return a && <div /> }", "render App"],
    ['function App() { CALL; return React.createElement("div") }', "render App"],
    ["function App() { CALL; return f() }", "-"],
    ["function App() { CALL; return }", "-"],
    ["const App = () => (CALL, <div />)", "render App"],
    ["const App = () => CALL", "-"],
    ["const App = () => <div a={CALL} />", "render App"],
    ["async function App() { CALL; return <div /> }", "-"],
    ["function app() { CALL; return <div /> }", "-"],
    ["class App extends React.Component { render() { CALL; return <div /> } }", "render App"],
    ["class App extends Component { render() { CALL } }", "render App"],
    ["export default class extends PureComponent { render() { CALL } }", "render render"],
    ["class App { render() { CALL } }", "-"],
    ["class App extends Other { render() { CALL } }", "-"],
    ["class App extends make() { render() { CALL } }", "-"],
    ["const o = { render() { CALL } }", "-"],
    ["const A = class extends Component { render() { CALL } }", "render render"],
    ["class App extends Component { load() { CALL } }", "-"],
    ["function useApp() { CALL; return <div /> }", "-"],
    ["function App() { CALL; return a ? 1 : 2 }", "-"],
    ["export default function () { CALL }", "-"],
    ["xs.forEach(() => { CALL; throw e })", "-"],
    ["xs.forEach(() => { CALL; process.exit() })", "-"],
    ["while (x) { CALL; f(); break }", "-"],
    ["while (x) { if (CALL) continue; f() }", "loop while"],
    ["while (x) { try { CALL; break } catch {} }", "-"],
    ["while (x) { try { CALL; throw e } finally { f() } }", "-"],
    ["for (const k in (CALL, o)) {}", "-"],
    ["for (const k in o) { CALL; attempt++ }", "loop for … in"],
    ["for (;;) { CALL; attempt++ }", "-"],
    ["while (x) { CALL; this.attempts++ }", "-"],
    ["for (let i = 0; more(i); i++) CALL", "loop for"],
    ["for (; i < 3; ) CALL", "loop for"],
    ["for (let i = 3000; 0 < i; i--) CALL", "loop for"],
    ["const n = 3000; for (let i = 3; n > i; i++) CALL", "loop for"],
    ["for (let i = 8; i < 12; i++) CALL", "-"],
    ["for (const x of { a: 1 }) CALL", "loop for … of"],
    ["for (const x of [1, ...xs]) CALL", "loop for … of"],
    ["for (const x of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) CALL", "loop for … of"],
    ["while (x) { for (const y of ys) { if (y) break; } CALL }", "loop while"],
    ["while (x) { if (a) f(); CALL }", "loop while"],
    ["while (x) { if (a) break; CALL }", "loop while ?"],
    ["function f() { while (x) { if (a) return; CALL } }", "loop while ?"],
    ["while (x) { switch (y) { case CALL: f() } }", "loop while ?"],
    ["while (x) { if (CALL) f() }", "loop while"],
    ["while (x) { f(CALL ? 1 : 2) }", "loop while"],
    ["setInterval(() => { if (a) CALL }, 5)", "timer setInterval ?"],
    ["Sentry.withScope((scope) => { while (x) (() => { scope.addBreadcrumb({ message: 'a' }) })() })", "loop while"],
    ["<List scroll={() => CALL} />", "-"],
    ["<div onCaptureScroll={() => CALL} />", "-"],
    ["o.doscroll = () => CALL", "-"],
    ["function loop() { CALL; requestAnimationFrame(x, loop) }", "-"],
    ["function draw() { CALL } requestAnimationFrame(draw)", "-"],
    ["requestAnimationFrame(draw); function draw() { CALL }", "-"],
    ["addEventListener('scroll', () => { CALL; f({ once: true }) })", "event scroll"],
  ])("%s", (code, repetition) => {
    expect(repetitionIn(code)).toBe(repetition);
  });
});

describe("the capture before a breadcrumb", () => {
  test.each([
    ["Sentry.captureException(e); CALL;", "Sentry.captureException move"],
    ["Sentry.captureException(e); return_; CALL;", "Sentry.captureException move"],
    ["Sentry.captureException(e); if (a) { CALL; }", "Sentry.captureException"],
    ["if (a) { Sentry.captureException(e); } CALL;", "-"],
    ["Sentry.captureException(e); await f(); CALL;", "-"],
    ["Sentry.captureException(e); await Sentry.flush(); CALL;", "Sentry.captureException move"],
    ["Sentry.captureException(e); await x; CALL;", "-"],
    ["Sentry.captureException(e); for await (const x of y) {} CALL;", "-"],
    ["Sentry.captureException(e); for (const x of y) {} CALL;", "Sentry.captureException move"],
    ["for (;;) { Sentry.captureException(e); if (x) break; CALL; }", "-"],
    ["for (;;) { Sentry.captureException(e); if (x) continue; CALL; }", "-"],
    ["function f() { Sentry.captureException(e); if (x) return; CALL; }", "-"],
    ["function* f() { Sentry.captureException(e); yield 1; CALL; }", "-"],
    ["function f() { Sentry.captureException(e); if (x) throw y; CALL; }", "-"],
    ["function f() { Sentry.captureException(e); CALL; throw e; }", "Sentry.captureException move"],
    ["function f() { Sentry.captureException(e); CALL; throw other; }", "-"],
    ["function f() { Sentry.captureMessage(); CALL; throw e; }", "-"],
    ["function f() { Sentry.captureException(e); { CALL; } throw e; }", "Sentry.captureException"],
    ["Sentry.captureException(e); CALL; Sentry.captureException(e);", "-"],
    ["Sentry.captureException(e); f(() => { CALL; });", "-"],
    ["f(() => { Sentry.captureException(e); }); CALL;", "-"],
    ["const id = Sentry.captureException(e); Sentry.addBreadcrumb({ message: id });", "-"],
    ["Sentry.captureException(e); const x = f(); Sentry.addBreadcrumb({ message: x });", "-"],
    ["Sentry.captureException(e); const x = 1; Sentry.addBreadcrumb({ message: x });", "Sentry.captureException"],
    ["let x = 0; Sentry.captureException(e); x++; Sentry.addBreadcrumb({ message: x });", "Sentry.captureException"],
    [
      "let x = {}; Sentry.captureException(e); x.a.b = 1; Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException",
    ],
    ["let x = {}; Sentry.captureException(e); x.a = f(); Sentry.addBreadcrumb({ data: x });", "-"],
    ["let x = {}; Sentry.captureException(e); g(x); Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(e); x.fill(); Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    [
      "let x = {}; Sentry.captureException(e); delete x.a; Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException",
    ],
    [
      "let x = {}; Sentry.captureException(x); console.log(x); Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException move",
    ],
    [
      "let x = {}; Sentry.captureException(e); const y = () => x; Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException",
    ],
    ["let x = {}; Sentry.captureException(e); y = x; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    [
      "let x = {}; Sentry.captureException(e); const { y = x } = z; Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException",
    ],
    [
      "Sentry.captureException(e); const { y = x } = z; Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException move",
    ],
    [
      "let x = 1; Sentry.captureException(e); y = -x; Sentry.addBreadcrumb({ data: x });",
      "Sentry.captureException move",
    ],
    ["x.captureException(e); CALL;", "-"],
    ["let id; id = Sentry.captureException(e); CALL;", "Sentry.captureException move"],
    ["let id; id += Sentry.captureException(e); CALL;", "-"],
    ["Sentry.captureException(e); f(() => { return 1; }); CALL;", "Sentry.captureException move"],
    ["{ Sentry.captureException(e); CALL }", "Sentry.captureException move"],
    ["Sentry.captureException(e)\nCALL\n[x].map(f)", "Sentry.captureException"],
    ["Sentry.captureException(e)\r\nCALL", "Sentry.captureException move"],
    ["captureException(e); CALL;", "-"],
    ['import { captureException } from "@sentry/react"; captureException(e); CALL;', "captureException move"],
    ["Sentry.captureException(e); CALL, x;", "Sentry.captureException"],
    ["switch (a) { case 1: Sentry.captureException(e); CALL; }", "Sentry.captureException move"],
    ["try { } catch (e) { Sentry.captureException(e); CALL; }", "Sentry.captureException move"],
    ["Sentry.captureException(e); let x; CALL; x = 1;", "Sentry.captureException move"],
  ])("%s", (code, capture) => {
    expect(captureIn(code)).toBe(capture);
  });

  test("is not looked for across very many statements", () => {
    expect(captureIn(`Sentry.captureException(e); ${"f();".repeat(60)} CALL;`)).toBe("-");
  });
});

describe("the name of the function around it", () => {
  test.each([
    ["function f() { CALL }", "f"],
    ["const f = () => { CALL }", "f"],
    ["const { f } = () => { CALL }", "(none)"],
    ["o.f = () => { CALL }", "f"],
    ["f = () => { CALL }", "f"],
    ["o[f] = () => { CALL }", "(none)"],
    ["const o = { f() { CALL } }", "f"],
    ["const o = { f: () => { CALL } }", "f"],
    ["class A { f() { CALL } }", "f"],
    ["class A { f = () => { CALL } }", "f"],
    ["class A { #f() { CALL } }", "#f"],
    ["class A { static { CALL } }", "top"],
    ["const f = useCallback(() => { CALL }, [])", "f"],
    ["const f = wrap(function g() { CALL })", "g"],
    ["export default () => { CALL }", "(none)"],
    ["g(() => { CALL })", "(none)"],
    ["const [f] = [() => { CALL }]", "(none)"],
    ["const o = { ['f']: () => { CALL } }", "f"],
    ["const o = { [f]: () => { CALL } }", "(none)"],
    ["CALL", "top"],
    ["o.a.b = function () { CALL }", "b"],
    ["(0, () => { CALL })()", "(none)"],
  ])("%s", (code, name) => {
    const around = placeIn(code).function;
    expect(around === undefined ? "top" : (around.name ?? "(none)")).toBe(name);
  });
});

describe("what is recorded beside it", () => {
  test.each([
    ["console.log('a'); CALL", "console console.log says 'a'"],
    ["console.log(); CALL", ""],
    ["console.table('a'); CALL", ""],
    ["const x = await fetch('/a'); CALL", "fetch fetch to '/a'"],
    ["await fetch('/a'); CALL", "fetch fetch to '/a'"],
    ["void fetch('/a'); CALL", "fetch fetch to '/a'"],
    ["x = fetch('/a'); CALL", "fetch fetch to '/a'"],
    ["(await fetch('/a')).json(); CALL", "fetch fetch to '/a'"],
    ["window.fetch('/a'); CALL", "fetch window.fetch to '/a'"],
    ["other.fetch('/a'); CALL", ""],
    ["fetch({ url: '/a' }); CALL", "fetch fetch to '/a'"],
    ["fetch({ pathname: '/a' }); CALL", "fetch fetch to '/a'"],
    ["fetch({ path: '/a' }); CALL", "fetch fetch to '/a'"],
    ["fetch({ b: 1 }); CALL", "fetch fetch"],
    ["fetch(); CALL", "fetch fetch"],
    ["!fetch('/a'); CALL", ""],
    ["function f() { CALL; return fetch('/a') }", "fetch fetch to '/a'"],
    ["function f() { CALL; return; }", ""],
    ["function f() { fetch('/a'); return CALL }", ""],
    ["let x; CALL", ""],
    ["let x = fetch('/a'), y = console.log('b'); CALL", "fetch fetch to '/a', console console.log says 'b'"],
    ["router.push('/a'); CALL", "history router.push to '/a'"],
    ["history.pushState(1, 2, '/a'); CALL", "history history.pushState to '/a'"],
    ["history.pushState(1); CALL", ""],
    ["navigate('/a'); CALL", "history navigate to '/a'"],
    ["this.router.navigate('/a'); CALL", "history this.router.navigate to '/a'"],
    ["this.x.push('/a'); CALL", ""],
    ["const r = new XMLHttpRequest(); r.open('GET', '/a'); CALL", "xhr r.open to '/a'"],
    ["const r = new XMLHttpRequest(); r.send('GET', '/a'); CALL", ""],
    ["const r = new Other(); r.open('GET', '/a'); CALL", ""],
    ["import axios from 'axios'; axios.get('/a'); CALL", "xhr axios.get to '/a'"],
    ["import axios from 'axios'; axios('/a'); CALL", "xhr axios to '/a'"],
    ["el.addEventListener('click', () => { CALL })", "dom click"],
    ["el.addEventListener('focus', () => { CALL })", ""],
    ["el.addEventListener(x, () => { CALL })", ""],
    ["history.listen(() => { CALL })", "history history.listen"],
    ["router.afterEach(() => { CALL })", "history router.afterEach"],
    ["other.listen(() => { CALL })", ""],
    ["listen(() => { CALL })", ""],
    ["useEffect(() => { CALL }, [pathname])", "history useEffect"],
    ["useEffect(() => { CALL }, [location.search])", "history useEffect"],
    ["useEffect(() => { CALL }, [location.a.b])", ""],
    ["useEffect(() => { CALL }, [pathname, x])", ""],
    ["useEffect(() => { CALL }, [])", ""],
    ["useEffect(() => { CALL }, [,])", ""],
    ["useEffect(() => { CALL }, deps)", ""],
    ["useEffect(() => { CALL })", ""],
    ["<a onClick={() => { CALL }} />", "dom onClick"],
    ["<a onFocus={() => { CALL }} />", ""],
    ["<a>{() => { CALL }}</a>", ""],
    ["<a x:y={() => { CALL }} />", ""],
    ["const handleClick = () => { CALL }", "dom handleClick"],
    ["function onClick() { CALL }", "dom onClick"],
    ["const other = () => { CALL }", ""],
    ["if (x) { fetch('/a') } CALL", ""],
    ["a().b().c().d(); CALL", ""],
    ["logger.log('a'); CALL", ""],
    ["console.log.bind('a'); CALL", ""],
    ["a().navigate('/a'); CALL", ""],
    ["x.navigate('/a'); CALL", ""],
    ["router.go('/a'); CALL", ""],
    ["Promise.resolve('/a'); CALL", ""],
    ["addEventListener('click', () => { CALL })", "dom click"],
    ["window.document.addEventListener('click', () => { CALL })", "dom click"],
    ["addEventListener(() => { CALL })", ""],
    ["el.other('click', () => { CALL })", ""],
    ["app.router.afterEach(() => { CALL })", "history app.router.afterEach"],
    ["router.other(() => { CALL })", ""],
    ["useMemo(() => { CALL }, [pathname])", ""],
    ["console.log('a'); await CALL", "console console.log says 'a'"],
    ["console.log('a'); void CALL", "console console.log says 'a'"],
    ["console.log('a'); Sentry?.addBreadcrumb({ message: 'a' })", "console console.log says 'a'"],
    ["console.log('a'); x = CALL", "console console.log says 'a'"],
    ["console.log('a'); const x = CALL", "console console.log says 'a'"],
    ["console.log('a'); !CALL", ""],
    ["console.log('a'); x += CALL", ""],
    ["console.log('a'); x[CALL] = 1", ""],
    ["console.log('a'); const { [CALL]: x } = y", ""],
    ["console.log('a'); f(CALL)", ""],
    ["CALL; console.log('a')", "console console.log says 'a'"],
    ["console.log('a'); console.log('b'); CALL; f(); console.log('c')", "console console.log says 'b'"],
    ["class A { static { console.log('a'); CALL } }", "console console.log says 'a'"],
    ["namespace N { console.log('a'); CALL }", "console console.log says 'a'"],
  ])("%s", (code, expected) => {
    const shown = (placeIn(code).recorders ?? []).map(
      ({ integration, source, text, target }) =>
        `${integration} ${source}${text ? ` says ${text.source}` : ""}${target ? ` to ${target.source}` : ""}`,
    );
    expect(shown.join(", ")).toBe(expected);
  });
});

describe("the integrations that a file leaves on", () => {
  function integrationsIn(module: string, code: string): string {
    const text = `import * as Sentry from "${module}";\n${code}\nSentry.addBreadcrumb({ message: "a" });`;
    const [breadcrumb] = detect(text).breadcrumbs;
    return [...(breadcrumb?.place.integrations ?? [])].sort().join(" ");
  }

  test.each([
    ["Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ console: false })] });", "fetch http"],
    ["Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ console: true })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ other: false })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ ...x })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.breadcrumbsIntegration()] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ levels: ['error'] })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ levels: x })] });", "fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ levels: [x] })] });", "fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ filter: f })] });", "fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ other: f })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.httpIntegration({ breadcrumbs: false })] });", "console fetch"],
    ["Sentry.init({ integrations: [Sentry.httpIntegration({ breadcrumbs: true })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.httpIntegration({ spans: false })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.nativeNodeFetchIntegration({ breadcrumbs: false })] });", "console http"],
    ["Sentry.init({ integrations: [Sentry.nativeNodeFetchIntegration({ x: false })] });", "console fetch http"],
    ["Sentry.init({ defaultIntegrations: false });", ""],
    ["Sentry.init({ defaultIntegrations: [] });", ""],
    ["Sentry.init({ defaultIntegrations: x });", ""],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ levels: [, 'error'] })] });", "fetch http"],
    ["function f(all) { Sentry.init({ defaultIntegrations: all }); }", ""],
    ["Sentry.init({ defaultIntegrations: true });", "console fetch http"],
    ["Sentry.init({ defaultIntegrations: undefined });", "console fetch http"],
    ["Sentry.init({ defaultIntegrations: Sentry.getDefaultIntegrations({}) });", "console fetch http"],
    ["Sentry.init({ defaultIntegrations: Sentry.getDefaultIntegrations({}).filter(f) });", ""],
    ["Sentry.init({ defaultIntegrations: Sentry.getDefaultIntegrations({}).map(f) });", ""],
    [
      "Sentry.init({ defaultIntegrations: Sentry.getDefaultIntegrations({}).filter(({ name }) => name !== 'Http') });",
      "console fetch",
    ],
    ["Sentry.init({ defaultIntegrations: false, integrations: [Sentry.consoleIntegration()] });", "console"],
    ["Sentry.init({ defaultIntegrations: [Sentry.httpIntegration(), other()] });", "http"],
    ["const options = { defaultIntegrations: false }; Sentry.init(options);", ""],
    ["Sentry.init({ integrations: (all) => all });", "console fetch http"],
    ["Sentry.init({ integrations: (all) => [...all, other()] });", "console fetch http"],
    ["Sentry.init({ integrations: (all) => all.concat(other()) });", "console fetch http"],
    ["Sentry.init({ integrations: (all) => all.slice(1) });", ""],
    ["Sentry.init({ integrations: (all) => [other()] });", ""],
    ["Sentry.init({ integrations: ([all]) => all });", ""],
    ["Sentry.init({ integrations(all) { change(all); return all; } });", ""],
    ["Sentry.init({ integrations: (all) => all.filter((each) => each.name !== 'Console') });", "fetch http"],
    [
      "Sentry.init({ integrations: (all) => all.filter((each) => { return each.name !== 'Http'; }) });",
      "console fetch",
    ],
    ["Sentry.init({ integrations: (all) => all.filter(({ name }) => !['Console', 'Http'].includes(name)) });", "fetch"],
    ["Sentry.init({ integrations: (all) => [...all.filter(({ name: a }) => a !== 'Http'), b] });", "console fetch"],
    ["Sentry.init({ integrations: (all) => all.filter((each) => each.name === 'Http') });", "http"],
    ["Sentry.init({ integrations: (all) => all.filter((each) => !DROPPED.includes(each.name)) });", ""],
    ["Sentry.init({ integrations: (all) => all.filter(isWanted) });", ""],
    ["Sentry.init({ integrations: (all) => all.filter(([each]) => each !== 'Http') });", ""],
    ["Sentry.init({ integrations: [Sentry.httpIntegration(), a && b].filter(Boolean) });", "console fetch http"],
    ["Sentry.init({ integrations: x });", ""],
    ["Sentry.init();", "console fetch http"],
    ["Sentry.init({ integrations: (all) => all.filter() });", ""],
    ["Sentry.init({ defaultIntegrations: [...all, Sentry.consoleIntegration()] });", "console"],
    ["Sentry.init(x);", "console fetch http"],
    ["Sentry.otherIntegration({ breadcrumbs: false });", "console fetch http"],
    ["other({ breadcrumbs: false });", "console fetch http"],
    ["", "console fetch http"],
  ])("on a server: %s", (code, integrations) => {
    expect(integrationsIn("@sentry/node", code)).toBe(integrations);
  });

  test.each([
    [`import { x } from "other"; Sentry.addBreadcrumb({});`, "console dom fetch history sentry xhr"],
    [`import { addBreadcrumb } from "@sentry/node"; Sentry.setTag("a", 1); addBreadcrumb({});`, "console fetch http"],
    [`import * as A from "@sentry/node"; import * as B from "@sentry/browser"; A.addBreadcrumb({});`, ""],
    [`import { crumb } from "./crumb"; f(); crumb({});`, ""],
  ])("by the SDK that a file has: %s", (text, expected) => {
    const [breadcrumb] = detect(text, { settings: { wrappers: ["crumb"] } }).breadcrumbs;
    expect([...(breadcrumb?.place.integrations ?? [])].sort().join(" ")).toBe(expected);
  });

  test.each([
    ["", "console dom fetch history sentry xhr"],
    [
      "Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ dom: false, fetch: false })] });",
      "console history sentry xhr",
    ],
    [
      "Sentry.init({ integrations: [new Sentry.Integrations.Breadcrumbs({ history: false })] });",
      "console dom fetch sentry xhr",
    ],
  ])("in a browser: %s", (code, integrations) => {
    expect(integrationsIn("@sentry/browser", code)).toBe(integrations);
  });
});

/** A snippet after edits of it, which are in its own place behind the import. */
function edited(code: string, edits: readonly Edit[] | undefined): string | undefined {
  const head = 'import * as Sentry from "@sentry/react";\n';
  let text = head + code.replace("CALL", 'Sentry.addBreadcrumb({ message: "a" })');
  for (const { range, text: inserted } of [...(edits ?? [])].sort((one, other) => other.range[0] - one.range[0]))
    text = text.slice(0, range[0]) + inserted + text.slice(range[1]);
  return edits && text.slice(head.length).replace('Sentry.addBreadcrumb({ message: "a" })', "CALL");
}

describe("a statement is taken out", () => {
  test.each([
    ["f();\nCALL;\ng();", "f();\ng();"],
    ["f();\r\n  CALL; \r\ng();", "f();\r\ng();"],
    ["f();\n\n  CALL;\n\ng();", "f();\n\n\ng();"],
    ["f();\nCALL;", "f();\n"],
    ["f(); CALL;\ng();", "f(); \ng();"],
    ["CALL; g();", " g();"],
    ["f();\nCALL; g();", "f();\n g();"],
    ["  CALL;\ng();", "g();"],
    ["f();\rCALL;\rg();", "f();\rg();"],
    ["const x = CALL;\ng();", undefined],
    ["if (a) CALL;", undefined],
    ["if (a) { CALL; }", "if (a) {  }"],
    ["for (const x = CALL; ; ) {}", undefined],
    ["// why\nCALL;\ng();", undefined],
    ["/* why */ CALL;\ng();", undefined],
    ["f(); // of f\nCALL;\ng();", undefined],
    ["// a part\n\nCALL;\ng();", "// a part\n\ng();"],
    ["// a part\r\n  \r\nCALL;\r\ng();", "// a part\r\n  \r\ng();"],
    ["CALL; // why\ng();", undefined],
    ["CALL;\n// of g\ng();", "// of g\ng();"],
    ["CALL /* why */;\ng();", undefined],
    ["let a = b\nCALL\ng()", "let a = b\ng()"],
    ["let a = b\nCALL\n;(g)()", undefined],
    ["let a = b\nCALL\n[1].map(f)", undefined],
    ["let a = b;\nCALL;\n(c)()", "let a = b;\n(c)()"],
    ["f()\nCALL;\n`x`.trim()", undefined],
    ["f()\nCALL;\n+x", undefined],
    ["f()\nCALL;\n/x/.test(y)", undefined],
    ["f()\nCALL;\ng(`x`)", "f()\ng(`x`)"],
    ["{ f() }\nCALL\ng([1])", "{ f() }\ng([1])"],
    ["switch (a) { case 1:\nCALL;\n[b] = c }", "switch (a) { case 1:\n[b] = c }"],
    ['f("a;")\nCALL;\n[b] = c', undefined],
    ["{ Sentry.addBreadcrumb({ /* why */ message: 'a' }); }", undefined],
    ["f`;`\nCALL;\n[b] = c", undefined],
  ])("%j", (code, expected) => {
    const { removal } = placeIn(code);
    expect(edited(code, removal)).toBe(expected);
  });
});

describe("a breadcrumb moves before a capture", () => {
  test.each([
    ["CAPTURE;\nCALL;\n", "CALL;\nCAPTURE;\n"],
    ["{\r\n  CAPTURE;\r\n  CALL;\r\n}", "{\r\n  CALL;\r\n  CAPTURE;\r\n}"],
    ["{ CAPTURE; CALL; }", "{ CALL; CAPTURE;  }"],
    ["{ CAPTURE; CALL }", "{ CALL; CAPTURE;  }"],
    ["f(); CAPTURE;\nCALL;\n", "f(); CALL; CAPTURE;\n"],
    ["f(); CAPTURE\nCALL\n", "f(); CALL; CAPTURE\n"],
    ["CAPTURE\nCALL\n", "CALL\nCAPTURE\n"],
    ["(CAPTURE)\nCALL;\n", "CALL;\n(CAPTURE)\n"],
    ["(CAPTURE)\nCALL\n", undefined],
    ["CAPTURE;\n// why\nCALL;\n", undefined],
    ["CAPTURE;\nconst add = Sentry.addBreadcrumb;\nadd({ message: 'a' });\n", undefined],
    [
      "CAPTURE;\nfunction f() {}\nSentry.addBreadcrumb({ message: f.name });\n",
      "Sentry.addBreadcrumb({ message: f.name });\nCAPTURE;\nfunction f() {}\n",
    ],
    ["class A { static { CAPTURE; CALL; } }", "class A { static { CALL; CAPTURE;  } }"],
    ["namespace N { CAPTURE; CALL; }", "namespace N { CALL; CAPTURE;  }"],
  ])("%j", (code, expected) => {
    const text = code.replace("CAPTURE", "Sentry.captureException(e)");
    const moved = edited(text, placeIn(text).captureBefore?.moveBefore);
    expect(moved?.replace("Sentry.captureException(e)", "CAPTURE")).toBe(expected);
  });
});
