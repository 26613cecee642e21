import { readFileSync } from 'node:fs';
import { mailableAgencies } from '../contract/mailable-agencies.ts';
import { type IntakeState, intakeState } from '../intake-state.ts';
import { model } from '../model.ts';
import type { Environment } from '../settings/read-named.ts';
import { readSettings, type Settings } from '../settings.ts';

/** One site as it is to run: its settings, and whether it may take reports. */
export interface Deployment {
  readonly settings: Settings;
  readonly intake: IntakeState;
}

/** Settings and content model → what is to run. Rejects with a `SettingsError` of one sentence. */
export async function readDeployment(env: Environment): Promise<Deployment> {
  const routing = { ...model, ...model.routes };
  const agencies = { all: model.agencies.map(({ id }) => id), mailed: mailableAgencies(routing) };
  const settings = await readSettings(env, readText, agencies);
  return { settings, intake: intakeState(settings, model.partnership, routing) };
}

/** The files that settings name. */
export const readText = (path: string): string => readFileSync(path, 'utf8');
