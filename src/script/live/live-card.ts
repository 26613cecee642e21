import type { Decided } from '#contract/decide.ts';

/** What the card says: call first, these get it, or only phones. */
export type LiveCard =
  | { readonly kind: 'emergency' }
  | { readonly kind: 'send'; readonly rows: readonly LiveRow[] }
  | { readonly kind: 'phones'; readonly agencies: readonly string[] };

export interface LiveRow {
  readonly agency: string;
  readonly role: 'primary' | 'copy' | 'then';
}

/** The same agencies in the same order as the slips of the check page, or the phones of the page that stands instead. */
export function liveCard({ decision }: Decided): LiveCard {
  const { outcome, recipients, then, contacts } = decision;
  if (outcome === 'emergency') return { kind: 'emergency' };
  if (outcome !== 'send') return { kind: 'phones', agencies: contacts.filter((id) => id !== 'emergency') };
  const first = recipients.map(({ id, role }) => ({ agency: id, role }));
  return { kind: 'send', rows: [...first, ...then.map((agency) => ({ agency, role: 'then' as const }))] };
}
