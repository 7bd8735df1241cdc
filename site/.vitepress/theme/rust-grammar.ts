// Stands for @lezer/rust in the linter, which is loaded with the first Rust file alone.
import type { parser as Parser } from "@lezer/rust";

export let parser: typeof Parser | undefined;

export async function loadGrammar(): Promise<void> {
  ({ parser } = await import("rust-grammar"));
}
