import type { DefinedWrapper, Handed } from "../../../breadcrumb/index.ts";
import type { JavaScriptProgram } from "../program.ts";
import type { ValueReader } from "../values/reader.ts";
import { sdkTokensIn } from "./registrations.ts";

/** The SDK's function where a container has the SDK under a token. */
export function handedSdk(program: JavaScriptProgram, values: ValueReader): readonly DefinedWrapper[] {
  const tokens = sdkTokensIn(program, values);
  const handedTo = tokens.flatMap((token): readonly Handed[] =>
    token.module === "." ? [] : [{ ...token, argument: undefined, member: ["addBreadcrumb"] }],
  );
  const exports = tokens.flatMap(({ module, path }) => (module === "." ? [[...path, "addBreadcrumb"]] : []));
  if (tokens.length === 0) return [];
  return [{ name: "addBreadcrumb", exports, parameters: ["breadcrumb"], dedicated: true, handedTo }];
}
