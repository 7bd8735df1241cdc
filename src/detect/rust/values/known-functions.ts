import type { KnownFunction } from "../../../breadcrumb/index.ts";
import { knownFunctions } from "../../known-functions.ts";

/** Of the standard library and of crates that are used everywhere, beside what `conversions.ts` looks through. */
const FUNCTIONS = knownFunctions([
  // Answers and numbers.
  {
    handsOn: "nothing",
    names: `contains contains_key starts_with ends_with eq ne exists equals matches has test position rposition capacity
      cmp compare now push all any`,
  },
  {
    handsOn: "all",
    yields: "text",
    does: "keep-text",
    names: "to_string trim trim_start trim_end to_lowercase to_uppercase",
  },
  { handsOn: "all", does: "keep-text", names: "to_ascii_lowercase to_ascii_uppercase" },
  { handsOn: "all", yields: "text", names: "join replace_all" },
  { handsOn: "all", does: "split", names: "split" },
  { does: "split", names: "split_once rsplit_once" },
  { does: "index", names: "find rfind" },
  { handsOn: "all", does: "last", names: "pop" },
  { does: "last", names: "last next_back" },
  { handsOn: "all", does: "unwrap", names: "expose_secret expose_secret_mut reveal" },
  {
    handsOn: "all",
    names: `concat replace repeat escape unescape escape_html sanitize_html sanitize encode normalize format translate
      strip_prefix strip_suffix trim_matches trim_start_matches trim_end_matches to_string_pretty from_utf8
      to_json serialize parse from values value clone to_owned into to_vec to_str to_string_lossy from_utf8_lossy display
      ok_or ok_or_else`,
  },
  { does: "map", names: "map flat_map filter_map and_then map_or_default then" },
  { does: "fold", names: "fold reduce" },
  {
    does: "read",
    names: `get get_all get_string get_value get_first get_str get_one try_get get_header header param field query cookie attr input secret
      pointer pointer_mut`,
  },
]);

/** What is known of a function by its name. */
export function knownFunction(name: string | undefined): KnownFunction | undefined {
  return FUNCTIONS.get(name ?? "")?.[0];
}
