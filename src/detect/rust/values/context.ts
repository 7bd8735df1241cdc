import type { Range, Value } from "../../../breadcrumb/index.ts";
import type { RustNode } from "../../../languages/rust/syntax-tree.ts";
import { depthGuard } from "../../depth.ts";
import { createBindings, type Bindings } from "../names/bindings.ts";
import { createFlow, type Flow } from "../flow/reaching-writes.ts";
import type { RustProgram } from "../program.ts";
import { createTypeReader, type TypeReader } from "./types.ts";
import type { Variable } from "../names/variables.ts";
import type { Access } from "../syntax/nodes.ts";
import type { CollectedNodes } from "../syntax/walk.ts";

/** How many definitions are looked up within one another; longer chains are not written by hand. */
export const MAX_DEPTH = 30;

/** How many calls of functions of the file are read within one another. */
export const MAX_FRAMES = 2;

/** How many branches a choice is read to have. */
export const MAX_BRANCHES = 64;

/** Reads the expressions of one file. */
export interface ValueReader {
  /** The value of an expression, computed once. */
  valueOf(node: RustNode): Value;
  /** The result at each end of a closure or function. */
  resultsOf(node: RustNode): readonly Value[];
  /** The variable that a name stands for. */
  variableOf(name: Value): Variable | undefined;
  /** The expression that a value was read from; undefined for values that are put together from several. */
  nodeOf(value: Value): RustNode | undefined;
  /** The declared type of an expression. */
  typeNodeOf(node: RustNode): RustNode | undefined;
  /** The arguments of a call of a function, method or macro. */
  argumentsOf(call: RustNode): readonly RustNode[];
  /** An argument of a call; of a macro that text which it formats with the arguments behind it. */
  messageOf(call: RustNode, index: number): Value;
  /** The method of the file that is called of an expression. */
  methodOf(access: Access): RustNode | undefined;
  /** The functions and closures of the file that an expression may stand for. */
  functionsOf(node: RustNode): readonly RustNode[];
  /** Reads the body of a function, closure or macro of the file as one call runs it. */
  inside(body: Called): ValueReader;
  /** Whether a value was read in the body that this reader reads, not where that was called from. */
  isOwn(value: Value): boolean;
  readonly program: RustProgram;
  readonly types: TypeReader;
}

/** A function, closure or macro of the file with what a call gives it. */
export interface Called {
  /** A `FunctionItem`, `ClosureExpression` or `MacroRule`. */
  readonly function: RustNode;
  readonly arguments: readonly RustNode[];
  /** The receiver of the method. */
  readonly receiver?: RustNode | undefined;
  /** The expansions of a macro's variables, by name (`$message`). */
  readonly variables?: ReadonlyMap<string, readonly RustNode[]> | undefined;
}

/** The reader of a file's expressions, for the parts that each read some kinds of them. */
export interface Reading extends ValueReader {
  readonly context: FileContext;
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
  /** The arguments of a macro that is used like a function; undefined for other macros. */
  listedIn(macro: RustNode): readonly Placed[] | undefined;
  /** The result of a function of the file for some arguments. */
  resultOf(owner: RustNode, given: readonly RustNode[], receiver: RustNode | undefined): Value | undefined;
}

/** Where a value stands. */
export interface Site {
  readonly range: Range;
  readonly source: string;
}

/** A call whose function's body is being read. */
export interface Frame extends Called {
  readonly caller: Reading;
  /** How many functions of the file were entered for what they yield. */
  readonly depth: number;
}

/** An expression with the reader of the body that it stands in. */
export interface Placed {
  readonly node: RustNode;
  readonly reading: Reading;
}

/** The state that all readers of a file share. */
export class FileContext {
  readonly program: RustProgram;
  readonly found: CollectedNodes;
  readonly flow: Flow;
  readonly types: TypeReader;
  readonly bindings: Bindings;
  readonly returns = new Map<RustNode, readonly RustNode[]>();
  /** The expressions that values were read from. */
  readonly nodes = new WeakMap<Value, RustNode>();
  /** The bodies that values were read in, as far as these are read for a call. */
  readonly frames = new WeakMap<Value, Frame>();
  /** The variables that names stand for. */
  readonly variables = new WeakMap<Value, Variable>();
  /** The nodes that hold the items of lists, for what to cut when an item goes. */
  readonly lists = new WeakMap<Value, RustNode>();
  /** Looks something up unless too much is being looked up already. */
  readonly bounded = depthGuard(MAX_DEPTH);

  constructor(program: RustProgram, found: CollectedNodes) {
    this.program = program;
    this.found = found;
    this.flow = createFlow(program, found);
    this.types = createTypeReader(program);
    this.bindings = createBindings(program, found, (variable) => this.flow.mutationsOf(variable));
  }
}
