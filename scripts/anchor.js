/**
 * The anchor of a heading, as GitHub makes it.
 * @param {string} text
 */
export function anchorOf(text) {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
