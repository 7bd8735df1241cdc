import { describe, expect, test } from "vitest";
import type { Place } from "../../../src/breadcrumb/index.ts";
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
    ["let x = {}; Sentry.captureException(e); x.a.b = 1; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(e); x.a = f(); Sentry.addBreadcrumb({ data: x });", "-"],
    ["let x = {}; Sentry.captureException(e); g(x); Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(e); x.fill(); Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(e); delete x.a; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(x); console.log(x); Sentry.addBreadcrumb({ data: x });", "Sentry.captureException move"],
    ["let x = {}; Sentry.captureException(e); const y = () => x; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(e); y = x; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["let x = {}; Sentry.captureException(e); const { y = x } = z; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException"],
    ["Sentry.captureException(e); const { y = x } = z; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException move"],
    ["let x = 1; Sentry.captureException(e); y = -x; Sentry.addBreadcrumb({ data: x });", "Sentry.captureException move"],
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
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ levels: ['error'] })] });", "fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ filter: f })] });", "fetch http"],
    ["Sentry.init({ integrations: [Sentry.consoleIntegration({ other: f })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.httpIntegration({ breadcrumbs: false })] });", "console fetch"],
    ["Sentry.init({ integrations: [Sentry.httpIntegration({ breadcrumbs: true })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.httpIntegration({ spans: false })] });", "console fetch http"],
    ["Sentry.init({ integrations: [Sentry.nativeNodeFetchIntegration({ breadcrumbs: false })] });", "console http"],
    ["Sentry.init({ integrations: [Sentry.nativeNodeFetchIntegration({ x: false })] });", "console fetch http"],
    ["Sentry.init({ defaultIntegrations: false });", ""],
    ["Sentry.init({ defaultIntegrations: [] });", ""],
    ["Sentry.init({ defaultIntegrations: x });", "console fetch http"],
    ["Sentry.init({ integrations: (all) => all });", ""],
    ["Sentry.init({ integrations: x });", ""],
    ["Sentry.init(x);", "console fetch http"],
    ["Sentry.otherIntegration({ breadcrumbs: false });", "console fetch http"],
    ["other({ breadcrumbs: false });", "console fetch http"],
    ["", "console fetch http"],
  ])("on a server: %s", (code, integrations) => {
    expect(integrationsIn("@sentry/node", code)).toBe(integrations);
  });

  test.each([
    ["", "console dom fetch history sentry xhr"],
    ["Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ dom: false, fetch: false })] });", "console history sentry xhr"],
    ["Sentry.init({ integrations: [new Sentry.Integrations.Breadcrumbs({ history: false })] });", "console dom fetch sentry xhr"],
  ])("in a browser: %s", (code, integrations) => {
    expect(integrationsIn("@sentry/browser", code)).toBe(integrations);
  });
});
