/** An error that stops the command, with a message for the user; the exit code is 2. */
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
