import { describe, expect, test, vi } from "vitest";
import { descendantsOf } from "../../../src/languages/rust/queries.ts";
import { lint, read } from "./support.ts";

// Some thousand parses each: seconds, and more of them on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A bit of everything that Rust has, and none of it wrong. */
const REAL = `#!/usr/bin/env run-cargo-script
//! A service. 🦀
#![allow(dead_code)]
use sentry::{self, add_breadcrumb as crumb, protocol::*, Breadcrumb};
/* outer /* inner */ still a comment */
macro_rules! point { ($x:expr, $($y:tt)*) => { Point { x: $x } }; }
#[derive(Debug, Clone)]
pub(crate) struct Point<'a, T: ?Sized + 'a, const N: usize = 3> where T: Fn(u8) -> bool { pub x: &'a T, y: [u8; N] }
enum Shape { Dot, Line(f64, f64) = 2, Named { name: String } }
impl<'a> Service for Point<'a, dyn Send> {
    const NAME: &'static str = r#"raw "text""#;
    async fn call(&mut self, (a, _): (u8, u8)) -> Result<Vec<Option<i32>>, Box<dyn Error>> {
        let mut user = self.users.iter().filter(|u| u.id == 0x1F_u8 && !u.gone).next()?.await;
        let Some(id) = user else { return Err("none".into()) };
        'outer: loop { while let Some(b'\\'') | None = next() { continue 'outer; } break; }
        crumb(Breadcrumb {
            category: Some("auth".into()), // é
            message: Some(format!("Authenticated {} {id:?}", user.email)),
            ..Default::default()
        });
        tokio::select! {
            Some(x) = rx.recv() => { seen(x); }
            _ = done.cancelled(), if ready => break,
        }
        match id { 1..=9 if id > 3 => {}, n @ (10 | 11) => drop(n), ref other => unsafe { *ptr = -1.0e-3 } }
        Ok(vec![1, 2 as u8 << 3; 4])
    }
}
`;

describe("half-typed files", () => {
  test("the whole file has no errors", () => {
    expect(read(REAL).ast.hasError).toBe(false);
  });

  test("every prefix gives a tree in which children lie inside of parents and in order", () => {
    const misplaced: string[] = [];
    for (let end = 0; end <= REAL.length; end++) {
      const { ast } = read(REAL.slice(0, end));
      for (const node of [ast, ...descendantsOf(ast)]) {
        let [after] = node.range;
        for (const { type, range } of node.children) {
          if (range[0] < after || range[1] > node.range[1]) misplaced.push(`${type} in the first ${end}`);
          [, after] = range;
        }
      }
    }
    expect(misplaced).toEqual([]);
  });

  test("no prefix and no suffix is a fatal error for ESLint", () => {
    for (let cut = 0; cut <= REAL.length; cut += 5) {
      expect(lint(REAL.slice(0, cut))).toEqual([]);
      expect(lint(REAL.slice(cut))).toEqual([]);
    }
  });

  test("macros of a prefix can be read", () => {
    for (let end = 0; end <= REAL.length; end += 3) {
      const sourceCode = read(REAL.slice(0, end));
      for (const node of descendantsOf(sourceCode.ast)) {
        for (const inner of sourceCode.reparseTokens(node)) {
          expect(inner.hasError).toBe(false);
          expect(inner.range[0]).toBeGreaterThanOrEqual(node.range[0]);
          expect(inner.range[1]).toBeLessThanOrEqual(node.range[1]);
        }
      }
    }
  });
});

describe("hostile files", () => {
  const depth = 10_000;

  test.each([
    ["blocks", `fn bad() {${"{".repeat(depth)}${"}".repeat(depth)}}`],
    ["parentheses", `fn bad() {${"(".repeat(depth)}1${")".repeat(depth)}}`],
    ["calls", `fn bad() {${"f(".repeat(depth)}${")".repeat(depth)}}`],
    ["method calls", `fn bad() { a${".b()".repeat(depth)} }`],
    ["operators", `fn bad() { a${" + a".repeat(depth)} }`],
    ["else ifs", `fn bad() { ${"if a {} else ".repeat(depth)}{} }`],
    ["types", `fn bad() {} type A = ${"A<".repeat(depth)}${">".repeat(depth)};`],
    ["macros", `fn bad() {${"m!(".repeat(depth)}${")".repeat(depth)}}`],
    ["comments", `fn bad() {} ${"/*".repeat(depth)}${"*/".repeat(depth)}`],
    ["opening braces", `fn bad() {} ${"{".repeat(depth)}`],
    ["quotes", `fn bad() {} ${"'".repeat(depth)}`],
    ["raw strings", `fn bad() {} ${'r#"'.repeat(depth)}`],
  ])("10,000 %s inside of each other or in a row", (_, text) => {
    expect(lint(text)).toMatchObject([{ ruleId: "test/no-bad", line: 1, column: 4 }]);
  });

  test("a big file that is not Rust is read up to a limit, and has its whole text as range", () => {
    const { ast, text } = read("}".repeat(1_000_000));
    expect(ast.hasError).toBe(true);
    expect(ast.children.at(-1)?.range[1]).toBeLessThan(text.length / 2);
    expect(ast.range).toEqual([0, text.length]);
  });

  test("a big file that is Rust is read to its end", () => {
    const { ast, text } = read(REAL.replace(/^.*\n/u, "").repeat(1000) + "fn end() {}");
    expect(text.length).toBeGreaterThan(1_000_000);
    const last = ast.children.at(-1);
    expect(last?.type).toBe("FunctionItem");
    expect(last?.range[1]).toBe(text.length);
  });
});
