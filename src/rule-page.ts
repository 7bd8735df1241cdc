import packageJson from "../package.json" with { type: "json" };

/**
 * The address of the published site, with a slash at its end. It is empty until there is one; CONTRIBUTING.md says when
 * to set it.
 */
const SITE = "";

/** The address of a rule's page: on the site, or until that has an address, in the published package. */
export function rulePage(rule: string, site: string = SITE): string {
  if (site !== "") return `${site}docs/rules/${rule}.html`;
  return `https://unpkg.com/${packageJson.name}@${packageJson.version}/dist/docs/rules/${rule}.html`;
}
