import type { Capture, Edit, Integration, Place, Recorder, Repetition } from "../../breadcrumb/index.ts";
import { closest } from "../../languages/rust/queries.ts";
import type { RustNode } from "../../languages/rust/syntax-tree.ts";
import { captureBefore } from "./captures.ts";
import { once } from "../once.ts";
import { placeOf } from "./place.ts";
import type { RustProgram } from "./program.ts";
import { integrationsOf, recordersBeside } from "./recorders.ts";
import { repetitionOf } from "./repetition.ts";
import { removeStatement, statementOf } from "./statements.ts";
import type { ValueReader } from "./values.ts";
import type { Recording } from "./wrappers.ts";

/** Where a call stands; what is around it is looked at when a rule asks. */
export class CallPlace implements Place {
  readonly function: Place["function"];
  readonly statement: boolean;
  readonly forwards: boolean;
  readonly #program: RustProgram;
  readonly #call: RustNode;
  readonly #captureBefore: () => Capture | undefined;
  readonly #repetition: () => Repetition | undefined;
  readonly #recorders: () => readonly Recorder[] | undefined;

  /** @param captures finds the captures of the file. */
  constructor(
    program: RustProgram,
    reader: ValueReader,
    { call, entry, forwards }: Recording,
    captures: () => readonly RustNode[],
  ) {
    const place = placeOf(program, call, forwards);
    this.function = place.function;
    this.statement = place.statement;
    this.forwards = place.forwards;
    this.#program = program;
    this.#call = call;
    // Half-typed, a block has no end, and what comes after it seems to stand in it.
    const isGuess = closest(call, "FunctionItem")?.hasError === true;
    this.#captureBefore = once(() => (isGuess ? undefined : captureBefore(program, call, captures())));
    this.#repetition = once(() => (isGuess ? undefined : repetitionOf(program, call, entry)));
    this.#recorders = once(() => (isGuess ? [] : recordersBeside(program, call, (node) => reader.valueOf(node))));
  }

  get captureBefore(): Capture | undefined {
    return this.#captureBefore();
  }

  get repetition(): Repetition | undefined {
    return this.#repetition();
  }

  get integrations(): ReadonlySet<Integration> {
    return integrationsOf(this.#program);
  }

  get recorders(): readonly Recorder[] {
    return this.#recorders() ?? [];
  }

  get removal(): readonly Edit[] | undefined {
    const statement = this.statement ? statementOf(this.#call) : undefined;
    const removal = statement && removeStatement(this.#program, statement);
    return removal && [removal];
  }
}
