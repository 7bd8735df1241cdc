import { SCRUBBED_ATTRIBUTES } from "./conventions.ts";
import { finding, type Finding } from "./names.ts";
import { lazily, wordsIn } from "./tables.ts";

/** The kinds of keys whose words say nothing; the first line whose beginning matches decides. */
const FINDINGS: readonly (readonly [start: string, Finding])[] = [
  ["http.request.body.", finding("object")],
  ["http.request.header.", finding("auth_header", 2)],
  ["http.response.header.", finding("auth_header", 2)],
  ["http.", finding("url_query", 2)],
  ["url.", finding("url_query", 2)],
  ["", finding("free_form", 2)],
];

const patterns = lazily(() => new Map(wordsIn(SCRUBBED_ATTRIBUTES).map((name) => [name, patternOf(name)])));

/**
 * The attribute of Sentry's conventions that a key of `data` is, if it is one that they mark for automatic scrubbing.
 * @param path the key, with the keys that it stands under: `["user.email"]` and `["user", "email"]` are the same.
 * @returns the attribute's name, such as `http.request.header.<key>`.
 */
export function attributeOf(path: readonly string[]): string | undefined {
  const key = path.join(".");
  if (!key.includes(".")) return undefined;
  if (patterns().has(key)) return key;
  for (const [attribute, pattern] of patterns()) if (pattern.test(key)) return attribute;
  return undefined;
}

/** The kind of such an attribute, if its words do not say it. */
export function findingOfAttribute(attribute: string): Finding | undefined {
  return FINDINGS.find(([start]) => attribute.startsWith(start))?.[1];
}

/** `params.<key>` is any key under `params`; what stands for a last segment may hold dots. */
function patternOf(attribute: string): RegExp {
  const pattern = attribute.replace(/[.<>]/g, (character) => (character === "." ? "\\." : character));
  return new RegExp(`^${pattern.replace(/<key>$/, ".+").replaceAll("<key>", "[^.]+")}$`);
}
