import type { Range, Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { depthGuard } from "../../depth.ts";
import { createBindings, type Bindings } from "../names/bindings.ts";
import { createFlow, type Flow } from "../flow/reaching-writes.ts";
import type { RustProgram } from "../program.ts";
import { createTypeReader, type TypeReader } from "./types.ts";
import type { Variable } from "../names/variables.ts";
import type { Found } from "../syntax/walk.ts";

/** How many definitions are looked up within one another; longer chains are not written by hand. */
export const MAX_DEPTH = 30;

/** How many calls of functions of the file are read within one another. */
export const MAX_FRAMES = 2;

/** How many branches a choice is read to have. */
export const MAX_BRANCHES = 64;

/** Reads the expressions of one file. */
export interface ValueReader {
  /** What an expression yields; the same value each time that it is asked for. */
  valueOf(node: RustNode): Value;
  /** What a closure or function yields, of each of its ends. */
  resultsOf(node: RustNode): readonly Value[];
  /** The variable that a name stands for. */
  variableOf(name: Value): Variable | undefined;
  /** The expression that a value was read from; undefined for values that are put together from several. */
  nodeOf(value: Value): RustNode | undefined;
  /** The declared type of an expression. */
  typeNodeOf(node: RustNode): RustNode | undefined;
  readonly types: TypeReader;
}

/** What reads the expressions of a file, for the parts that each read some kinds of them. */
export interface Reading extends ValueReader {
  readonly program: RustProgram;
  readonly knowledge: Knowledge;
  /** The call whose function's body is being read. */
  readonly frame: Frame | undefined;
  /** Looks something up unless too much is being looked up already, which would exhaust the stack. */
  bounded<T>(lookUp: () => T): T | undefined;
  /** The expression that yields what another does, without what only converts, borrows or waits. */
  inner(expression: RustNode): RustNode;
  at(node: RustNode): Site;
  /** The text of a node that is a name. */
  nameOf(node: RustNode): string;
  unknown(node: RustNode): Value;
  /** One of several values. */
  either(values: readonly Value[], site: Site): Value;
  /** The name of a macro, without the path before it. */
  macroName(macro: RustNode): string;
  /** Whether the end of a path is one of some names. */
  namesOneOf(path: RustNode, names: ReadonlySet<string>): boolean;
  /** What a function of the file yields for some arguments. */
  resultOf(owner: RustNode, given: readonly RustNode[], receiver: RustNode | undefined): Value | undefined;
}

/** Where a value stands. */
export interface Site {
  readonly range: Range;
  readonly source: string;
}

/** A call whose function's body is being read. */
export interface Frame {
  readonly function: RustNode;
  readonly arguments: readonly RustNode[];
  /** What the method is called on. */
  readonly receiver: RustNode | undefined;
  readonly caller: Reading;
  readonly depth: number;
}

/** What all readers of a file share. */
export class Knowledge {
  readonly program: RustProgram;
  readonly found: Found;
  readonly flow: Flow;
  readonly types: TypeReader;
  readonly bindings: Bindings;
  readonly returns = new Map<RustNode, readonly RustNode[]>();
  /** The expressions that values were read from. */
  readonly nodes = new WeakMap<Value, RustNode>();
  /** The variables that names stand for. */
  readonly variables = new WeakMap<Value, Variable>();
  /** The nodes that hold the items of lists, for what to cut when an item goes. */
  readonly lists = new WeakMap<Value, RustNode>();
  /** Looks something up unless too much is being looked up already. */
  readonly bounded = depthGuard(MAX_DEPTH);

  constructor(program: RustProgram, found: Found) {
    this.program = program;
    this.found = found;
    this.flow = createFlow(program, found);
    this.types = createTypeReader(program);
    this.bindings = createBindings(program, found, (variable) => this.flow.changesOf(variable));
  }
}
