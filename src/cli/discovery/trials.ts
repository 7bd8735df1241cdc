import type { Project } from "../project.ts";

const TRIAL =
  /(?:^|[/\\])(?:__tests__|__mocks__|tests?|e2e|cypress|stories|fixtures)[/\\]|[._-](?:test|spec|stories|mock)\.\w+$|_test\.rs$/u;

/** Whether a file tries the others out: what it calls is no part of the program. */
export function isTrial({ base }: Pick<Project, "base">, path: string): boolean {
  return TRIAL.test(path.slice(base.length));
}
