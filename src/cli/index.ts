#!/usr/bin/env node
import module from "node:module";
import process from "node:process";
import { main } from "./main.ts";

// Node 22 and later keep compiled code for the next run; ESLint's own command has them do so, too.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

// Whoever reads has seen enough, as `head` has.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });

try {
  process.exitCode = await main(process.argv.slice(2), process.cwd(), process);
} catch (error) {
  process.stderr.write(
    `This is a bug in sentry-breadcrumbs:\n${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 2;
}
