import type { PageData } from "./shape.ts";

/** Where the page takes its data; scripts/build-page.js leaves it in. */
const PLACEHOLDER = "{{inventory}}";

/**
 * Puts data into the built page.
 * @param page the page with a script block of type `application/json` that holds the placeholder.
 */
export function fillPage(page: string, data: PageData): string {
  // A function, because "$&" in a string would have a meaning.
  return page.replace(PLACEHOLDER, () => embeddable(data));
}

/** JSON that neither ends the script block around it nor opens a comment there, and is JavaScript as well. */
function embeddable(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
