/** Where the command writes, and what it knows of who reads. */
export interface Output {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Writes a line for whoever watches, beside the output that programs read. */
export function say({ stderr }: Pick<Output, "stderr">, line: string): void {
  stderr.write(`${line}\n`);
}

/** A number with the word for it: `1 file`, `3 files`. */
export function count(number: number, word: string, words = `${word}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? word : words}`;
}
