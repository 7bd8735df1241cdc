import type { Capture, Edit, Integration, Place, Recorder, Repetition, Value } from "../../breadcrumb/index.ts";
import { captureBefore } from "./captures.ts";
import { placeOf } from "./place.ts";
import type { JavaScriptProgram, Node } from "./program.ts";
import { integrationsIn, recordersBeside } from "./recorders.ts";
import type { RecognisedCall } from "./recordings.ts";
import { repetitionOf } from "./repetition.ts";
import { removeStatement, statementOf } from "./statements.ts";
import { once } from "../once.ts";

/** Where a call stands; what is around it is looked at when a rule asks. */
export class CallPlace implements Place {
  readonly function: Place["function"];
  readonly statement: boolean;
  readonly forwards: boolean;
  readonly #program: JavaScriptProgram;
  readonly #call: RecognisedCall["call"];
  readonly #captureBefore: () => Capture | undefined;
  readonly #repetition: () => Repetition | undefined;
  readonly #recorders: () => readonly Recorder[] | undefined;

  /** @param valueOf reads an expression. */
  constructor(
    program: JavaScriptProgram,
    { call, entry, forwards }: RecognisedCall,
    valueOf: (node: Node) => Value,
  ) {
    const place = placeOf(call, forwards);
    this.function = place.function;
    this.statement = place.statement;
    this.forwards = place.forwards;
    this.#program = program;
    this.#call = call;
    this.#captureBefore = once(() => captureBefore(program, call));
    this.#repetition = once(() => repetitionOf(program, call, entry, valueOf));
    this.#recorders = once(() => recordersBeside(program, call, valueOf));
  }

  get captureBefore(): Capture | undefined {
    return this.#captureBefore();
  }

  get repetition(): Repetition | undefined {
    return this.#repetition();
  }

  get integrations(): ReadonlySet<Integration> {
    return integrationsIn(this.#program);
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
