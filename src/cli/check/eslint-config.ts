// ESLint's own command loads this module as its config, with the job in the environment.
import { configOf, type Job } from "./job.ts";

/** The variable of the environment that holds the job. */
const VARIABLE = "SENTRY_BREADCRUMBS_JOB";

const config = await configOf(JSON.parse(process.env[VARIABLE] ?? "") as Job);

export default config;
