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
