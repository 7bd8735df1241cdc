import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

const all = { options: { allowConditional: false } };

testRule("no-breadcrumb-in-loop", {
  valid: {
    "timers that do not always go on, connections' other events, choices and effects with dependencies": js`
      import * as Sentry from "@sentry/react";
      function retry() {
        Sentry.addBreadcrumb({ message: "Trying" });
        if (isDone) return;
        setTimeout(retry, 100);
      }
      function wait() {
        Sentry.addBreadcrumb({ message: "Waiting" });
        if (!isDone) setTimeout(wait, 100);
      }
      setTimeout(() => Sentry.addBreadcrumb({ message: "Later" }), 100);
      function once() {
        Sentry.addBreadcrumb({ message: "Started" });
        setTimeout(() => isDone || once(), 100);
      }
      function open() {
        Sentry.addBreadcrumb({ message: "Opened" });
      }
      setTimeout(() => open(), 100);
      socket.on("close", () => Sentry.addBreadcrumb({ message: "Closed" }));
      form.on("data", () => Sentry.addBreadcrumb({ message: "Data" }));
      window.onmessage = () => Sentry.addBreadcrumb({ message: "Message" });
      Observer(() => Sentry.addBreadcrumb({ message: "Seen" }));
      const Form = () => {
        useEffect(() => {
          Sentry.addBreadcrumb({ message: "Shown" });
        }, []);
        return (
          <>
            <select onChange={() => Sentry.addBreadcrumb({ message: "Chosen" })} />
            <input type="checkbox" onChange={() => Sentry.addBreadcrumb({ message: "Checked" })} />
            <input {...field} onChange={() => Sentry.addBreadcrumb({ message: "Changed" })} />
            <Picker onChange={() => Sentry.addBreadcrumb({ message: "Picked" })} />
          </>
        );
      };
    `,
    "the console, unless it is asked for": js`
      import * as Sentry from "@sentry/node";
      for (const order of orders) console.info("sending", order.id);
    `,
    "the console where it is not recorded": js({
      options: { automatic: true },
      settings: { integrations: { console: false } },
    })`
      import * as Sentry from "@sentry/node";
      for (const order of orders) console.info("sending", order.id);
    `,
    "beside loops": js`
      import * as Sentry from "@sentry/browser";
      for (const item of items) send(item);
      Sentry.addBreadcrumb({ message: "Sent", data: { count: items.length } });
      for (const id of track(Sentry.addBreadcrumb({ message: "Sending" }))) send(id);
    `,
    "a few turns": js(all)`
      import * as Sentry from "@sentry/browser";
      const KINDS = ["card", "cash"];
      const LAST = 3;
      for (const kind of KINDS) Sentry.addBreadcrumb({ message: kind });
      for (let i = 0; i < LAST; i++) Sentry.addBreadcrumb({ message: "Turn" });
      for (let i = 10; i > 0; i--) Sentry.addBreadcrumb({ message: "Turn" });
      ["a", "b"].forEach((name) => Sentry.addBreadcrumb({ message: name }));
      for (let i = 0; i < Math.min(orders.length, LAST); i++) Sentry.addBreadcrumb({ message: "Turn" });
      const slowest = orders.toSorted(byTime).slice(0, LAST);
      for (const order of slowest) Sentry.addBreadcrumb({ message: "Slow", data: { id: order.id } });
      orders.slice(-3).forEach((order) => Sentry.addBreadcrumb({ message: "Last", data: { id: order.id } }));
    `,
    "what has a method of lists and is none": js(all)`
      import * as Sentry from "@sentry/browser";
      const link = (operation, forward) =>
        forward(operation).map((data) => {
          Sentry.addBreadcrumb({ message: "Answered" });
          return data;
        });
      orders$.forEach((order) => Sentry.addBreadcrumb({ message: "Ordered", data: { id: order.id } }));
      parse(text).asResult().map((order) => Sentry.addBreadcrumb({ message: "Parsed", data: { id: order.id } }));
      maybe.map(() => Sentry.addBreadcrumb({ message: "Found" }));
    `,
    retries: js(all)`
      import * as Sentry from "@sentry/browser";
      async function send(order, { maxRetries }) {
        for (let attempt = 1; attempt <= maxRetries; attempt++) {
          Sentry.addBreadcrumb({ message: "Sending", data: { attempt } });
          if (await post(order)) return;
        }
        let tries = 0;
        while (true) {
          tries++;
          Sentry.addBreadcrumb({ message: "Sending" });
          if (tries > 5) break;
        }
      }
    `,
    "loops that end with the breadcrumb": js(all)`
      import * as Sentry from "@sentry/browser";
      function find(items) {
        for (const item of items) {
          if (item.broken) {
            Sentry.addBreadcrumb({ message: "Broken" });
            return item;
          }
          if (item.old) {
            Sentry.addBreadcrumb({ message: "Old" });
            break;
          }
          if (item.odd) {
            Sentry.addBreadcrumb({ message: "Odd" });
            throw new Error("odd");
          }
        }
        items.some((item) => {
          Sentry.addBreadcrumb({ message: "First" });
          return true;
        });
      }
    `,
    "in some turns only": js`
      import * as Sentry from "@sentry/browser";
      for (const item of items) {
        if (item.broken) Sentry.addBreadcrumb({ message: "Broken" });
        try { send(item); } catch { Sentry.addBreadcrumb({ message: "Not sent" }); }
        if (item.sent) continue;
        Sentry.addBreadcrumb({ message: "Left" });
      }
    `,
    "functions that are made in a loop, but called elsewhere": js(all)`
      import * as Sentry from "@sentry/browser";
      for (const button of buttons) {
        button.onclick = () => Sentry.addBreadcrumb({ message: "Opened" });
        Sentry.withScope((scope) => {
          scope.addBreadcrumb({ message: "Only here" });
          Sentry.captureMessage("Broken");
        });
        Sentry.withIsolationScope(() => Sentry.addBreadcrumb({ message: "Of this job" }));
      }
    `,
    "a trail that is put together for one event": js(all)`
      import * as Sentry from "@sentry/browser";
      Sentry.withScope((scope) => {
        for (const { message } of kept) scope.addBreadcrumb({ message });
        kept.forEach(({ message }) => scope.addBreadcrumb({ message }));
        Sentry.captureException(error);
      });
      Sentry.captureException(error, (scope) => {
        for (const { message } of kept) scope.addBreadcrumb({ message });
        return scope;
      });
    `,
    "handlers of what comes seldom": js(all)`
      import * as Sentry from "@sentry/browser";
      window.addEventListener("online", () => Sentry.addBreadcrumb({ message: "Online" }));
      window.addEventListener("scroll", () => Sentry.addBreadcrumb({ message: "Scrolled" }), { once: true });
      window.addEventListener("scroll", throttle(() => Sentry.addBreadcrumb({ message: "Scrolled" }), 5000));
      requestAnimationFrame(() => Sentry.addBreadcrumb({ message: "Painted" }));
      const timer = setInterval(() => {
        if (!done()) return;
        clearInterval(timer);
        Sentry.addBreadcrumb({ message: "Done" });
      }, 100);
    `,
    "components record in effects and handlers": js(all)`
      import * as Sentry from "@sentry/react";
      export function Cart({ items }) {
        useEffect(() => { Sentry.addBreadcrumb({ message: "Cart shown" }); }, []);
        return <button onClick={() => Sentry.addBreadcrumb({ message: "Emptied" })}>{items.length}</button>;
      }
      export async function Page() {
        Sentry.addBreadcrumb({ message: "Page asked for" });
        return <Cart items={await load()} />;
      }
      export function Logger() {
        Sentry.addBreadcrumb({ message: "No component" });
        return null;
      }
    `,
    "a wrapper passes on what it is given": js(all)`
      import * as Sentry from "@sentry/browser";
      const noteOne = (message) => Sentry.addBreadcrumb({ message });
      setInterval(noteOne, 1000);
    `,
    "other vendors' breadcrumbs": js(all)`
      import Honeybadger from "@honeybadger-io/js";
      for (const item of items) Honeybadger.addBreadcrumb("Sent");
    `,
    "in Rust: few turns, retries, and loops that are left": rust(all)`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn send(order: &Order, retries: usize) -> bool {
          for attempt in 0..retries {
              add_breadcrumb(Breadcrumb { message: Some("Sending".into()), ..Default::default() });
          }
          for side in ["buyer", "seller"] {
              add_breadcrumb(Breadcrumb { message: Some(side.into()), ..Default::default() });
          }
          for _ in 0..3 {
              add_breadcrumb(Breadcrumb { message: Some("Turn".into()), ..Default::default() });
          }
          let mut attempts = 0;
          loop {
              attempts += 1;
              add_breadcrumb(Breadcrumb { message: Some("Sending".into()), ..Default::default() });
              if attempts > 3 { break; }
          }
          for item in &order.items {
              if item.broken {
                  add_breadcrumb(Breadcrumb { message: Some("Broken".into()), ..Default::default() });
                  return false;
              }
          }
          let name = order.name.as_ref().map(|name| {
              add_breadcrumb(Breadcrumb { message: Some("Named".into()), ..Default::default() });
              name.clone()
          });
          for job in jobs {
              tokio::spawn(async move {
                  add_breadcrumb(Breadcrumb { message: Some("Elsewhere".into()), ..Default::default() });
              });
          }
          true
      }
    `,
    "in Rust: in some turns only": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn run(queue: &Queue) {
          for item in queue.items() {
              if item.is_old() {
                  add_breadcrumb(Breadcrumb { message: Some("Old".into()), ..Default::default() });
              }
              match item.kind {
                  Kind::Job => add_breadcrumb(Breadcrumb { message: Some("Job".into()), ..Default::default() }),
                  _ => continue,
              }
              add_breadcrumb(Breadcrumb { message: Some("Left".into()), ..Default::default() });
          }
      }
    `,
  },
  invalid: {
    "scopes that events share": js`
      import * as Sentry from "@sentry/browser";
      for (const { message } of kept) Sentry.getCurrentScope().addBreadcrumb({ message });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ loop
      for (const { message } of kept) Sentry.getIsolationScope().addBreadcrumb({ message });
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ loop
    `,
    "timers whose function calls the one around it": js`
      import * as Sentry from "@sentry/node";
      const tick = async () => {
        Sentry.addBreadcrumb({ message: "Ticking" });
        ~~~~~~~~~~~~~~~~~~~~ timer
        setTimeout(() => void tick(), 100);
      };
      function ask() {
        Sentry.addBreadcrumb({ message: "Asking" });
        ~~~~~~~~~~~~~~~~~~~~ timer
        setTimeout(function () {
          ask();
        }, 100);
      }
    `,
    "timers that set themselves, observers, messages, chunks, keys and effects": js`
      import * as Sentry from "@sentry/react";
      function poll() {
        Sentry.addBreadcrumb({ message: "Polling" });
        ~~~~~~~~~~~~~~~~~~~~ timer
        setTimeout(poll, 100);
      }
      new ResizeObserver(() => Sentry.addBreadcrumb({ message: "Resized" }));
                               ~~~~~~~~~~~~~~~~~~~~ event
      const feed = new WebSocket("wss://a.b");
      feed.onmessage = () => Sentry.addBreadcrumb({ message: "Message" });
                             ~~~~~~~~~~~~~~~~~~~~ event
      feed.addEventListener("message", () => Sentry.addBreadcrumb({ message: "Message" }));
                                             ~~~~~~~~~~~~~~~~~~~~ event
      child.stdout.on("data", () => Sentry.addBreadcrumb({ message: "Chunk" }));
                                    ~~~~~~~~~~~~~~~~~~~~ event
      function Form() {
        useEffect(() => {
          Sentry.addBreadcrumb({ message: "Shown" });
          ~~~~~~~~~~~~~~~~~~~~ render
        });
        return (
          <>
            <input onChange={() => Sentry.addBreadcrumb({ message: "Typed" })} />
                                   ~~~~~~~~~~~~~~~~~~~~ event
            <textarea onChange={() => Sentry.addBreadcrumb({ message: "Typed" })} />
                                      ~~~~~~~~~~~~~~~~~~~~ event
            <input type="email" onChange={() => Sentry.addBreadcrumb({ message: "Typed" })} />
                                                ~~~~~~~~~~~~~~~~~~~~ event
          </>
        );
      }
    `,
    "what jQuery finds": js`
      import * as Sentry from "@sentry/browser";
      $(".order").each(() => Sentry.addBreadcrumb({ message: "Shown" }));
                             ~~~~~~~~~~~~~~~~~~~~ iteration
    `,
    "loops of every kind": js`
      import * as Sentry from "@sentry/node";
      for (const item of items) {
        Sentry.addBreadcrumb({ message: "Sending", data: { id: item.id } });
        ~~~~~~~~~~~~~~~~~~~~ loop
        send(item);
      }
      for (const key in items) Sentry.addBreadcrumb({ message: key });
                               ~~~~~~~~~~~~~~~~~~~~ loop
      for (let i = 0; i < items.length; i++) Sentry.addBreadcrumb({ message: "Turn" });
                                             ~~~~~~~~~~~~~~~~~~~~ loop
      for (let i = 0; i < 1000; i++) Sentry.addBreadcrumb({ message: "Turn" });
                                     ~~~~~~~~~~~~~~~~~~~~ loop
      do Sentry.addBreadcrumb({ message: "Turn" }); while (more());
         ~~~~~~~~~~~~~~~~~~~~ loop
      while (more()) {
        try { send(); } finally { Sentry.addBreadcrumb({ message: "Sent" }); }
                                  ~~~~~~~~~~~~~~~~~~~~ loop
      }
    `,
    "loops over lists of which no end is known": js`
      import * as Sentry from "@sentry/node";
      for (let i = 0; i < Math.min(items.length, 1000); i++) Sentry.addBreadcrumb({ message: "Turn" });
                                                             ~~~~~~~~~~~~~~~~~~~~ loop
      for (const item of items.slice(0, 50)) Sentry.addBreadcrumb({ message: "Sent", data: { id: item.id } });
                                             ~~~~~~~~~~~~~~~~~~~~ loop
      for (const item of items.slice(0, count)) Sentry.addBreadcrumb({ message: "Sent", data: { id: item.id } });
                                                ~~~~~~~~~~~~~~~~~~~~ loop
      for (const item of items.slice(3)) Sentry.addBreadcrumb({ message: "Sent", data: { id: item.id } });
                                         ~~~~~~~~~~~~~~~~~~~~ loop
      for (const item of items.slice(3, -1)) Sentry.addBreadcrumb({ message: "Sent", data: { id: item.id } });
                                             ~~~~~~~~~~~~~~~~~~~~ loop
      for (const item of items.slice()) Sentry.addBreadcrumb({ message: "Sent", data: { id: item.id } });
                                        ~~~~~~~~~~~~~~~~~~~~ loop
      for (const item of items.filter(isOpen)) Sentry.addBreadcrumb({ message: "Sent", data: { id: item.id } });
                                               ~~~~~~~~~~~~~~~~~~~~ loop
    `,
    "a worker that takes one job after the other": ts`
      import * as Sentry from "@sentry/node";
      export async function work(queue: Queue) {
        while (true) {
          const job = await queue.take();
          Sentry.addBreadcrumb({ message: "Job taken", data: { id: job.id } });
          ~~~~~~~~~~~~~~~~~~~~ loop
          await Sentry.startSpan({ name: "job" }, async () => {
            Sentry.addBreadcrumb({ message: "Job started" });
            ~~~~~~~~~~~~~~~~~~~~ loop
            await job.run();
          });
        }
      }
    `,
    "an inner loop that is short or left stands in one that is not": js`
      import * as Sentry from "@sentry/node";
      for (const order of orders) {
        for (const side of ["buyer", "seller"]) Sentry.addBreadcrumb({ message: side });
                                                ~~~~~~~~~~~~~~~~~~~~ loop
        for (const item of order.items) {
          Sentry.addBreadcrumb({ message: "First item" });
          ~~~~~~~~~~~~~~~~~~~~ loop
          break;
        }
        switch (order.state) {
          default:
            (() => { Sentry.addBreadcrumb({ message: "Order" }); })();
            break;
        }
      }
    `,
    "for each item of a list": js`
      import * as Sentry from "@sentry/node";
      items.forEach((item) => Sentry.addBreadcrumb({ message: item.name }));
                              ~~~~~~~~~~~~~~~~~~~~ iteration
      const sums = items.map((item) => {
        Sentry.addBreadcrumb({ message: "Sum" });
        ~~~~~~~~~~~~~~~~~~~~ iteration
        return item.sum;
      });
      Array.from(items, (item) => Sentry.addBreadcrumb({ message: item.name }));
                                  ~~~~~~~~~~~~~~~~~~~~ iteration
      function note(item) {
        Sentry.addBreadcrumb({ message: "Item", data: { id: item.id, at: place } });
        ~~~~~~~~~~~~~~~~~~~~ iteration
      }
      items.forEach(note);
    `,
    "timers and frames": js`
      import * as Sentry from "@sentry/browser";
      setInterval(() => Sentry.addBreadcrumb({ message: "Alive" }), 1000);
                        ~~~~~~~~~~~~~~~~~~~~ timer
      function draw() {
        Sentry.addBreadcrumb({ message: "Drawn" });
        ~~~~~~~~~~~~~~~~~~~~ frame
        requestAnimationFrame(draw);
      }
      draw();
    `,
    "events that come often": js`
      import * as Sentry from "@sentry/react";
      window.addEventListener("scroll", () => Sentry.addBreadcrumb({ message: "Scrolled" }), { passive: true });
                                              ~~~~~~~~~~~~~~~~~~~~ event
      window.onresize = () => Sentry.addBreadcrumb({ message: "Resized" });
                              ~~~~~~~~~~~~~~~~~~~~ event
      export const Search = () => <input onInput={() => Sentry.addBreadcrumb({ message: "Typed" })} />;
                                                        ~~~~~~~~~~~~~~~~~~~~ event
      export function Map() {
        const onMove = useCallback(() => {
          Sentry.addBreadcrumb({ message: "Moved" });
          ~~~~~~~~~~~~~~~~~~~~ event
        }, []);
        return <div onPointerMoveCapture={onMove} />;
      }
    `,
    "what renders": js`
      import * as Sentry from "@sentry/react";
      export function Cart({ items }) {
        Sentry.addBreadcrumb({ message: "Cart" });
        ~~~~~~~~~~~~~~~~~~~~ render
        return items.length > 0 ? <ul /> : null;
      }
      export const Total = memo(({ sum }) => {
        Sentry.addBreadcrumb({ message: "Total" });
        ~~~~~~~~~~~~~~~~~~~~ render
        return <b>{sum}</b>;
      });
      export class Page extends React.Component {
        render() {
          Sentry.addBreadcrumb({ message: "Page" });
          ~~~~~~~~~~~~~~~~~~~~ render
          return <Cart />;
        }
      }
    `,
    "in some turns, where that is not allowed": js(all)`
      import * as Sentry from "@sentry/browser";
      for (const item of items) {
        if (item.broken) Sentry.addBreadcrumb({ message: "Broken" });
                         ~~~~~~~~~~~~~~~~~~~~ loop
        if (item.sent) continue;
        Sentry.addBreadcrumb({ message: "Left" });
        ~~~~~~~~~~~~~~~~~~~~ loop
      }
    `,
    "in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn run(queue: &Queue, items: Vec<Item>) {
          for item in &items {
              add_breadcrumb(Breadcrumb { message: Some("Item".into()), ..Default::default() });
              ~~~~~~~~~~~~~~ loop
          }
          while let Some(job) = queue.pop() {
              sentry::configure_scope(|scope| scope.set_tag("job", job.id));
              add_breadcrumb(Breadcrumb { message: Some("Job".into()), ..Default::default() });
              ~~~~~~~~~~~~~~ loop
          }
          items.iter().map(|item| {
              add_breadcrumb(Breadcrumb { message: Some("Item".into()), ..Default::default() });
              ~~~~~~~~~~~~~~ iteration
              item.id
          });
          items.into_iter().for_each(|item| add_breadcrumb(Breadcrumb { message: Some(item.name), ..Default::default() }));
                                            ~~~~~~~~~~~~~~ iteration
          loop {
              let message = socket.read();
              add_breadcrumb(Breadcrumb { message: Some("Read".into()), ..Default::default() });
              ~~~~~~~~~~~~~~ loop
          }
      }
    `,
    "what the SDK records of the console": js({ options: { automatic: true } })`
      import * as Sentry from "@sentry/node";
      for (const order of orders) {
        console.info("sending", order.id);
        ~~~~~~~~~~~~ loop
        if (order.late) console.warn("late");
      }
      console.info("sent");
    `,
    "what the SDK records of tracing": rust({
      options: { automatic: true },
      settings: { integrations: { tracing: true } },
    })`
      fn send_all(orders: &[Order]) {
          for order in orders {
              tracing::info!(id = order.id, "sending");
              ~~~~~~~~~~~~~ loop
              tracing::debug!("not recorded");
              tracing::error!("an event");
              let _span = tracing::info_span!("span", id = order.id).entered();
          }
      }
    `,
  },
});
