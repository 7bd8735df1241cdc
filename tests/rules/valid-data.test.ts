import { js, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("valid-data", {
  valid: {
    "types that share a name with the platform's": ts`
      import * as Sentry from "@sentry/node";
      import { Map } from "immutable";
      import type { FormData } from "./forms";
      class Headers { id = 1 }
      interface Set { id: number }
      export function note(map: Map<string, number>, form: FormData, headers: Headers, set: Set) {
        Sentry.addBreadcrumb({ message: "a", data: { map, form, headers, set } });
      }
    `,
    "bodies that are awaited, and functions of the same name": ts`
      import * as Sentry from "@sentry/node";
      import { split } from "./carts";
      export function parted(cart) {
        Sentry.addBreadcrumb({ message: "a", data: split(cart) });
        Sentry.addBreadcrumb({ message: "a", data: cart.split({ by: "seller" }) });
      }
      export async function note(page, body) {
        const response = await fetch("/a");
        Sentry.addBreadcrumb({ message: "a", data: { body: await response.json(), status: response.status } });
        Sentry.addBreadcrumb({ message: "a", data: { body: body.json(), query: page.searchParams } });
      }
    `,
    "arguments of the console, unless they are asked for": js`
      import * as Sentry from "@sentry/node";
      console.info("saved", { order: { id: 1 } });
    `,
    "what holds something of the name, or what they hold": js`
      import * as Sentry from "@sentry/node";
      import { Map } from "immutable";
      Sentry.addBreadcrumb({ message: "a", data: { all: new Map([["a", 1]]), ids: [...new Set(ids)] } });
      Sentry.addBreadcrumb({ message: "a", data: Object.fromEntries(new URLSearchParams(search)) });
    `,
    objects: js`
      import * as Sentry from "@sentry/node";
      const data = { total: 1 };
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb({ message: "a", data });
      Sentry.addBreadcrumb({ message: "a", data: { ...data, at: new Date() } });
      Sentry.addBreadcrumb({ message: "a", data: ok ? data : undefined });
      Sentry.addBreadcrumb({ message: "a", data: { error, items: [1, 2], text: "a" } });
    `,
    "what the file does not tell": ts`
      import * as Sentry from "@sentry/node";
      export function note(data, order: Order, mixed: string | Order): void {
        Sentry.addBreadcrumb({ message: "a", data });
        Sentry.addBreadcrumb({ message: "a", data: order });
        Sentry.addBreadcrumb({ message: "a", data: mixed as never });
        Sentry.addBreadcrumb({ message: "a", data: describe(order) });
      }
      interface FormError { readonly field: string }
      export function reject(error: FormError): void {
        Sentry.addBreadcrumb({ message: "a", data: error });
      }
    `,
    "three levels": js`
      import * as Sentry from "@sentry/node";
      const shared = { d: 1 };
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: { c: 1 } }, list: [[1, "a", null]] } });
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: shared } } });
    `,
    "more levels where the project sends them": js({ options: { depth: 5 } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: { c: { d: 1 } } } } });
    `,
    "an object that says itself what it is sent as": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: { toJSON: () => ({ a: 1 }) } });
      Sentry.addBreadcrumb({ message: "a", data: { a: { toJSON() { return 1; }, render() {} } } });
    `,
    "an object that refers to itself": js`
      import * as Sentry from "@sentry/node";
      const tree = {};
      tree.self = tree;
      Sentry.addBreadcrumb({ message: "a", data: { id: tree.id } });
    `,
    "a function or something else under one name, and what only begins with a symbol": js`
      import * as Sentry from "@sentry/node";
      const shown = ok ? () => 1 : "a";
      Sentry.addBreadcrumb({ message: "a", data: { shown } });
      Sentry.addBreadcrumb({ message: "a", data: { a: Symbol.iterator.toString(), b: Symbol.iterator.description } });
    `,
    "a symbol that is the project's own": js`
      import * as Sentry from "@sentry/node";
      import { Symbol } from "./symbols.js";
      Sentry.addBreadcrumb({ message: "a", data: { a: Symbol.iterator, b: Symbol("a") } });
    `,
    "changes before the call, in other runs, or to another object": js`
      import * as Sentry from "@sentry/node";
      function note(cart, items) {
        const data = {};
        data.total = 1;
        Sentry.addBreadcrumb({ message: "a", data });
        let other = { total: 1 };
        Sentry.addBreadcrumb({ message: "a", data: other });
        other = { total: 2 };
        other.total = 3;
        Sentry.addBreadcrumb({ message: "a", data: { cart, items } });
        window.addEventListener("click", () => { cart.total = 2; });
        if (cart.open) cart.total = 3;
        items.forEach(() => {});
      }
      function copied(cart) {
        Sentry.addBreadcrumb({ message: "a", data: { ...cart } });
        cart.total = 4;
      }
      function visit(history) {
        Sentry.addBreadcrumb({ message: "a", data: { history } });
        history.push("/cart");
      }
    `,
    "changes of what an object holds where the call may not come before them, or copies it": js`
      import * as Sentry from "@sentry/node";
      const seen = [];
      const shared = { seen };
      seen.push(1);
      export function note() {
        Sentry.addBreadcrumb({ message: "a", data: shared });
      }
      export function boot(ok) {
        const steps = [];
        const data = { steps };
        if (ok) {
          Sentry.addBreadcrumb({ message: "a", data });
          return;
        }
        steps.push("a");
      }
      export function copied() {
        const steps = [];
        const data = { steps };
        Sentry.addBreadcrumb({ message: "a", data: structuredClone(data) });
        Sentry.addBreadcrumb({ message: "a", data: { steps: [...data.steps] } });
        steps.push("a");
      }
    `,
    "what the SDK turns into an object or a string of some use": ts`
      import * as Sentry from "@sentry/browser";
      export function note(event: MouseEvent, button: HTMLButtonElement) {
        Sentry.addBreadcrumb({ message: "a", data: { event, button } });
        Sentry.addBreadcrumb({ message: "a", data: arguments });
      }
      export class Cart {
        total = 1;
        note() {
          Sentry.addBreadcrumb({ message: "a", data: this as never });
        }
      }
    `,
    "a breadcrumb that is put together before the call": js`
      import * as Sentry from "@sentry/node";
      const cart = { total: 1 };
      const crumb = { message: "a", data: cart };
      cart.total = 2;
      Sentry.addBreadcrumb(crumb);
    `,
    "what is awaited, and what is no promise": ts`
      import * as Sentry from "@sentry/node";
      const load = async () => ({ id: 1 });
      const either = isSlow ? load : () => ({ id: 1 });
      async function* pages() {}
      export async function note(given: Promise<Cart>, later: Promise<Cart>) {
        later = await later;
        let answer = load();
        answer = await answer;
        const [first] = await Promise.all([load()]);
        const loaded = await (load() as Promise<Cart>);
        for await (const each of [load()]) Sentry.addBreadcrumb({ message: "a", data: { each } });
        Sentry.addBreadcrumb({ message: "a", data: { given: await given, later, answer, first, loaded } });
        Sentry.addBreadcrumb({ message: "a", data: { either: either(), pages: pages() } });
        given.then((cart) => Sentry.addBreadcrumb({ message: "a", data: { cart } }));
      }
    `,
    "what is put in the place of what was recorded, or is no list": js`
      import * as Sentry from "@sentry/node";
      const state = { steps: [1], count: 1, log: open() };
      Sentry.addBreadcrumb({ message: "a", data: { steps: state.steps, count: state.count } });
      state.steps = [];
      state.steps.push(2);
      state.count = 2;
      const other = { log: open() };
      Sentry.addBreadcrumb({ message: "a", data: { other } });
      other.log.push(1);
      other.a.b.c.d = 1;
    `,
    "what a wrapper may write otherwise": js({
      settings: { wrappers: [{ name: "trail", parameters: ["message", "data"] }] },
    })`
      trail("a", { a: { b: { c: { d: 1 } } }, render: () => 1 });
    `,
    "elements under a key, and what may be something else": ts`
      import * as Sentry from "@sentry/browser";
      interface HTMLNoteElement {
        text: string;
      }
      export function note(event: MouseEvent, own: HTMLNoteElement, button: HTMLButtonElement) {
        Sentry.addBreadcrumb({ message: "a", data: { button } });
        Sentry.addBreadcrumb({ message: "a", data: own });
        Sentry.addBreadcrumb({ message: "a", data: event.target });
      }
    `,
  },
  invalid: {
    elements: ts`
      import * as Sentry from "@sentry/browser";
      export function note(event: MouseEvent, button: HTMLButtonElement) {
        Sentry.addBreadcrumb({ message: "a", data: button });
                                                   ~~~~~~ sort
        Sentry.addBreadcrumb({ message: "a", data: event.target as HTMLInputElement });
                                                   ~~~~~~~~~~~~ sort +1
      }
      === suggest wrap
      import * as Sentry from "@sentry/browser";
      export function note(event: MouseEvent, button: HTMLButtonElement) {
        Sentry.addBreadcrumb({ message: "a", data: { button } });
        Sentry.addBreadcrumb({ message: "a", data: event.target as HTMLInputElement });
      }
    `,
    "what certainly has no properties": ts`
      import * as Sentry from "@sentry/node";
      export async function note(url: URL) {
        Sentry.addBreadcrumb({ message: "a", data: { form: /ab+/u, query: url.searchParams } });
                                                           ~~~~~~ fieldless
                                                                          ~~~~~~~~~~~~~~~~ fieldless
        Sentry.addBreadcrumb({ message: "a", data: { query: new URL("/a").searchParams } });
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~ fieldless
        const response = await fetch(url);
        Sentry.addBreadcrumb({ message: "a", data: { body: response.json() } });
                                                           ~~~~~~~~~~~~~~~ fieldless
      }
    `,
    "what functions of the platform yield": js`
      import * as Sentry from "@sentry/node";
      export function note(given) {
        Sentry.addBreadcrumb({ message: "a", data: given.split(",") });
                                                   ~~~~~~~~~~~~~~~~ sort +1
        Sentry.addBreadcrumb({ message: "a", data: given.split(/,/u) });
                                                   ~~~~~~~~~~~~~~~~~ sort +1
        Sentry.addBreadcrumb({ message: "a", data: Number(given) });
                                                   ~~~~~~~~~~~~~ sort +1
      }
    `,
    "objects without fields of their own": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: { seen: new Set(ids), query: new URLSearchParams(search) } });
                                                         ~~~~~~~~~~~~ fieldless
                                                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~ fieldless
      const headers = new Headers();
      Sentry.addBreadcrumb({ message: "a", data: headers });
                                                 ~~~~~~~ fieldless
    `,
    "objects without fields of their own, by their type": ts`
      import * as Sentry from "@sentry/node";
      export function note(totals: Map<string, number>) {
        Sentry.addBreadcrumb({ message: "a", data: { totals, names: [...totals.keys()] } });
                                                     ~~~~~~ fieldless
      }
    `,
    "promises that nothing awaits": ts`
      import * as Sentry from "@sentry/node";
      const load = async () => ({ id: 1, retry: () => load() });
      class Store {
        async read(key: string) {
          return key;
        }
        note() {
          Sentry.addBreadcrumb({ message: "a", data: { value: this.read("b") } });
                                                              ~~~~~~~~~~~~~~ fieldless
        }
      }
      export async function note(given: Promise<string>) {
        Sentry.addBreadcrumb({ message: "a", data: load() });
                                                   ~~~~~~ fieldless
        Sentry.addBreadcrumb({ message: "a", data: given });
                                                   ~~~~~ fieldless
        Sentry.addBreadcrumb({ message: "a", data: { answer: fetch("/"), all: Promise.all([load()]) } });
                                                             ~~~~~~~~~~ fieldless
                                                                              ~~~~~~~~~~~~~~~~~~~~~ fieldless
        const made = new Promise((resolve) => setTimeout(resolve, 1));
        const text = fetch("/").then((answer) => answer.text());
        Sentry.addBreadcrumb({ message: "a", data: { made, text } });
                                                     ~~~~ fieldless
                                                           ~~~~ fieldless
      }
    `,
    "the rest of a function's arguments": js`
      import * as Sentry from "@sentry/node";
      export function note(message, ...others) {
        Sentry.captureMessage(message);
        Sentry.addBreadcrumb({ message: "a", data: others });
                                                   ~~~~~~ sort +1
      }
    `,
    "what an object holds that changes after the call": js`
      import * as Sentry from "@sentry/node";
      const cart = { items: [], total: { cents: 1 } };
      const state = { steps: [1] };
      Sentry.addBreadcrumb({ message: "a", data: cart });
                                                 ~~~~ changed
      cart.items.push("tea");
      Sentry.addBreadcrumb({ message: "a", data: { cart } });
                                                   ~~~~ changed
      cart.total.cents = 2;
      Sentry.addBreadcrumb({ message: "a", data: { steps: state.steps } });
                                                          ~~~~~~~~~~~ changed +1
      state.steps.splice(0, 1);
    `,
    "answers and amounts": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: true });
                                                 ~~~~ sort +1
      Sentry.addBreadcrumb({ message: "a", data: !ok });
                                                 ~~~ sort +1
      Sentry.addBreadcrumb({ message: "a", data: total - paid });
                                                 ~~~~~~~~~~~~ sort +1
      Sentry.addBreadcrumb({ message: "a", data: first + second });
    `,
    "what an object holds that is made before the call and changes after it": js`
      import * as Sentry from "@sentry/node";
      export function boot(ok) {
        const steps = [];
        const data = { nested: { steps } };
                                 ~~~~~ changed
        steps.push("before the call");
        Sentry.addBreadcrumb({ message: "a", data });
        steps.push("after it");
        if (ok) {
          const names = ["a"];
          const given = { names };
                          ~~~~~ changed
          Sentry.addBreadcrumb({ message: "b", data: given });
          names.length = 0;
        }
      }
    `,
    "an enumeration": ts`
      import * as Sentry from "@sentry/node";
      enum Step { Cart, Paid }
      export function note(step: Step, state: "open" | "paid"): void {
        Sentry.addBreadcrumb({ message: "a", data: step });
                                                   ~~~~ sort +1
        Sentry.addBreadcrumb({ message: "a", data: state });
                                                   ~~~~~ sort +1
      }
    `,
    "functions that stand elsewhere, or in the place of others": js`
      import * as Sentry from "@sentry/node";
      const data = { show: () => 1 };
                           ~~~~~~~ function
      Sentry.addBreadcrumb({ message: "a", data });
      Sentry.addBreadcrumb({ message: "a", data: { show: ok ? () => 2 : "a", all: [() => 3] } });
                                                              ~~~~~~~ function
                                                                                   ~~~~~~~ function
    `,
    "a value whose name says no more than where it stands": js`
      import * as Sentry from "@sentry/node";
      const data = new Error("a");
      Sentry.addBreadcrumb({ message: "a", data });
                                           ~~~~ error +1
      === suggest wrap
      import * as Sentry from "@sentry/node";
      const data = new Error("a");
      Sentry.addBreadcrumb({ message: "a", data: { error: data } });
    `,
    "lists, texts and other values": js`
      import * as Sentry from "@sentry/node";
      const orders = [1, 2];
      const data = "a";
      Sentry.addBreadcrumb({ message: "a", data: [1, 2] });
                                                 ~~~~~~ sort
      Sentry.addBreadcrumb({ message: "a", data: orders });
                                                 ~~~~~~ sort
      Sentry.addBreadcrumb({ message: "a", data });
                                           ~~~~ sort
      === suggest wrap
      import * as Sentry from "@sentry/node";
      const orders = [1, 2];
      const data = "a";
      Sentry.addBreadcrumb({ message: "a", data: { items: [1, 2] } });
      Sentry.addBreadcrumb({ message: "a", data: orders });
      Sentry.addBreadcrumb({ message: "a", data });
      === suggest wrap
      import * as Sentry from "@sentry/node";
      const orders = [1, 2];
      const data = "a";
      Sentry.addBreadcrumb({ message: "a", data: [1, 2] });
      Sentry.addBreadcrumb({ message: "a", data: { orders } });
      Sentry.addBreadcrumb({ message: "a", data });
      === suggest wrap
      import * as Sentry from "@sentry/node";
      const orders = [1, 2];
      const data = "a";
      Sentry.addBreadcrumb({ message: "a", data: [1, 2] });
      Sentry.addBreadcrumb({ message: "a", data: orders });
      Sentry.addBreadcrumb({ message: "a", data: { value: data } });
    `,
    "values by their type, awaited ones whole": ts`
      import * as Sentry from "@sentry/node";
      declare const load: () => Promise<string[]>;
      export async function note(url: string, order: { lines: string[] }): Promise<void> {
        const lines: string[] = await load();
        Sentry.addBreadcrumb({ message: "a", data: url as never });
                                                   ~~~ sort +1
        Sentry.addBreadcrumb({ message: "a", data: order.lines });
                                                   ~~~~~~~~~~~ sort +1
        Sentry.addBreadcrumb({ message: "a", data: (await lines) as never });
                                                          ~~~~~ sort
      }
      === suggest wrap
      import * as Sentry from "@sentry/node";
      declare const load: () => Promise<string[]>;
      export async function note(url: string, order: { lines: string[] }): Promise<void> {
        const lines: string[] = await load();
        Sentry.addBreadcrumb({ message: "a", data: { url: url as never } });
        Sentry.addBreadcrumb({ message: "a", data: order.lines });
        Sentry.addBreadcrumb({ message: "a", data: (await lines) as never });
      }
      === suggest wrap
      import * as Sentry from "@sentry/node";
      declare const load: () => Promise<string[]>;
      export async function note(url: string, order: { lines: string[] }): Promise<void> {
        const lines: string[] = await load();
        Sentry.addBreadcrumb({ message: "a", data: url as never });
        Sentry.addBreadcrumb({ message: "a", data: { lines: order.lines } });
        Sentry.addBreadcrumb({ message: "a", data: (await lines) as never });
      }
      === suggest wrap
      import * as Sentry from "@sentry/node";
      declare const load: () => Promise<string[]>;
      export async function note(url: string, order: { lines: string[] }): Promise<void> {
        const lines: string[] = await load();
        Sentry.addBreadcrumb({ message: "a", data: url as never });
        Sentry.addBreadcrumb({ message: "a", data: order.lines });
        Sentry.addBreadcrumb({ message: "a", data: { lines: (await lines) as never } });
      }
    `,
    "one branch": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: ok ? { a: 1 } : "none" });
                                                                 ~~~~~~ sort
      === suggest wrap
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: ok ? { a: 1 } : { value: "none" } });
    `,
    errors: js`
      import * as Sentry from "@sentry/node";
      try {
        work();
      } catch (error) {
        Sentry.addBreadcrumb({ message: "a", data: error });
                                                   ~~~~~ error
      }
      work().catch((data) => Sentry.addBreadcrumb({ message: "a", data }));
                                                                  ~~~~ error +1
      Sentry.addBreadcrumb({ message: "a", data: new PaymentError("a") });
                                                 ~~~~~~~~~~~~~~~~~~~~~ error +1
      === suggest wrap
      import * as Sentry from "@sentry/node";
      try {
        work();
      } catch (error) {
        Sentry.addBreadcrumb({ message: "a", data: { error } });
      }
      work().catch((data) => Sentry.addBreadcrumb({ message: "a", data }));
      Sentry.addBreadcrumb({ message: "a", data: new PaymentError("a") });
      === suggest wrap
      import * as Sentry from "@sentry/node";
      try {
        work();
      } catch (error) {
        Sentry.addBreadcrumb({ message: "a", data: error });
      }
      work().catch((data) => Sentry.addBreadcrumb({ message: "a", data: { error: data } }));
      Sentry.addBreadcrumb({ message: "a", data: new PaymentError("a") });
      === suggest wrap
      import * as Sentry from "@sentry/node";
      try {
        work();
      } catch (error) {
        Sentry.addBreadcrumb({ message: "a", data: error });
      }
      work().catch((data) => Sentry.addBreadcrumb({ message: "a", data }));
      Sentry.addBreadcrumb({ message: "a", data: { error: new PaymentError("a") } });
    `,
    "a fourth level": js`
      import * as Sentry from "@sentry/node";
      const shared = { c: { d: 1 } };
                          ~~~~~~~~ deep
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: { c: { d: { e: 1 } } } } } });
                                                                ~~~~~~~~~~~~~~~ deep
      Sentry.addBreadcrumb({ message: "a", data: { list: [[[1]]] } });
                                                           ~~~ deep
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: shared } } });
      Sentry.addBreadcrumb({ message: "b", data: { a: { b: shared } } });
    `,
    "a second level where the project sends one": js({ options: { depth: 1 } })`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", data: { a: { b: 1 }, c: 1 } });
                                                      ~~~~~~~~ deep
    `,
    "functions and symbols": js`
      import * as Sentry from "@sentry/node";
      function render() {}
      Sentry.addBreadcrumb({ message: "a", data: { a: 1, retry: () => 1 } });
                                                                ~~~~~~~ function
      Sentry.addBreadcrumb({ message: "a", data: { render } });
                                                   ~~~~~~ function
      Sentry.addBreadcrumb({ message: "a", data: { a: Symbol("a"), b: Symbol.iterator } });
                                                      ~~~~~~~~~~~ symbol
                                                                      ~~~~~~~~~~~~~~~ symbol +1
      === suggest remove
      import * as Sentry from "@sentry/node";
      function render() {}
      Sentry.addBreadcrumb({ message: "a", data: { a: 1 } });
      Sentry.addBreadcrumb({ message: "a", data: { render } });
      Sentry.addBreadcrumb({ message: "a", data: { a: Symbol("a"), b: Symbol.iterator } });
      === suggest remove
      import * as Sentry from "@sentry/node";
      function render() {}
      Sentry.addBreadcrumb({ message: "a", data: { a: 1, retry: () => 1 } });
      Sentry.addBreadcrumb({ message: "a", data: {} });
      Sentry.addBreadcrumb({ message: "a", data: { a: Symbol("a"), b: Symbol.iterator } });
      === suggest remove
      import * as Sentry from "@sentry/node";
      function render() {}
      Sentry.addBreadcrumb({ message: "a", data: { a: 1, retry: () => 1 } });
      Sentry.addBreadcrumb({ message: "a", data: { render } });
      Sentry.addBreadcrumb({ message: "a", data: { b: Symbol.iterator } });
      === suggest remove
      import * as Sentry from "@sentry/node";
      function render() {}
      Sentry.addBreadcrumb({ message: "a", data: { a: 1, retry: () => 1 } });
      Sentry.addBreadcrumb({ message: "a", data: { render } });
      Sentry.addBreadcrumb({ message: "a", data: { a: Symbol("a") } });
    `,
    "objects that change after the call": js`
      import * as Sentry from "@sentry/node";
      export function order(state) {
        const data = { total: 1 };
        const items = ["a"];
        Sentry.addBreadcrumb({ message: "a", data });
                                             ~~~~ changed
        Sentry.addBreadcrumb({ message: "a", data: { state, items } });
                                                     ~~~~~ changed
                                                            ~~~~~ changed
        data.total = 2;
        Object.assign(state, { paid: true });
        items.push("b");
      }
      === suggest copy
      import * as Sentry from "@sentry/node";
      export function order(state) {
        const data = { total: 1 };
        const items = ["a"];
        Sentry.addBreadcrumb({ message: "a", data: { ...data } });
        Sentry.addBreadcrumb({ message: "a", data: { state, items } });
        data.total = 2;
        Object.assign(state, { paid: true });
        items.push("b");
      }
      === suggest copy
      import * as Sentry from "@sentry/node";
      export function order(state) {
        const data = { total: 1 };
        const items = ["a"];
        Sentry.addBreadcrumb({ message: "a", data });
        Sentry.addBreadcrumb({ message: "a", data: { state: { ...state }, items } });
        data.total = 2;
        Object.assign(state, { paid: true });
        items.push("b");
      }
      === suggest copy
      import * as Sentry from "@sentry/node";
      export function order(state) {
        const data = { total: 1 };
        const items = ["a"];
        Sentry.addBreadcrumb({ message: "a", data });
        Sentry.addBreadcrumb({ message: "a", data: { state, items: [...items] } });
        data.total = 2;
        Object.assign(state, { paid: true });
        items.push("b");
      }
    `,
    "an argument of a wrapper": js({ settings: { wrappers: [{ name: "trail", parameters: ["message", "data"] }] } })`
      trail("a", [1]);
                 ~~~ sort +1
    `,
    "arguments of the console": js({ options: { automatic: true } })`
      import * as Sentry from "@sentry/node";
      console.info("saved", { order: { id: 1 }, count: 2, run: () => 1 }, [[1], 2]);
                                     ~~~~~~~~~ argument
                                                                           ~~~ argument
      console.info(...entries, { order: { id: 1 } });
      console.info({ order: { id: 1 } }, ...entries);
    `,
  },
});
