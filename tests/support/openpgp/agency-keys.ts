import { decrypt, generateKey, type PrivateKey, readKey, readMessage, readPrivateKey, revokeKey } from 'openpgp';

const made = new Date('2027-01-01T00:00:00Z');
const day = 86_400;

/** The two halves of a key that an agency might have, armoured. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A real key of an invented agency. `days` until it runs out; without it, never. `signing` makes one that only signs. */
export async function aKeyPair(
  over: { readonly days?: number; readonly signing?: true; readonly made?: Date } = {},
): Promise<KeyPair & { readonly revocationCertificate: string }> {
  return generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: 'Invented desk', email: 'desk@police.example' }],
    date: over.made ?? made,
    ...(over.days === undefined ? {} : { keyExpirationTime: over.days * day }),
    ...(over.signing ? { subkeys: [{ sign: true }] } : {}),
  });
}

export async function revokedKey(): Promise<string> {
  const { publicKey, revocationCertificate } = await aKeyPair();
  const key = await readKey({ armoredKey: publicKey });
  return (await revokeKey({ key, revocationCertificate, date: new Date('2027-02-01T00:00:00Z') })).publicKey;
}

/** The first half of a key, as it is when somebody did not copy all of it. */
export const cutKey = ({ publicKey }: KeyPair): string => publicKey.slice(0, publicKey.length / 2);

/** What the holder of the key reads in a PGP/MIME mail: the mail inside it. Throws when it is not for that key. */
export async function decrypted(raw: string, { privateKey }: KeyPair): Promise<string> {
  const armored = /-----BEGIN PGP MESSAGE-----[\s\S]+-----END PGP MESSAGE-----/.exec(raw)?.[0];
  if (armored === undefined) throw new Error('No encrypted part is in this mail.');
  const message = await readMessage({ armoredMessage: armored });
  const decryptionKeys: PrivateKey = await readPrivateKey({ armoredKey: privateKey });
  return String((await decrypt({ message, decryptionKeys, date: new Date('2027-06-01T00:00:00Z') })).data);
}
