import { existsSync } from 'node:fs';
import type { SiteInput } from './build-site.ts';
import type { Drafts } from './language-states.ts';
import { withFunction } from './with-function.ts';

/** What the build needs to know of `functions/report/hosts/deployment.ts`. */
interface DeploymentModule {
  readDeployment(env: Readonly<Record<string, string | undefined>>): Promise<{
    readonly settings: { readonly siteUrl: URL; readonly demo: boolean; readonly draftLanguages: Drafts };
    readonly intake: { readonly open: boolean };
  }>;
}

/** What to build for the settings of this folder (`.env` and the environment). Throws one sentence when one is wrong. */
export async function deploymentInput(): Promise<SiteInput> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { settings, intake } = await withFunction('hosts/deployment.ts', ({ readDeployment }: DeploymentModule) =>
    readDeployment(process.env),
  );
  return {
    siteUrl: settings.siteUrl.href.replace(/\/$/, ''),
    intake: intake.open ? 'open' : 'phones-only',
    demo: settings.demo,
    drafts: settings.draftLanguages,
  };
}

/** A fault as one line on stderr. */
export function say(fault: unknown): void {
  const text = fault instanceof Error ? fault.message : String(fault);
  const isSettings = fault instanceof Error && fault.name === 'SettingsError';
  console.error(isSettings ? text.replaceAll(/\s*\n\s*/g, ' ') : text);
}
