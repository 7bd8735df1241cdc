/** The `languageOptions` of a language. */
export type LezerLanguageOptions = {
  /**
   * Which nodes listeners of rules get to see.
   *
   * - `"full"`, the default: every node of every file, so selectors work as in any language.
   * - `"root"`: only the root. For projects whose rules for the language all look into `sourceCode.ast` by
   *   themselves, as the rules of this plugin do: a file that none of them looks into is then not parsed at
   *   all.
   */
  readonly traversal?: "full" | "root" | undefined;
};

const TRAVERSALS: readonly unknown[] = ["full", "root"] satisfies LezerLanguageOptions["traversal"][];

/**
 * Checks the options that are meant for the language. Others are left alone: a config object without `files` (as
 * presets for JavaScript often are) lends its `ecmaVersion` or `parser` to every file.
 * @throws {TypeError} When an option has a value that it cannot have; the message names both.
 */
export function validateLanguageOptions(options: Readonly<Record<string, unknown>>): void {
  const { traversal } = options;
  if (traversal !== undefined && !TRAVERSALS.includes(traversal)) {
    throw new TypeError(`Key "traversal": Expected "full" or "root" but got ${JSON.stringify(traversal)}.`);
  }
}
