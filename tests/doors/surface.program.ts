import { describe, expect, it } from "vitest";
import { ifReachable } from "../../scripts/on-demand.js";
import { coreOnDemand, newest } from "../../scripts/sdk-surface.js";
import { superfluousIn, unknownIn } from "./surface.ts";

/** A release of each major version, and the newest where `SDK` asks for it. */
const VERSIONS = ["7.120.4", "8.55.2", "9.47.2", "10.78.0", "11.12.0"];
if (process.env["SDK"] === "newest") VERSIONS.push(newest());

const folders = await ifReachable(Promise.all(VERSIONS.map(coreOnDemand)));

describe.skipIf(folders === undefined)("what of the SDK takes data of a program", () => {
  it.each(VERSIONS.map((version, index) => [version, folders?.[index] ?? ""]))("has a door: %s", (_, folder) => {
    expect(unknownIn(folder)).toEqual([]);
  });

  it("has no exception without need", () => {
    expect(superfluousIn(folders ?? [])).toEqual([]);
  });
});
