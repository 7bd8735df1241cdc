import type { Reporter, TestModule } from "vitest/node";

/** Prints for each engine how many tests ran there, and of those that did not, how many for which reason. */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const projects = new Set(modules.map(({ project }) => project.name));
    for (const name of projects) {
      let ran = 0;
      let failed = 0;
      const reasons = new Map<string, number>();
      for (const { project, children } of modules) {
        if (project.name !== name) continue;
        for (const test of children.allTests()) {
          const result = test.result();
          if (result.state === "skipped") {
            const reason = result.note ?? "skipped without a reason";
            reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
          } else {
            ran++;
            if (result.state === "failed") failed++;
          }
        }
      }
      process.stdout.write(`${name}: ${ran} tests ran, ${failed} of them failed\n`);
      for (const [reason, count] of reasons) process.stdout.write(`  ${count} did not: ${reason}\n`);
    }
  }
}
