import { describe, expect, it } from "vitest";
import { readSettings } from "../src/settings.ts";

const read = (integrations: unknown) => readSettings({ "sentry-breadcrumbs": { integrations } }).integrations;

describe("the setting integrations", () => {
  it("keeps what it is given", () => {
    expect(read({ console: false, tracing: true })).toEqual({ console: false, tracing: true });
    expect(readSettings({}).integrations).toEqual({});
  });

  it.each([
    [["console"], 'integrations is ["console"], expected an object with a true or false for each'],
    [{ console: "off" }, 'integrations.console is "off", expected true or false'],
    [{ breadcrumbs: false }, "integrations.breadcrumbs is false, expected no such key: the keys are console, dom"],
  ])("refuses %j", (integrations, message) => {
    expect(() => read(integrations)).toThrow(message);
  });
});

describe("the setting wrappers", () => {
  const read = (wrapper: unknown) => readSettings({ "sentry-breadcrumbs": { wrappers: [wrapper] } }).wrappers[0];

  it("takes one module, and several", () => {
    expect(read({ name: "crumb", from: "*/track" })?.from).toEqual(["*/track"]);
    expect(read({ name: "crumb", from: ["*/track", "~"] })?.from).toEqual(["*/track", "~"]);
    expect(read("crumb")?.from).toBeUndefined();
  });

  it("takes the properties of an object", () => {
    expect(read({ name: "crumb", parameters: [{ title: "message" }, "_"] })?.parameters).toEqual([{ title: "message" }, "_"]);
  });

  it.each([
    [{ name: "crumb", from: [""] }, 'wrappers[0].from[0] is "", expected a text that is not empty'],
    [{ name: "crumb", parameters: [{ title: "headline" }] }, 'wrappers[0].parameters[0].title is "headline", expected one of message, c'],
  ])("refuses %j", (wrapper, message) => {
    expect(() => read(wrapper)).toThrow(message);
  });
});
