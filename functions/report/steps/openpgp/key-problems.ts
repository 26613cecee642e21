import type { Recipients } from '../../contract/recipient-setting.ts';
import type { KeyProblem } from './agency-key.ts';

/** An agency whose key cannot be used at a moment. */
export interface UnusableKey {
  readonly agency: string;
  readonly problem: KeyProblem;
}

/** Every agency whose OpenPGP key could not encrypt a mail at that moment. OpenPGP is loaded only if some agency has a key. */
export async function unusableKeys(recipients: Recipients, at: Date): Promise<readonly UnusableKey[]> {
  const unusable: UnusableKey[] = [];
  for (const [agency, { openpgp }] of recipients) {
    if (openpgp === undefined) continue;
    const { agencyKey } = await import('./agency-key.ts');
    const key = await agencyKey(openpgp, at);
    if (!key.ok) unusable.push({ agency, problem: key.problem });
  }
  return unusable;
}

/** What is wrong with a key, for the person who must mend it. */
export const sayProblem: Readonly<Record<KeyProblem, string>> = {
  malformed: 'is not an OpenPGP public key',
  revoked: 'was revoked',
  expired: 'has run out',
  'cannot-encrypt': 'cannot encrypt',
};
