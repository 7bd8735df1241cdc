/** What build tools take calls of the console out by: esbuild, terser, Babel, Next.js, Vite, Metro, Rollup. */
const STRIPPING =
  /\bdrop\b["']?\s*:[^\n}]*["'`]console\b|\bdrop_?console\b["']?\s*:(?!\s*false\b)|--drop:console|\bremoveConsole\b["']?\s*:(?!\s*false\b)|remove-console|\bpure(?:_funcs)?\b["']?\s*:[^\n}]*\bconsole\.|plugin-strip\b/iu;

const COMMENT_LINE = /^\s*(?:\/\/|\*).*$/gmu;

/** Whether some of the files by which an application is built take what it writes to the console out. */
export function stripsConsole(texts: readonly string[]): boolean {
  return texts.some((text) => STRIPPING.test(text.replaceAll(COMMENT_LINE, "")));
}
