import type { AutomaticDoor, KeeperRole, Keeping } from "../../breadcrumb/index.ts";
import { isVirtual, type ProjectFacts } from "./project-facts.ts";
import { MAX_HOPS, passedOn, type Place } from "./reexports.ts";

/**
 * The doors of which what an SDK records surely arrives as it was recorded, by what a file says and by the hooks and
 * options that it has from others.
 * @param path of the file.
 */
export function keptIn(
  facts: ProjectFacts,
  path: string,
  { keeps, needs }: Keeping,
  hops = 0,
): readonly AutomaticDoor[] {
  const kept = needs.map(({ module, path: way, as }) => {
    const file = facts.fileOf(module, path);
    return file === undefined ? [] : keptAt(facts, [file, way], as, hops + 1);
  });
  return keeps.filter((door) => kept.every((doors) => doors.includes(door)));
}

function keptAt(facts: ProjectFacts, [file, way]: Place, as: KeeperRole, hops: number): readonly AutomaticDoor[] {
  if (hops > MAX_HOPS || isVirtual(file)) return [];
  const own = facts.at(file)?.keepers.find((keeper) => keeper.as === as && keeper.way.join() === way.join());
  if (own !== undefined) return keptIn(facts, file, own, hops);
  const [place] = passedOn(facts, file, way);
  return place === undefined ? [] : keptAt(facts, place, as, hops + 1);
}
