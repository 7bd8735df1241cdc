// A registry for one machine: it has the two packed packages, and sends whoever asks for others to the npm registry.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { promisify } from "node:util";

const run = promisify(execFile);
const NPM = "https://registry.npmjs.org";

/**
 * @param {readonly string[]} tarballs absolute paths
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function startRegistry(tarballs) {
  /** @type {Map<string, { manifest: { name: string, version: string }, data: Buffer }>} */
  const packages = new Map();
  for (const tarball of tarballs) {
    const { stdout } = await run("tar", ["-xOzf", tarball, "package/package.json"]);
    /** @type {{ name: string, version: string }} */
    const manifest = JSON.parse(stdout);
    packages.set(manifest.name, { manifest, data: await readFile(tarball) });
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/");
    const [name = "", file] = path.slice(1).split("/-/");
    const known = packages.get(name);
    if (known === undefined) {
      response.writeHead(302, { location: `${NPM}${request.url}` }).end();
    } else if (file !== undefined) {
      response.end(known.data);
    } else {
      const { manifest, data } = known;
      const integrity = `sha512-${createHash("sha512").update(data).digest("base64")}`;
      const dist = { tarball: `${address}/${name}/-/${name}.tgz`, integrity };
      const { version } = manifest;
      const versions = { [version]: { ...manifest, dist } };
      const created = new Date(0).toISOString();
      const answer = { name, "dist-tags": { latest: version }, versions, time: { created, [version]: created } };
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    }
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const address = `http://localhost:${port}`;
  return { address, close: () => server.close() };
}
