import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("valid-timestamp", {
  valid: {
    seconds: js`
      import * as Sentry from "@sentry/node";
      const now = Date.now() / 1000;
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: Math.floor(Date.now() / 1000) });
      Sentry.addBreadcrumb({ message: "a", timestamp: +new Date() / 1e3 });
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() * 0.001 });
      Sentry.addBreadcrumb({ message: "a", timestamp: (performance.timeOrigin + performance.now()) / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: order.createdAt.getTime() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: now });
      Sentry.addBreadcrumb({ message: "a", timestamp: 1700000000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: 1700000000.123 });
    `,
    "seconds of a date library": js`
      import { addBreadcrumb } from "@sentry/node";
      import dayjs from "dayjs";
      import { DateTime } from "luxon";
      addBreadcrumb({ message: "a", timestamp: dayjs().unix() });
      addBreadcrumb({ message: "a", timestamp: dayjs().valueOf() / 1000 });
      addBreadcrumb({ message: "a", timestamp: DateTime.now().toSeconds() });
    `,
    "no timestamp, and one that the file does not tell": js`
      import { addBreadcrumb } from "@sentry/node";
      export const note = (timestamp, entry, clock) => {
        addBreadcrumb({ message: "a" });
        addBreadcrumb({ message: "a", timestamp });
        addBreadcrumb({ message: "a", timestamp: entry.timestamp });
        addBreadcrumb({ message: "a", timestamp: clock.now() });
        addBreadcrumb({ message: "a", timestamp: entry.at - entry.start });
        addBreadcrumb({ message: "a", timestamp: entry.valueOf() });
        addBreadcrumb({ message: "a", ...entry });
      };
    `,
    "a clock of the project's own by a name of the platform": js`
      import { addBreadcrumb } from "@sentry/node";
      import { performance, Date } from "./clock.js";
      addBreadcrumb({ message: "a", timestamp: Date.now() });
      const seconds = { now: () => 1700000000 };
      addBreadcrumb({ message: "a", timestamp: seconds.now() });
    `,
    "times of two kinds under one name": js`
      import { addBreadcrumb } from "@sentry/node";
      const timestamp = given ? Date.now() : new Date();
      addBreadcrumb({ message: "a", timestamp });
    `,
    "a duration, which is no moment": js`
      import { addBreadcrumb } from "@sentry/node";
      const start = Date.now();
      addBreadcrumb({ message: "a", timestamp: start / 1000, data: { took: Date.now() - start, at: Date.now() } });
    `,
    "the timestamp of something else": js`
      import { addBreadcrumb } from "@appsignal/javascript";
      import { captureEvent } from "@sentry/node";
      addBreadcrumb({ message: "a", timestamp: Date.now() });
      captureEvent({ timestamp: Date.now() });
    `,
    "a getTime of a type that is no date": ts`
      import { addBreadcrumb } from "@sentry/node";
      class Track { public seconds = 0; public getTime(): number { return this.seconds; } }
      export function note(track: Track): void {
        addBreadcrumb({ message: "a", timestamp: track.getTime() });
      }
    `,
    "a wrapper's argument that is left out": js({
      settings: { wrappers: [{ name: "trail", parameters: ["message", "timestamp"] }] },
    })`
      trail("a", undefined);
    `,
    "a time of Rust's": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      use std::time::{Duration, SystemTime, UNIX_EPOCH};
      fn note(event: &Event, at: u64) {
          let millis = event.age.as_millis() as u64;
          add_breadcrumb(Breadcrumb { timestamp: SystemTime::now(), ..Default::default() });
          add_breadcrumb(Breadcrumb { timestamp: UNIX_EPOCH + Duration::from_millis(millis), ..Default::default() });
          add_breadcrumb(Breadcrumb { timestamp: UNIX_EPOCH + Duration::from_secs(millis / 1000), ..Default::default() });
          add_breadcrumb(Breadcrumb { timestamp: UNIX_EPOCH + Duration::from_secs(at), ..Default::default() });
          add_breadcrumb(Breadcrumb { timestamp: event.start + Duration::from_secs(millis), ..Default::default() });
      }
    `,
  },
  invalid: {
    "a clock of Node that counts from any time": js`
      import * as Sentry from "@sentry/node";
      import process from "node:process";
      Sentry.addBreadcrumb({ message: "a", timestamp: process.hrtime()[0] });
                                                      ~~~~~~~~~~~~~~~~~~~ otherUnit
      const [seconds, nanoseconds] = process.hrtime();
      Sentry.addBreadcrumb({ message: "a", timestamp: seconds + nanoseconds / 1e9 });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: Number(process.hrtime.bigint()) / 1e9 });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: process.uptime() });
                                                      ~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: startedAt + process.uptime() });
      Sentry.addBreadcrumb({ message: "a", timestamp: times[0] });
    `,
    "a time in another unit": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() * 1000 });
                                                      ~~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() / 60_000 });
                                                      ~~~~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: performance.now() / 1000 });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: Math.floor(Date.now() / 1000) * 60 });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ otherUnit
      Sentry.addBreadcrumb({ message: "a", timestamp: Temporal.Now.instant().epochNanoseconds });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ otherUnit
    `,
    "moments of Temporal, of events, and calculated ones": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: Temporal.Now.instant().epochMilliseconds });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() - 5 * 1000 });
                                                      ~~~~~~~~~~~~~~~~~~~~~ milliseconds
      onClick((event) => Sentry.addBreadcrumb({ message: "a", timestamp: event.timeStamp }));
                                                                         ~~~~~~~~~~~~~~~ sinceStart
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: Temporal.Now.instant().epochMilliseconds / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: (Date.now() - 5 * 1000) / 1000 });
      onClick((event) => Sentry.addBreadcrumb({ message: "a", timestamp: (performance.timeOrigin + event.timeStamp) / 1000 }));
    `,
    "what may be missing is not divided": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ message: "a", timestamp: order.at?.getTime() });
                                                      ~~~~~~~~~~~~~~~~~~~ milliseconds
    `,
    "milliseconds, by every way to ask for them": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() });
                                                      ~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: new Date().getTime() });
                                                      ~~~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: +new Date() });
                                                      ~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: Number(new Date()) });
                                                      ~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: new Date().valueOf() });
                                                      ~~~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.parse(text) });
                                                      ~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: Math.round(window.Date.now()) });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: order.createdAt.getTime() });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: 1700000000000 });
                                                      ~~~~~~~~~~~~~ milliseconds
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: new Date().getTime() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: +new Date() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: Number(new Date()) / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: new Date().valueOf() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.parse(text) / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: Math.round(window.Date.now()) / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: order.createdAt.getTime() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: 1700000000000 / 1000 });
    `,
    "a sum, which is put into parentheses": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: performance.timeOrigin + performance.now() });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: Date.now() - 5000 });
                                                      ~~~~~~~~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: (last = Date.now()) });
                                                              ~~~~~~~~~~ milliseconds
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: (performance.timeOrigin + performance.now()) / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: (Date.now() - 5000) / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: ((last = Date.now()) / 1000) });
    `,
    "one branch": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: given || Date.now() });
                                                               ~~~~~~~~~~ milliseconds
      Sentry.addBreadcrumb({ message: "a", timestamp: given ? given / 1000 : Date.now() });
                                                                             ~~~~~~~~~~ milliseconds
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: given || Date.now() / 1000 });
      Sentry.addBreadcrumb({ message: "a", timestamp: given ? given / 1000 : Date.now() / 1000 });
    `,
    "a constant, a member and a function of the file": js`
      import { addBreadcrumb } from "@sentry/node";
      const timestamp = Date.now();
      const entry = { at: Date.now() };
      const now = () => Date.now();
      addBreadcrumb({ message: "a", timestamp });
                                    ~~~~~~~~~ milliseconds
      addBreadcrumb({ message: "a", timestamp: entry.at });
                                               ~~~~~~~~ milliseconds
      addBreadcrumb({ message: "a", timestamp: now() });
                                               ~~~~~ milliseconds
      === fix
      import { addBreadcrumb } from "@sentry/node";
      const timestamp = Date.now();
      const entry = { at: Date.now() };
      const now = () => Date.now();
      addBreadcrumb({ message: "a", timestamp: timestamp / 1000 });
      addBreadcrumb({ message: "a", timestamp: entry.at / 1000 });
      addBreadcrumb({ message: "a", timestamp: now() / 1000 });
    `,
    "a constant that holds milliseconds only at times": js`
      import { addBreadcrumb } from "@sentry/node";
      export function note(given) {
        const timestamp = given || Date.now();
        addBreadcrumb({ message: "a", timestamp });
                                      ~~~~~~~~~ milliseconds
      }
    `,
    "date libraries": js`
      import { addBreadcrumb } from "@sentry/node";
      import moment from "moment";
      import { DateTime } from "luxon";
      addBreadcrumb({ message: "a", timestamp: moment().valueOf() });
                                               ~~~~~~~~~~~~~~~~~~ milliseconds
      addBreadcrumb({ message: "a", timestamp: DateTime.now().toMillis() });
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import moment from "moment";
      import { DateTime } from "luxon";
      addBreadcrumb({ message: "a", timestamp: moment().valueOf() / 1000 });
      addBreadcrumb({ message: "a", timestamp: DateTime.now().toMillis() / 1000 });
    `,
    "milliseconds since the start": js`
      import { addBreadcrumb } from "@sentry/node";
      import { performance } from "node:perf_hooks";
      const start = performance.now();
      addBreadcrumb({ message: "a", timestamp: performance.now() });
                                               ~~~~~~~~~~~~~~~~~ sinceStart
      addBreadcrumb({ message: "a", timestamp: start });
                                               ~~~~~ sinceStart
      === fix
      import { addBreadcrumb } from "@sentry/node";
      import { performance } from "node:perf_hooks";
      const start = performance.now();
      addBreadcrumb({ message: "a", timestamp: (performance.timeOrigin + performance.now()) / 1000 });
      addBreadcrumb({ message: "a", timestamp: (performance.timeOrigin + start) / 1000 });
    `,
    "what erases the SDK's own time": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a", timestamp: undefined });
                                                      ~~~~~~~~~ empty
      Sentry.addBreadcrumb({ timestamp: null, message: "a" });
                                        ~~~~ empty
      === fix
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ message: "a" });
      Sentry.addBreadcrumb({ message: "a" });
    `,
    "what erases the time that is spread at times, where the field has to stay for the other ones": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ ...crumb, timestamp: given ? given.seconds : null });
                                                                          ~~~~ empty
    `,
    "what erases the time that is spread, or only at times": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ ...crumb, timestamp: undefined });
                                                  ~~~~~~~~~ empty
      Sentry.addBreadcrumb({ message: "a", timestamp: given ? given.seconds : undefined });
                                                                              ~~~~~~~~~ empty
      === suggest remove
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ ...crumb });
      Sentry.addBreadcrumb({ message: "a", timestamp: given ? given.seconds : undefined });
    `,
    dates: ts`
      import { addBreadcrumb } from "@sentry/node";
      export function note(at: Date): void {
        addBreadcrumb({ message: "a", timestamp: new Date() as never });
                                                 ~~~~~~~~~~ date
        addBreadcrumb({ message: "a", timestamp: at as unknown as number });
                                                 ~~ date
      }
      === suggest seconds
      import { addBreadcrumb } from "@sentry/node";
      export function note(at: Date): void {
        addBreadcrumb({ message: "a", timestamp: (new Date() as never).getTime() / 1000 });
        addBreadcrumb({ message: "a", timestamp: at as unknown as number });
      }
      === suggest seconds
      import { addBreadcrumb } from "@sentry/node";
      export function note(at: Date): void {
        addBreadcrumb({ message: "a", timestamp: new Date() as never });
        addBreadcrumb({ message: "a", timestamp: (at as unknown as number).getTime() / 1000 });
      }
    `,
    texts: js`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", timestamp: new Date().toISOString() });
                                               ~~~~~~~~~~~~~~~~~~~~~~~~ text
      addBreadcrumb({ message: "a", timestamp: "2026-01-31T08:00:00Z" });
                                               ~~~~~~~~~~~~~~~~~~~~~~ text
      addBreadcrumb({ message: "a", timestamp: "yesterday" });
                                               ~~~~~~~~~~~ unreadable
      === suggest seconds
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", timestamp: Date.now() / 1000 });
      addBreadcrumb({ message: "a", timestamp: "2026-01-31T08:00:00Z" });
      addBreadcrumb({ message: "a", timestamp: "yesterday" });
      === suggest seconds
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", timestamp: new Date().toISOString() });
      addBreadcrumb({ message: "a", timestamp: Date.parse("2026-01-31T08:00:00Z") / 1000 });
      addBreadcrumb({ message: "a", timestamp: "yesterday" });
    `,
    "an argument of a wrapper, which may put it right": js({
      settings: { wrappers: [{ name: "trail", parameters: ["message", "timestamp"] }] },
    })`
      trail("a", Date.now());
                 ~~~~~~~~~~ milliseconds
      === suggest seconds
      trail("a", Date.now() / 1000);
    `,
    "a type assertion": ts`
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", timestamp: Date.now() as number });
                                               ~~~~~~~~~~ milliseconds
      addBreadcrumb({ message: "a", timestamp: <number>Date.now() });
                                                       ~~~~~~~~~~ milliseconds
      === fix
      import { addBreadcrumb } from "@sentry/node";
      addBreadcrumb({ message: "a", timestamp: (Date.now() as number) / 1000 });
      addBreadcrumb({ message: "a", timestamp: <number>Date.now() / 1000 });
    `,
    "milliseconds as seconds in Rust": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      use std::time::{Duration, SystemTime, UNIX_EPOCH};
      fn note(event: &Event) {
          let millis = event.age.as_millis() as u64;
          add_breadcrumb(Breadcrumb { timestamp: UNIX_EPOCH + Duration::from_secs(millis), ..Default::default() });
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
          add_breadcrumb(Breadcrumb {
              timestamp: SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(now.timestamp_millis() as u64)).unwrap(),
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
              ..Default::default()
          });
      }
      === fix
      use sentry::{add_breadcrumb, Breadcrumb};
      use std::time::{Duration, SystemTime, UNIX_EPOCH};
      fn note(event: &Event) {
          let millis = event.age.as_millis() as u64;
          add_breadcrumb(Breadcrumb { timestamp: UNIX_EPOCH + Duration::from_millis(millis), ..Default::default() });
          add_breadcrumb(Breadcrumb {
              timestamp: SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(now.timestamp_millis() as u64)).unwrap(),
              ..Default::default()
          });
      }
    `,
    "milliseconds as seconds in Rust, where the fix would reach further or need another type": rust`
      use sentry::{add_breadcrumb, Breadcrumb};
      use std::time::{Duration, UNIX_EPOCH};
      fn note(millis: u128) {
          let at = UNIX_EPOCH + Duration::from_secs(clock.now().as_millis() as u64);
          store(at);
          add_breadcrumb(Breadcrumb { timestamp: at, ..Default::default() });
                                                 ~~ milliseconds
          add_breadcrumb(Breadcrumb { timestamp: UNIX_EPOCH + Duration::from_secs_f64(age.as_millis() as f64), ..Default::default() });
                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ milliseconds
      }
    `,
  },
});
