import partnership from '#content/model/partnership.yaml';
import { readSiteState } from './site-state.ts';

/** What this build shows, from the environment it was started in. */
export const site = readSiteState(process.env, partnership);
