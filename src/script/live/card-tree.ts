import type { LiveCard } from './live-card.ts';
import type { LiveData, Tree } from './live-data.ts';

type Said = Pick<LiveData, 'words' | 'agencies'>;

/** A card as it stands on the page. */
export function cardTree(card: LiveCard, said: Said): Tree {
  const { words, agencies } = said;
  if (card.kind === 'emergency') return ['p', { class: 'notice' }, ...words.emergency];
  const title: Tree = ['p', {}, ['b', {}, ...(card.kind === 'send' ? words.title : words.phones)]];
  const items =
    card.kind === 'send'
      ? card.rows.map(({ agency, role }) => item(agencies[agency]?.name ?? [agency], ['span', hint, ...words[role]]))
      : card.agencies.flatMap((id) => withPhone(agencies[id]));
  return ['div', { class: 'aside' }, title, ['ul', {}, ...items]];
}

const hint = { class: 'hint' };

const item = (name: readonly Tree[], ...more: Tree[]): Tree => ['li', {}, ['b', {}, ...name], ' ', ...more];

/** An agency without a number to show is no help here. */
function withPhone(agency: LiveData['agencies'][string] | undefined): Tree[] {
  return agency && agency.phone.length > 0 ? [item(agency.name, ...agency.phone)] : [];
}
