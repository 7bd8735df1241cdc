import type { Filling, Handed } from "../../../breadcrumb/index.ts";
import type { LocalWrappers } from "../recording/found-wrappers.ts";
import type { JavaScriptProgram } from "../program.ts";
import type { FunctionNode } from "../syntax/nodes.ts";
import type { ValueReader } from "../values/reader.ts";
import { frameworkRegistrationsIn } from "./registrations.ts";
import { waysIn, type Way } from "./ways.ts";

/** What a file puts into a framework's application or container, with the functions of the file in it that record. */
export interface OwnFilling extends Filling {
  readonly ways: readonly Way[];
}

/** What stands for the value itself on a way. */
const VALUE = "value";

/** What a file puts into the applications and containers of frameworks for other files. */
export function fillingsIn(
  program: JavaScriptProgram,
  values: ValueReader,
  wrappers: LocalWrappers["functions"],
): readonly OwnFilling[] {
  return frameworkRegistrationsIn(program).flatMap(({ tokens, value }) => {
    const ways = waysIn({ program, values, wrappers }, value, [VALUE]).map((way) => ({
      ...way,
      path: way.path.slice(1),
    }));
    return tokens.map((of) => ({ of, ways }));
  });
}

/** How others reach a function, or the SDK's where it is undefined, through what is filled. */
export function filledWith(fillings: readonly OwnFilling[], wrapper: FunctionNode | undefined): readonly Handed[] {
  return fillings.flatMap(({ of, ways }) =>
    ways.flatMap((way) =>
      way.wrapper === wrapper && way.from === undefined ? [{ ...of, argument: undefined, member: way.path }] : [],
    ),
  );
}
