/** How the path of a file of the project begins, relative or below one of the usual aliases; no package's name does. */
const OF_PROJECT = /^(?:\.{1,2}\/|[@~#$]\/|src\/)/u;

/** Whether a file imports a module of its own project, as far as the module's name tells. */
export function isOfProject(module: string): boolean {
  return OF_PROJECT.test(module);
}
