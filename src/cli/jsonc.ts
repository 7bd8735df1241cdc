/** What a config may have and JSON has not: comments and trailing commas. Strings are matched to be kept. */
const NOT_JSON = /("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[^]*?\*\/|,(?=(?:\s|\/\/.*|\/\*[^]*?\*\/)*[\]}])|^\uFEFF/gu;

/**
 * Reads JSON with comments and trailing commas.
 * @throws SyntaxError for anything else.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replaceAll(NOT_JSON, "$1"));
}
