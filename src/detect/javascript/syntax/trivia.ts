/** White space and comments. */
const TRIVIA = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/uy;

/** Where the next token of a text begins, from a place between two. */
export function afterTrivia(text: string, start: number): number {
  TRIVIA.lastIndex = start;
  TRIVIA.test(text);
  return TRIVIA.lastIndex;
}
