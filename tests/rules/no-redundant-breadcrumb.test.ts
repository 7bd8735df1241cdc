import { js, rust, ts } from "../support/snippet.ts";
import { testRule } from "../support/test-rule.ts";

testRule("no-redundant-breadcrumb", {
  valid: {
    "another text than the console's": js`
      import * as Sentry from "@sentry/browser";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart has items" });
      console.log(text);
      Sentry.addBreadcrumb({ message: other });
      console.table("Cart loaded");
    `,
    ...Object.fromEntries(
      ([8, "7.120.4", false] as const).map((sdkVersion) => [
        `the console on the edge in version ${String(sdkVersion)}`,
        js({ settings: { sdkVersion } })`
          import * as Sentry from "@sentry/vercel-edge";
          console.log("Cart loaded");
          Sentry.addBreadcrumb({ message: "Cart loaded", category: "console" });
        `,
      ]),
    ),
    "not beside the console's": js`
      import * as Sentry from "@sentry/browser";
      console.log("Cart loaded");
      show();
      Sentry.addBreadcrumb({ message: "Cart loaded" });
    `,
    "a console of the project's own": js`
      import * as Sentry from "@sentry/browser";
      import console from "./console.js";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
    `,
    "the settings say that the integration is off": js({ settings: { integrations: { console: false, dom: false } } })`
      import * as Sentry from "@sentry/browser";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded", category: "ui.click" });
    `,
    "the file switches the integration off": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ integrations: [Sentry.breadcrumbsIntegration({ console: false, dom: false })] });
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded", category: "ui.click" });
    `,
    "the file switched it off as version 7 does": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ integrations: [new Sentry.Integrations.Breadcrumbs({ console: false })] });
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
    `,
    "the file takes all integrations out, or may": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ defaultIntegrations: false });
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
    `,
    "the file chooses among the integrations": js`
      import * as Sentry from "@sentry/browser";
      Sentry.init({ integrations: (all) => all.filter(({ name }) => name !== "Breadcrumbs") });
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
    `,
    "nothing tells the platform": js`
      import * as Sentry from "@sentry/core";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
    `,
    "React Native records neither clicks nor navigation so": js`
      import * as Sentry from "@sentry/react-native";
      function go(navigation) {
        Sentry.addBreadcrumb({ category: "navigation", message: "To Cart", data: { to: "Cart" } });
        navigation.navigate("Cart");
      }
      function handleBuyClick() {
        Sentry.addBreadcrumb({ category: "ui.click", message: "Buy clicked" });
      }
    `,
    "servers have no clicks": js`
      import * as Sentry from "@sentry/node";
      Sentry.addBreadcrumb({ category: "ui.click", message: "Replayed" });
    `,
    "more than the request": js`
      import * as Sentry from "@sentry/browser";
      async function load(url, order) {
        Sentry.addBreadcrumb({ category: "http", message: "Order sent", data: { url, order: order.id } });
        await fetch(url);
      }
      async function loadOther(url) {
        Sentry.addBreadcrumb({ category: "http", message: "Order sent", data: { url: other } });
        await fetch(url);
        Sentry.addBreadcrumb({ message: "Order sent", data: { url, ...more } });
      }
    `,
    "more than the navigation, or another": js`
      import * as Sentry from "@sentry/react";
      function go(router) {
        Sentry.addBreadcrumb({ category: "navigation", message: "No access", data: { to: "/login", reason: "expired" } });
        router.push("/login");
      }
      function back(router) {
        Sentry.addBreadcrumb({ category: "navigation", message: "No access to /cart" });
        router.push("/login");
        items.push("/cart");
        Sentry.addBreadcrumb({ message: "Searched for " + path });
        searchHistory.push(path);
        Sentry.addBreadcrumb({ category: "navigation", message: "No access to /cart" });
        router.push("/");
      }
    `,
    "more than the click": js`
      import * as Sentry from "@sentry/react";
      export const Buy = ({ cart }) => (
        <button
          onClick={() => {
            Sentry.addBreadcrumb({ message: "Buy clicked", data: { items: cart.length } });
            buy(cart);
          }}
        />
      );
      export const Close = () => <button onClick={() => Sentry.addBreadcrumb({ message: "Cart closed" })} />;
      function handleClick(event) {
        if (event.shiftKey) Sentry.addBreadcrumb({ message: "clicked with shift" });
      }
    `,
    "a wrapper passes on what it is given": js`
      import * as Sentry from "@sentry/browser";
      export function note(message) {
        console.log(message);
        Sentry.addBreadcrumb({ message });
      }
    `,
    "categories that anything may have": js`
      import * as Sentry from "@sentry/browser";
      Sentry.addBreadcrumb({ category: "navigation", message: "Wizard" });
      Sentry.addBreadcrumb({ category: "http", message: "Order" });
      Sentry.addBreadcrumb({ category: "ui.modal", message: "Opened" });
    `,
    "in Rust: levels that are not recorded, other texts, other crates": rust`
      use log::info;
      use sentry::{add_breadcrumb, Breadcrumb};
      fn load(logger: &slog::Logger, id: u32) {
          tracing::debug!("Cart loaded");
          add_breadcrumb(Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
          log::error!("Cart loaded");
          info!("Cart shown");
          add_breadcrumb(Breadcrumb { message: Some("Cart sent".into()), ..Default::default() });
          defmt::info!("Cart sent");
          slog::error!(logger, "Cart sent");
          add_breadcrumb(Breadcrumb { message: Some("Cart sent".into()), ..Default::default() });
          tracing::info!("Cart sent {}", id);
          add_breadcrumb(Breadcrumb { message: Some(format!("Cart sent {}", other)), ..Default::default() });
      }
    `,
    "in Rust: the settings say that the crate is not connected": rust({
      settings: { integrations: { tracing: false } },
    })`
      use sentry::{add_breadcrumb, Breadcrumb};
      fn load() {
          tracing::info!("Cart loaded");
          add_breadcrumb(Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
      }
    `,
  },
  invalid: {
    "the console on the edge from version 9 on": js({ settings: { sdkVersion: 9 } })`
      import * as Sentry from "@sentry/cloudflare";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
      ~~~~~~~~~~~~~~~~~~~~ text +1
      send();
      Sentry.addBreadcrumb({ message: "Sent", category: "console" });
                                                        ~~~~~~~~~ category
    `,
    "the console on the edge where the settings say so": js({
      settings: { sdkVersion: 8, integrations: { console: true } },
    })`
      import * as Sentry from "@sentry/cloudflare";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
      ~~~~~~~~~~~~~~~~~~~~ text +1
    `,
    "a category of the SDK's own in the body of a wrapper": js`
      import * as Sentry from "@sentry/browser";
      export function trail(message) {
        Sentry.addBreadcrumb({ category: "console", message });
                                         ~~~~~~~~~ category
      }
    `,
    "the console's text": js`
      import * as Sentry from "@sentry/browser";
      console.error("Cart not loaded", error);
      Sentry.addBreadcrumb({ message: "Cart not loaded", level: "error" });
      ~~~~~~~~~~~~~~~~~~~~ text +1
      Sentry.addBreadcrumb({ message: "Order " + id, data: { id } });
      ~~~~~~~~~~~~~~~~~~~~ text
      console.log("Order " + id);
      === suggest remove
      import * as Sentry from "@sentry/browser";
      console.error("Cart not loaded", error);
      Sentry.addBreadcrumb({ message: "Order " + id, data: { id } });
      console.log("Order " + id);
    `,
    "in React Native": ts`
      import { addBreadcrumb } from "@sentry/react-native";
      export function load(cart: Cart) {
        console.warn(cart.name);
        addBreadcrumb({ message: cart.name, category: "cart" });
        ~~~~~~~~~~~~~ text +1
        return priceOf(cart);
      }
    `,
    "a text that a wrapper puts together": js`
      import { addBreadcrumb } from "@sentry/browser";
      export const logCart = (id) => {
        console.warn(${"`Cart ${id}`"});
        addBreadcrumb({ message: ${"`Cart ${id}`"}, category: "console" });
        ~~~~~~~~~~~~~ text +1
      };
    `,
    "a global SDK is the browser's": js`
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
      ~~~~~~~~~~~~~~~~~~~~ text +1
    `,
    "the settings say that the integration is on": js({
      settings: { integrations: { console: true }, modules: ["~/sentry"] },
    })`
      import * as Sentry from "~/sentry";
      console.log("Cart loaded");
      Sentry.addBreadcrumb({ message: "Cart loaded" });
      ~~~~~~~~~~~~~~~~~~~~ text +1
    `,
    requests: js`
      import * as Sentry from "@sentry/browser";
      import axios from "axios";
      async function load(url) {
        Sentry.addBreadcrumb({ category: "http", type: "http", data: { url, method: "GET" } });
        ~~~~~~~~~~~~~~~~~~~~ request
        const response = await (await fetch(url)).json();
        Sentry.addBreadcrumb({ message: "Loaded " + url });
        ~~~~~~~~~~~~~~~~~~~~ request +1
        Sentry.addBreadcrumb({ message: "GET /api/cart" });
        ~~~~~~~~~~~~~~~~~~~~ request +1
        return axios.get("/api/cart");
      }
      async function send(url) {
        Sentry.addBreadcrumb({ data: { url, method: "POST" } });
        ~~~~~~~~~~~~~~~~~~~~ request
        await axios({ url, method: "POST" });
        const xhr = new XMLHttpRequest();
        xhr.open("GET", "/api/cart");
        Sentry.addBreadcrumb({ message: "GET /api/cart" });
        ~~~~~~~~~~~~~~~~~~~~ request +1
      }
    `,
    "requests of a server": js`
      import * as Sentry from "@sentry/node";
      import axios from "axios";
      export async function load(url) {
        Sentry.addBreadcrumb({ category: "http", data: { url } });
        ~~~~~~~~~~~~~~~~~~~~ request
        return await axios.get(url);
      }
    `,
    navigation: js`
      import * as Sentry from "@sentry/nextjs";
      function go(router, path) {
        Sentry.addBreadcrumb({ category: "navigation", data: { from: location.pathname, to: path } });
        ~~~~~~~~~~~~~~~~~~~~ navigation
        router.push(path);
      }
      function open(path) {
        Sentry.addBreadcrumb({ message: "Navigating to /cart" });
        ~~~~~~~~~~~~~~~~~~~~ navigation +1
        window.history.pushState({}, "", "/cart");
      }
      router.afterEach((to, from) => {
        Sentry.addBreadcrumb({ category: "navigation", data: { from: from.path, to: to.path } });
        ~~~~~~~~~~~~~~~~~~~~ navigation
      });
    `,
    "effects of navigation": js`
      import * as Sentry from "@sentry/react";
      export function useTrail(location) {
        useEffect(() => {
          Sentry.addBreadcrumb({ category: "navigation", message: "To " + location.pathname, data: { pathname: location.pathname } });
          ~~~~~~~~~~~~~~~~~~~~ navigation
        }, [location.pathname, location.search]);
        useEffect(() => {
          Sentry.addBreadcrumb({ category: "navigation", message: "Step", data: { to: step } });
        }, [location, step]);
      }
    `,
    clicks: js`
      import * as Sentry from "@sentry/react";
      export const Buy = () => (
        <button
          onClick={() => {
            Sentry.addBreadcrumb({ category: "ui.click" });
            ~~~~~~~~~~~~~~~~~~~~ click +1
            buy();
          }}
        />
      );
      function handleBuyClick() {
        Sentry.addBreadcrumb({ message: "User clicked Buy" });
        ~~~~~~~~~~~~~~~~~~~~ click +1
        buy();
      }
      button.addEventListener("click", () => Sentry.addBreadcrumb({ message: "Buy clicked" }));
                                             ~~~~~~~~~~~~~~~~~~~~ click
    `,
    "a click's category on what says more than the click": js`
      import * as Sentry from "@sentry/react";
      export const Checkout = () => (
        <button
          onClick={() => {
            Sentry.addBreadcrumb({ category: "ui.click", message: "Checkout opened" });
                                             ~~~~~~~~~~ category
            Sentry.addBreadcrumb({ category: "ui.click", message: opened(cart) });
                                             ~~~~~~~~~~ category
            Sentry.addBreadcrumb({ category: "ui.click", message: "Checkout clicked" });
            ~~~~~~~~~~~~~~~~~~~~ click +1
            open();
          }}
        />
      );
    `,
    "categories of the integrations": js`
      import * as Sentry from "@sentry/react";
      Sentry.addBreadcrumb({ category: "ui.click", message: "Buy", data: { items } });
                                       ~~~~~~~~~~ category
      Sentry.addBreadcrumb({ category: "console", message: "Ready" });
                                       ~~~~~~~~~ category
      Sentry.addBreadcrumb({ category: "sentry.event", message: "Seen" });
                                       ~~~~~~~~~~~~~~ category
    `,
    "in Rust": rust`
      use log::{info, warn};
      use sentry::{add_breadcrumb, Breadcrumb};
      fn load(logger: &slog::Logger) {
          let id = next_id();
          tracing::info!(cart = %id, "Cart loaded");
          add_breadcrumb(Breadcrumb { message: Some("Cart loaded".into()), ..Default::default() });
          ~~~~~~~~~~~~~~ text +1
          show();
          add_breadcrumb(Breadcrumb { message: Some("Cart shown".into()), ..Default::default() });
          ~~~~~~~~~~~~~~ text +1
          warn!("Cart shown");
          slog::debug!(logger, "Cart sent");
          add_breadcrumb(Breadcrumb { message: Some("Cart sent".into()), ..Default::default() });
          ~~~~~~~~~~~~~~ text +1
          info!("Cart {} kept", id);
          add_breadcrumb(Breadcrumb { message: Some(format!("Cart {} kept", id)), ..Default::default() });
          ~~~~~~~~~~~~~~ text +1
      }
    `,
    "a text that the SDK records twice of the console": js({ options: { automatic: true } })`
      import * as Sentry from "@sentry/node";
      console.info("saved");
      console.warn("saved");
      ~~~~~~~~~~~~ text +1
      console.warn("saved", id);
      === suggest remove
      import * as Sentry from "@sentry/node";
      console.info("saved");
      console.warn("saved", id);
    `,
  },
});
