import { knownOf, nameOf, type Value } from "../breadcrumb/index.ts";
import { accessed } from "./access.ts";
import { isNumberOf, isOfChain, isText, judgeType } from "./by-type.ts";
import { CLEAN, leak, type Harmless, type Verdict } from "./evidence.ts";
import { resultSaidBy } from "./callees.ts";
import { classifyName, finding, isAboutData, isSingle } from "./names.ts";
import { chosenFrom } from "./partial.ts";
import type { Policy } from "./policy.ts";

/**
 * What a value is by what it is called, where its type does not say otherwise.
 * @param path the names, owners first.
 */
export function judgeName(value: Value, path: readonly string[], policy: Policy): Verdict {
  const byType = judgeType(value, policy);
  const said = classifyName(path, policy);
  const isProof = byType.harmless === "proof";
  if (typeof said !== "object" && isOfMachine(byType, path, policy)) return { leaks: [], harmless: "about" };
  if (said === undefined) return byType;
  if (said === "clean") return harmlessBy(path.at(-1) ?? "", byType);
  if (said.kind === "object" && isText(value.type)) return byType;
  if (said.kind === "address" && isOfChain(value.type)) return leak(value, finding("financial", 2));
  if (isProof) return isNumberOf(said.kind, value.type, path) ? leak(value, said) : CLEAN;
  const [typed] = byType.leaks;
  // Of the same weight the type tells which property it is.
  const isTyped =
    typed !== undefined && (typed.tier < said.tier || (said.kind === "object" && typed.tier === said.tier));
  return isTyped ? byType : leak(value, said);
}

/** The verdict of a harmless name: one about a datum, or a bare noun, which leaves what the type says. */
function harmlessBy(name: string, byType: Verdict): Verdict {
  const isAbout = isAboutData(name);
  const harmless: Harmless = byType.harmless === "proof" ? "proof" : isAbout ? "about" : "noun";
  return { leaks: isAbout ? [] : byType.leaks, harmless, isSingle: isSingle(name) };
}

/** Whether what its type calls an address is that of a machine by its name: `nameserver: IpAddr`. */
function isOfMachine({ leaks }: Verdict, path: readonly string[], policy: Policy): boolean {
  const [name = ""] = path.slice(-1);
  return leaks.some(({ kind }) => kind === "ip") && classifyName([`${name}_ip`], policy) === "clean";
}

/** The names that an expression is read by: owners first, items and calls by what they yield. */
export function namePathOf(value: Value): readonly string[] {
  const path: string[] = [];
  for (let current: Value | undefined = value; current !== undefined;) {
    const step: Step = stepOf(current);
    path.push(...step.names);
    current = step.owner;
  }
  return path.reverse();
}

/** Names from an expression to its owner, innermost first. */
interface Step {
  readonly names: readonly string[];
  readonly owner: Value | undefined;
}

function stepOf(value: Value): Step {
  if (value.kind === "name") return { names: [value.name], owner: undefined };
  if (value.kind === "member") return { names: value.name === undefined ? [] : [value.name], owner: value.object };
  if (value.kind !== "call" || value.construct) return { names: [], owner: undefined };
  const access = accessed(value);
  if (access !== undefined) return { names: [...access.path].reverse(), owner: access.object };
  const chosen = chosenFrom(value);
  if (chosen !== undefined) return { names: [], owner: chosen };
  const { callee } = value;
  // `loginSchema.parse(body)` is a body.
  if (knownOf(callee)?.does === "parse") return { names: [], owner: undefined };
  const said = resultSaidBy(callee);
  const object = callee.kind === "member" ? callee.object : undefined;
  // `server.address()` is the server's, `users.getEmail()` says nothing of users.
  if (typeof said === "object")
    return { names: [said.returns], owner: said.returns === nameOf(callee) ? object : undefined };
  return { names: [], owner: said === "rendering" ? object : undefined };
}
