// Has the site work without a network once it was loaded: the playground at once, each page after it was seen.
import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the service worker of a built site. @param folder where the site is */
export function writeServiceWorker(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const needed = files.filter((file) => /^(?:index|playground)\.html$|^assets\/.*\.(?:js|css)$/u.test(file));
  const kept = needed.filter((file) => !/\.md\.[\w-]+(?:\.lean)?\.js$/u.test(file) || file.includes("/playground.md."));
  const version = createHash("sha256").update(kept.join()).digest("hex").slice(0, 12);
  writeFileSync(join(folder, "service-worker.js"), workerFor(`sentry-breadcrumbs-${version}`, kept));
}

function workerFor(cache: string, files: readonly string[]): string {
  return `const CACHE = ${JSON.stringify(cache)};
const FILES = ${JSON.stringify(files)};

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("sentry-breadcrumbs-") && name !== CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))).then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  event.respondWith(pathname.includes("/assets/") ? fromCache(request) : fromNetwork(request, pathname));
});

// What has its content in its name never changes.
async function fromCache(request) {
  return (await caches.match(request)) ?? kept(request, await fetch(request));
}

async function fromNetwork(request, pathname) {
  try {
    return await kept(request, await fetch(request));
  } catch (error) {
    const page = pathname.endsWith("/") ? pathname + "index.html" : pathname + ".html";
    const found = (await caches.match(request, { ignoreSearch: true })) ?? (await caches.match(page));
    if (found === undefined) throw error;
    return found;
  }
}

async function kept(request, response) {
  if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
}
`;
}
