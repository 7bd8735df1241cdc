/** A line of YAML that has a key, with or without a value: `'@sentry/node': ^10.0.0 # as everywhere`. */
const ENTRY =
  /^( *)(?:"([^"]*)"|'([^']*)'|([^\s#"'-][^:#]*?)) *:(?: +(?:"([^"]*)"|'([^']*)'|([^\s#][^#]*?)))? *(?:#.*)?\r?$/u;

/** Longer lines have no range of a package. */
const LONGEST = 500;

/**
 * The version range of a package in a catalog of pnpm or Yarn.
 * @param yaml the text of `pnpm-workspace.yaml` or `.yarnrc.yml`.
 * @param catalog the catalogue's name; empty for the one without.
 */
export function rangeInYaml(yaml: string, catalog: string, name: string): string | undefined {
  const above: { readonly indent: number; readonly key: string }[] = [];
  for (const line of yaml.split("\n")) {
    const entry: readonly (string | undefined)[] = line.length > LONGEST ? [] : (ENTRY.exec(line) ?? []);
    const [all, spaces = "", ...parts] = entry;
    if (all === undefined) continue;
    const key = parts.slice(0, 3).find((part) => part !== undefined) ?? "";
    const value = parts.slice(3).find((part) => part !== undefined);
    while ((above.at(-1)?.indent ?? -1) >= spaces.length) above.pop();
    above.push({ indent: spaces.length, key });
    if (
      value !== undefined &&
      key === name &&
      isCatalog(
        above.slice(0, -1).map((each) => each.key),
        catalog,
      )
    )
      return value;
  }
  return undefined;
}

/** Whether some keys lead to a catalogue: `catalog`, `catalogs` and its name. */
function isCatalog([first, second, ...more]: readonly string[], name: string): boolean {
  if (more.length > 0) return false;
  const isDefault = name === "" || name === "default";
  return second === undefined
    ? isDefault && first === "catalog"
    : first === "catalogs" && second === (name || "default");
}
