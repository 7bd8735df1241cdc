/** The start and end offset of a range. */
type Part = readonly [start: number, end: number];

/** A comment of HTML, or a script. */
const OPENING = /<!--|<script\b/giu;

/** The rest of an opening tag; a `>` in quotes does not end it. */
const ATTRIBUTES = /((?:"[^"]*"|'[^']*'|[^"'>])*)>/uy;

const CLOSING = /<\/script\s*>/giu;

/** The type of a script that is none: data, templates. */
const OTHER_TYPE =
  /\btype\s*=\s*["']?(?!module\b|(?:text|application)\/(?:java|type|ecma)script|ts\b|babel\b)[^"'\s>]/iu;

const FRONTMATTER = /^(\s*---[^\S\n]*\n)((?:.*\n)*?)---/u;

/**
 * The scripts of a Vue, Svelte or Astro component. Everything else is replaced with spaces, so all positions stay the
 * same.
 * @param path of the file, for its ending.
 */
export function scriptsOf(text: string, path: string): string {
  const parts = partsOf(text, path);
  let scripts = "";
  let end = 0;
  for (const part of parts) {
    scripts += blank(text.slice(end, part[0])) + text.slice(...part);
    [, end] = part;
    // Two scripts may stand on one line.
    scripts += ";";
    end++;
  }
  return scripts + blank(text.slice(end));
}

/** The same with the scripts blanked out: what is not read where they are read alone. */
export function besideScripts(text: string, path: string): string {
  let beside = "";
  let end = 0;
  for (const part of partsOf(text, path)) {
    beside += text.slice(end, part[0]) + blank(text.slice(...part));
    [, end] = part;
  }
  return beside + text.slice(end);
}

/** The head of a call: `log.track(`, and what stands in front of it. */
const CALLED = /[^\w$.](((?!\d)[\w$]+)(?:\??\.[\w$]+)*)(?:\?\.)?\(/gu;

/** Words in front of a parenthesis that name no function. */
const NO_NAME =
  /^(?:await|catch|default|for|function|if|import|new|return|super|switch|typeof|var|void|while|with|yield)$/u;

/** The start of a Vue template in another language than HTML. */
const OTHER_LANGUAGE = /<template\b[^<>]*?\slang=["']?(?!html\b)\w/iu;

/**
 * The calls outside of the scripts of what the scripts name, or a plugin adds, as statements without arguments: enough
 * to see what is called where only the scripts can be read.
 * @param scripts the component's, as `scriptsOf` returns them.
 */
export function callsBeside(text: string, path: string, scripts: string): string {
  const names = new Set(scripts.match(/[\w$]+/gu));
  const markup = besideScripts(text, path).replaceAll(/<!--[^]*?(?:-->|$)/gu, blank);
  const calls = [...markup.matchAll(CALLED)].filter(
    ([, , root = ""]) => (names.has(root) || root.startsWith("$")) && !NO_NAME.test(root),
  );
  return calls.map(([, callee = ""]) => `${callee}();`).join("");
}

/** Whether a Vue component has a `<script setup>`. */
export function hasSetup(text: string): boolean {
  return /<script\b(?:"[^"]*"|'[^']*'|[^"'<>])*?\ssetup[\s=>]/iu.test(text);
}

/** Whether an Astro component has scripts that run in the browser; its parser treats them as text. */
export function hasClientScripts(text: string): boolean {
  return partsIn(text, frontmatterOf(text)?.end ?? 0).some((part) => text.slice(...part).trim() !== "");
}

/** Whether a component has markup that no parser reads: beside Astro's scripts for the browser, or in Pug. */
export function hidesMarkup(text: string, path: string): boolean {
  return path.endsWith(".astro") ? hasClientScripts(text) : path.endsWith(".vue") && OTHER_LANGUAGE.test(text);
}

/** In their order; behind each stands at least one character of its closing tag. */
function partsOf(text: string, path: string): readonly Part[] {
  const frontmatter = path.endsWith(".astro") ? frontmatterOf(text) : undefined;
  return [...(frontmatter === undefined ? [] : [frontmatter.part]), ...partsIn(text, frontmatter?.end ?? 0)];
}

/** The part of an Astro component that runs on the server, and the end of the fence behind it. */
function frontmatterOf(text: string): { readonly part: Part; readonly end: number } | undefined {
  const [all, open, code] = FRONTMATTER.exec(text) ?? [];
  if (all === undefined || open === undefined || code === undefined) return undefined;
  return { part: [open.length, open.length + code.length], end: all.length };
}

function partsIn(text: string, from: number): readonly Part[] {
  const parts: Part[] = [];
  for (let at = from; ;) {
    const opening = find(OPENING, text, at);
    if (opening === undefined) return parts;
    const [start] = opening;
    if (text.startsWith("<!--", start)) {
      const end = text.indexOf("-->", start);
      if (end === -1) return parts;
      at = end;
      continue;
    }
    const tag = find(ATTRIBUTES, text, opening[1]);
    const closing = tag && find(CLOSING, text, tag[1]);
    if (tag === undefined || closing === undefined) return parts;
    if (!OTHER_TYPE.test(text.slice(...tag))) parts.push([tag[1], closing[0]]);
    [, at] = closing;
  }
}

function find(pattern: RegExp, text: string, from: number): Part | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? undefined : [found.index, found.index + found[0].length];
}

/** Spaces in the place of a text, as many UTF-16 units and with the same lines. */
export function blank(text: string): string {
  return text.replaceAll(/[^\n\r\u2028\u2029]/g, " ");
}
