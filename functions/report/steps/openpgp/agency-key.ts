import { type Key, type PublicKey, readKey } from 'openpgp';

/** Why an agency's key encrypts nothing. Each is a word that may stand in a log and in a command's output. */
export type KeyProblem = 'malformed' | 'revoked' | 'expired' | 'cannot-encrypt';

export type AgencyKey =
  | { readonly ok: true; readonly key: PublicKey }
  | { readonly ok: false; readonly problem: KeyProblem };

/** Keys that were read before, by their text: a report must not wait for one to be read again. */
const read = new Map<string, Promise<Key | undefined>>();

/**
 * An agency's key as it is at this moment: it may run out, so it is asked for every report.
 * @param armoured the text of `openpgp` in RECIPIENTS_FILE.
 */
export async function agencyKey(armoured: string, now: Date): Promise<AgencyKey> {
  const reading = read.get(armoured) ?? readKey({ armoredKey: armoured }).catch(() => undefined);
  read.set(armoured, reading);
  const key = await reading;
  if (key === undefined || key.isPrivate()) return { ok: false, problem: 'malformed' };
  const problem = await problemOf(key, now);
  return problem === undefined ? { ok: true, key: key.toPublic() } : { ok: false, problem };
}

async function problemOf(key: Key, now: Date): Promise<KeyProblem | undefined> {
  if (await key.isRevoked(undefined, undefined, now)) return 'revoked';
  const end = await key.getExpirationTime();
  if (end instanceof Date && end <= now) return 'expired';
  return key.getEncryptionKey(undefined, now).then(
    () => undefined,
    () => 'cannot-encrypt',
  );
}
