// ESLint's worker threads load this module, the job in its address, to lint as the main thread does.
import { optionsOf, type Job } from "./job.ts";

const address = new URL(import.meta.url);

const options = {
  ...(await optionsOf(JSON.parse(address.searchParams.get("job") ?? "") as Job)),
  concurrency: Number(address.searchParams.get("concurrency")),
};

export default options;
