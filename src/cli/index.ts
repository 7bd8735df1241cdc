#!/usr/bin/env node
import module from "node:module";
import process from "node:process";
import { main } from "./main.ts";
import { reasonOf } from "./unread.ts";

// Node 22 and later keep compiled code for the next run; ESLint's own command has them do so, too.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader has closed the pipe, as `head` does.
    if (error.code === "EPIPE") process.exit();
    if (stream === process.stdout) process.stderr.write(`The output could not be written: ${reasonOf(error)}.\n`);
    process.exit(2);
  });

try {
  process.exitCode = await main(process.argv.slice(2), process.cwd(), process);
} catch (error) {
  process.stderr.write(
    `This is a bug in sentry-breadcrumbs:\n${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 2;
}
