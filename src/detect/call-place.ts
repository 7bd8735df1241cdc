import type { Capture, Edit, Integration, Place, Recorder, Repetition } from "../breadcrumb/index.ts";
import { once } from "./once.ts";

/** How a language looks at what is around a call. */
export interface PlaceReader {
  captureBefore(): Capture | undefined;
  repetition(): Repetition | undefined;
  integrations(): ReadonlySet<Integration>;
  recorders(): readonly Recorder[];
  removal(): Edit | undefined;
}

/** Where a call stands; what is around it is looked at when a rule asks. */
export class CallPlace implements Place {
  readonly function: Place["function"];
  readonly statement: boolean;
  readonly forwards: boolean;
  readonly #around: PlaceReader;
  readonly #captureBefore: () => Capture | undefined;
  readonly #repetition: () => Repetition | undefined;
  readonly #recorders: () => readonly Recorder[];

  constructor(place: Place, around: PlaceReader) {
    this.function = place.function;
    this.statement = place.statement;
    this.forwards = place.forwards;
    this.#around = around;
    this.#captureBefore = once(() => around.captureBefore());
    this.#repetition = once(() => around.repetition());
    this.#recorders = once(() => around.recorders(), []);
  }

  get captureBefore(): Capture | undefined {
    return this.#captureBefore();
  }

  get repetition(): Repetition | undefined {
    return this.#repetition();
  }

  get integrations(): ReadonlySet<Integration> {
    return this.#around.integrations();
  }

  get recorders(): readonly Recorder[] {
    return this.#recorders();
  }

  get removal(): readonly Edit[] | undefined {
    const removal = this.statement ? this.#around.removal() : undefined;
    return removal && [removal];
  }
}
