/** What keeps the command from doing its work, in words for whoever started it; it ends with exit code 2. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/** A path that somebody named and that is not there. */
export class MissingPath extends Failure {
  /** As it was written. */
  readonly path: string;

  constructor(path: string) {
    super(`There is no file or folder "${path}".`);
    this.path = path;
  }
}
