import type { Concern, Place, Sign, Topic } from '#contract/model.ts';

export interface ReferenceModel {
  readonly signs: readonly Sign[];
  readonly concerns: readonly Concern[];
  readonly places: readonly Place[];
  readonly topics: readonly Topic[];
}

/** Ids in signs and topics that name nothing, each as a sentence that says the mend. */
export function brokenReferences({ signs, concerns, places, topics }: ReferenceModel): string[] {
  const known = { signs: ids(signs), concerns: ids(concerns), places: ids(places) };
  const named = [
    ...signs.map((sign) => ({ file: 'signs.yaml', entry: sign, lists: ['concerns', 'places'] as const })),
    ...topics.map((topic) => ({ file: 'topics.yaml', entry: topic, lists: ['concerns', 'places'] as const })),
  ];
  const inLists = named.flatMap(({ file, entry, lists }) =>
    lists.flatMap((list) => missing(entry[list], known[list]).map((id) => sentence({ file, entry, list, id }))),
  );
  const inTopics = topics.flatMap((topic) =>
    missing(topic.signs, known.signs).map((id) => sentence({ file: 'topics.yaml', entry: topic, list: 'signs', id })),
  );
  return [...inLists, ...inTopics];
}

const ids = (entries: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id));

const missing = (list: readonly string[], known: ReadonlySet<string>): string[] => list.filter((id) => !known.has(id));

interface Broken {
  readonly file: string;
  readonly entry: { readonly id: string };
  readonly list: string;
  readonly id: string;
}

const sentence = ({ file, entry, list, id }: Broken): string =>
  `${file}, entry "${entry.id}": no "${id}" in ${list}.yaml, so add it there or take it out here.`;
