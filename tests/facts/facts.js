import { PLATFORM_FACTS } from "./of-platforms.js";
import { SDK_FACTS } from "./of-sdk.js";
import { SOURCE_FACTS } from "./of-sources.js";

/** All facts that an SDK is asked about. */
export const PROBED_FACTS = [...SDK_FACTS, ...PLATFORM_FACTS];

export { SOURCE_FACTS };

/** The major versions of the SDKs that are asked. */
export const MAJORS = [7, 8, 9, 10, 11];

/**
 * The fact of the SDK of a major version; undefined where it is not asked.
 * @param {import("./of-sdk.js").SdkFact} fact
 * @param {number} major
 */
export function expected({ holdsIn, probedIn = MAJORS }, major) {
  return probedIn.includes(major) ? holdsIn.includes(major) : undefined;
}
