import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../breadcrumb/index.ts";
import { depthGuard } from "../../depth.ts";
import { remember } from "../../remember.ts";
import { createBindings, type Bindings } from "../names/bindings.ts";
import { createFlow, type Flow } from "../flow/reaching-writes.ts";
import { createUses, type Uses } from "../flow/uses.ts";
import { membersOf, returnsOf, type Members } from "../names/functions.ts";
import { mutationAt, mutationsOf, type Mutation } from "../flow/mutations.ts";
import type { JavaScriptProgram, Node } from "../program.ts";
import type { Variable } from "../names/scopes.ts";
import type { FunctionNode, Owner } from "../syntax/nodes.ts";
import type { Referents, SdkPaths } from "./recognition.ts";
import type { TypeReader } from "./type-shapes.ts";
import { createTypeReader } from "./types.ts";
import type { Site } from "./lazy-values.ts";

/** How many definitions are looked up within one another; longer chains are not written by hand. */
const MAX_DEPTH = 30;

/** A call whose function's body is being read. */
export interface Frame {
  readonly function: FunctionNode;
  readonly arguments: readonly Node[];
  readonly caller: Reading;
}

/** Reads the expressions of a file, or those of a function's body for one of its calls. */
export interface Reading {
  readonly context: FileContext;
  /** The call that the parameters belong to; undefined outside of inlined functions. */
  readonly frame: Frame | undefined;
  valueOf(expression: Node): Value;
  /** The expression that yields what `expression` does, without what is only about types, time or keeping. */
  inner(expression: Node): Node;
  siteOf(node: Node): Site;
  /** The name of a member, a computed one included where its key is known. */
  nameOf(member: TSESTree.MemberExpression | undefined): string | undefined;
  /** The initialiser of a variable. */
  initialiserOf(identifier: TSESTree.Identifier): Node | undefined;
  /** Reads the body of a function for one of its calls. */
  within(called: FunctionNode, given: readonly Node[]): Reading;
}

/** Makes the parts of what readers share that ask it for the others. */
interface Making {
  readonly base: (context: FileContext) => Reading;
  readonly referents: (context: FileContext) => Referents;
  readonly sdk: (context: FileContext) => SdkPaths;
}

/** The state that all readers of a file share. */
export class FileContext {
  readonly program: JavaScriptProgram;
  /** Reads what stands outside of inlined functions. */
  readonly base: Reading;
  readonly flow: Flow;
  readonly uses: Uses;
  readonly types: TypeReader;
  readonly bindings: Bindings;
  readonly referents: Referents;
  readonly sdk: SdkPaths;
  readonly #lasting = new Map<Owner, ReadonlySet<string>>();
  readonly #returns = new Map<FunctionNode, readonly Node[] | undefined>();
  readonly #mutations = new Map<Variable, readonly Mutation[] | undefined>();
  readonly #nodes = new WeakMap<Value, Node>();
  /** Looks something up unless too much is being looked up already. */
  readonly bounded = depthGuard(MAX_DEPTH);

  /** @param make the parts that are made of the others. */
  constructor(program: JavaScriptProgram, make: Making) {
    this.program = program;
    this.base = make.base(this);
    this.flow = createFlow(program.scopes);
    this.uses = createUses(program, { membersOf: (owner) => this.membersOf(owner), isEnd: () => false });
    this.types = createTypeReader(program);
    this.bindings = createBindings(program);
    this.referents = make.referents(this);
    this.sdk = make.sdk(this);
  }

  /** Notes what a value was read from, and hands it back. */
  readFrom<V extends Value>(node: Node, value: V): V {
    this.#nodes.set(value, node);
    return value;
  }

  /** The source of a value: an expression, the name of a parameter, a pattern. */
  nodeOf(value: Value): Node | undefined {
    return this.#nodes.get(value);
  }

  membersOf(owner: Owner): Members {
    return membersOf(this.program, owner);
  }

  /** Whether the object or list in a field of a class is changed by nothing: a private field that is only read. */
  isLasting(owner: Owner, name: string): boolean {
    return remember(this.#lasting, owner, () => {
      const { hidden, mentions } = this.membersOf(owner);
      const isRead = (member: Node): boolean => mutationAt(this.program, member) === undefined;
      return new Set([...hidden].filter((each) => mentions.get(each)?.every(isRead) !== false));
    }).has(name);
  }

  returnsOf(node: FunctionNode): readonly Node[] | undefined {
    return remember(this.#returns, node, () => returnsOf(this.program, node));
  }

  /** Whether a mutation is no more than a call of the SDK, which reads what it is given and keeps no hold of it. */
  isReadBySdk(mutation: Mutation): boolean {
    const call = mutation.kind === "escape" ? mutation.call : undefined;
    return call !== undefined && this.sdk.pathOf(this.base.valueOf(call.callee)) !== undefined;
  }

  mutationsOf(variable: Variable): readonly Mutation[] | undefined {
    return remember(this.#mutations, variable, () => mutationsOf(this.program, variable));
  }
}
