#!/usr/bin/env node
import process from "node:process";
import { main } from "./main.ts";

try {
  process.exitCode = await main(process.argv.slice(2), process.cwd(), process);
} catch (error) {
  process.stderr.write(`The command failed, which it should not:\n${String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 2;
}
