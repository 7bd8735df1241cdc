// ESLint's own command loads this module as its config, with the job in the environment.
import { configOf, JOB_VARIABLE, type Job } from "./job.ts";

const config = await configOf(JSON.parse(process.env[JOB_VARIABLE] ?? "") as Job);

export default config;
