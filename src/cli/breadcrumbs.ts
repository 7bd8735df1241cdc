import { Linter, type SourceCode } from "eslint";
import type { BreadcrumbFile } from "../breadcrumb/index.ts";
import type { Subject } from "../detect/words.ts";
import { breadcrumbFileOf, readSettings } from "../internal.ts";
import { languagesFor } from "./languages.ts";
import type { Project } from "./project.ts";
import type { ParsedScripts } from "./script-parser.ts";
import type { Source } from "./sources.ts";

/** A file that was parsed: what it records, and what the rules say of it. */
export interface BreadcrumbSource extends Source {
  /** Undefined where the file cannot be parsed: `messages` then says why. */
  readonly file: BreadcrumbFile | undefined;
  /** Whether an SDK may record it automatically. */
  readonly mayBeRecorded: boolean;
  /** The folder that holds all files, absolute. */
  readonly base: string;
  readonly messages: readonly Linter.LintMessage[];
}

/**
 * Reads the breadcrumbs of files one by one. The values of a file's breadcrumbs hold its whole tree: who takes from
 * each file what is needed, and lets go of the rest, needs the memory of one.
 * @param presets configs with the rules to run beside; none by default.
 * @param parsed scripts that are parsed already.
 * @returns one entry per file, in order.
 */
export async function* readBreadcrumbs(
  { root, base }: Pick<Project, "root" | "base">,
  sources: readonly Source[],
  presets: readonly Linter.Config[] = [],
  parsed?: ParsedScripts,
): AsyncGenerator<BreadcrumbSource, void, undefined> {
  const { configs } = await languagesFor(
    root,
    sources.map(({ path }) => path),
    parsed,
  );
  const linter = new Linter({ cwd: base });
  for (const source of sources) {
    let file: BreadcrumbFile | undefined;
    let mayBeRecorded = false;
    const messages = linter.verify(
      source.text,
      [
        ...configs,
        ...presets,
        {
          files: ["**/*"],
          settings: source.settings,
          plugins: {
            command: {
              rules: {
                collect: {
                  create({ sourceCode, settings }) {
                    const { path } = source;
                    const read = (subject: Subject) =>
                      breadcrumbFileOf(sourceCode as SourceCode, readSettings(settings, path, base), undefined, {
                        subjects: [subject],
                        path,
                        root: base,
                      });
                    const automatic = read("automatic");
                    file = read("breadcrumbs") ?? automatic;
                    mayBeRecorded = automatic !== undefined;
                    return {};
                  },
                },
              },
            },
          },
          rules: { "command/collect": "error" },
        },
      ],
      { filename: source.path },
    );
    yield { ...source, base, file, mayBeRecorded, messages };
  }
}
