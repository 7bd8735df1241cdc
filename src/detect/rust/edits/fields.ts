import { isWithin, type Edit, type Value, type Writer } from "../../../breadcrumb/index.ts";
import type { RustSourceCode } from "../../../languages/rust/source-code.ts";
import { durationSinceEpoch } from "../values/clocks.ts";

/** The part of a writer that gives values and fields another shape; to the rest of it, Rust's compiler sees. */
export function createRewrites({ text }: RustSourceCode): Required<Pick<Writer, "asTimestamp" | "renameField">> {
  return {
    asTimestamp: (value, clock) => (clock === "milliseconds" ? inMilliseconds(value) : undefined),
    renameField({ keyRange, range }, name) {
      if (keyRange === undefined) return undefined;
      const key = text.slice(keyRange[0], keyRange[1]);
      const literal = /^"(?:[^"\\]|\\.)*"/u.exec(key)?.[0];
      if (literal !== undefined) return [{ range: [keyRange[0], keyRange[0] + literal.length], text: `"${name}"` }];
      // Of the breadcrumb's own fields, only the type is a text that can be another field.
      if (key !== "ty" || name !== "category") return undefined;
      if (keyRange[1] === range[1]) return [{ range: keyRange, text: "category: Some(ty)" }];
      const colon = /^\s*:\s*/u.exec(text.slice(keyRange[1], range[1]))?.[0];
      // A comment stands before the colon.
      if (colon === undefined) return undefined;
      const start = keyRange[1] + colon.length;
      return [
        { range: keyRange, text: "category" },
        { range: [start, start], text: "Some(" },
        { range: [range[1], range[1]], text: ")" },
      ];
    },
  };
}

/** `Duration::from_secs(millis)` becomes `Duration::from_millis(millis)`, which takes the same type. */
function inMilliseconds(value: Value): Edit[] | undefined {
  const callee = durationSinceEpoch(value)?.callee;
  if (callee === undefined || !isWithin(callee.range, value.range) || !callee.source.endsWith("from_secs"))
    return undefined;
  return [{ range: [callee.range[1] - "from_secs".length, callee.range[1]], text: "from_millis" }];
}
