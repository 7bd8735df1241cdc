/** What keeps the command from doing its work, in words for whoever started it; it ends with exit code 2. */
export class Failure extends Error {
  override readonly name = "Failure";
}
