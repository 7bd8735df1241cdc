/** Whether a string matches a pattern in which `*` stands for any characters. Takes time linear in the string. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (!pattern.includes("*")) return pattern === text;
  const first = pattern.slice(0, pattern.indexOf("*"));
  const last = pattern.slice(pattern.lastIndexOf("*") + 1);
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const piece of pattern.split("*").slice(1, -1)) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}
