import { Console } from "node:console";
import { createRequire } from "node:module";
import { Writable } from "node:stream";
import { runInNewContext } from "node:vm";
import * as Sentry from "sentry-node-10";
import ts from "typescript";
import { startSdk } from "../support/sdk.js";

/**
 * What programs of these tests are given: `t` notes that a value was computed, and hands it back; `T` holds what was
 * noted; `user` is a person. Elements call the function that they are given as `onClick`.
 */
const GLOBALS = `
  declare function t<T>(value: T): T;
  declare const T: unknown[];
  declare const user: { readonly id: string; readonly email: string };
  declare const React: any;
  declare namespace JSX { interface IntrinsicElements { [name: string]: any } }
`;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  jsx: ts.JsxEmit.React,
  experimentalDecorators: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** What TypeScript says of each of some programs, by their texts. */
export function typeErrors(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folder = import.meta.dirname;
  const programs = new Map([...new Set(texts)].map((text, index) => [`${folder}/text-${String(index)}.tsx`, text]));
  const files = new Map([
    [`${folder}/globals.d.ts`, GLOBALS],
    [`${folder}/privacy.d.ts`, "export function redact<T>(value: T): T;"],
    ...[...programs].map(([file, text]) => [file, text.replaceAll("@sentry/node", "sentry-node-10")] as const),
  ]);
  const host = ts.createCompilerHost(OPTIONS);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(file);
    return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return new Map(
    [...programs].map(([file, text]) => {
      const source = program.getSourceFile(file);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [text, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))];
    }),
  );
}

/** What a program computes, in order, how it ends, and the breadcrumbs and logs that reach Sentry. */
export interface Outcome {
  readonly traced: readonly string[];
  readonly error: string | undefined;
  readonly sent: readonly Readonly<Record<string, unknown>>[];
  readonly logs: readonly Sentry.Log[];
}

let sent: Readonly<Record<string, unknown>>[] = [];
let logs: Sentry.Log[] = [];

const outcomeOf = startSdk(Sentry, {
  defaultIntegrations: false,
  enableLogs: true,
  beforeSend: (event: Sentry.ErrorEvent) => {
    sent.push(...(event.breadcrumbs ?? []).map((breadcrumb) => ({ ...breadcrumb })));
    return event;
  },
  beforeSendLog: (log: Sentry.Log) => {
    logs.push(log);
    return log;
  },
});

const require = createRequire(import.meta.url);
const React = { createElement: (_: unknown, given: { onClick?(): void } | null): void => given?.onClick?.() };
/** The SDK with what older ones have; another `init` would leave this one without a client. */
const SDK = {
  ...Sentry,
  getCurrentHub: () => ({ addBreadcrumb: Sentry.addBreadcrumb }),
  init: ({ beforeBreadcrumb }: Sentry.NodeOptions) => {
    for (const category of ["x", "y"]) sent.push({ hook: beforeBreadcrumb?.({ category }) ?? null });
  },
};

/** The console of the programs: what they print would hide what the tests do. */
const console = new Console(
  new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  }),
);

/** Runs a program with the real SDK. */
export async function run(code: string): Promise<Outcome> {
  const { outputText } = ts.transpileModule(code, {
    fileName: "file.tsx",
    compilerOptions: { ...OPTIONS, noEmit: false, module: ts.ModuleKind.CommonJS },
  });
  const traced: unknown[] = [];
  sent = [];
  logs = [];
  const t = (value: unknown): unknown => {
    traced.push(value);
    return value;
  };
  const modules: Readonly<Record<string, unknown>> = {
    "@sentry/node": SDK,
    "./privacy": { redact: (value: unknown) => value },
  };
  const load = (name: string): unknown => modules[name] ?? require(name);
  const user = { id: "7", email: "ada@example.org" };
  const { error } = await outcomeOf(() =>
    throwingRejections(() => {
      runInNewContext(outputText, { t, T: traced, user, React, require: load, exports: {}, console });
    }),
  );
  return { traced: traced.map((value) => JSON.stringify(value)), error, sent, logs };
}

/** Runs a program with what it awaits at its end. A promise that nobody awaits and that rejects counts as thrown. */
async function throwingRejections(program: () => void): Promise<void> {
  const rejections: unknown[] = [];
  const listeners = process.listeners("unhandledRejection");
  const keep = (reason: unknown): void => {
    rejections.push(reason);
  };
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", keep);
  try {
    program();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off("unhandledRejection", keep);
    for (const listener of listeners) process.on("unhandledRejection", listener);
  }
  if (rejections.length > 0) throw rejections[0];
}
