import type { Concern, Place, Sign, Topic } from '#contract/model.ts';

export interface ReferenceModel {
  readonly signs: readonly Sign[];
  readonly concerns: readonly Concern[];
  readonly places: readonly Place[];
  readonly topics: readonly Topic[];
}

/** Ids in signs and topics that name nothing, and weak signs whose id is taken, each as a sentence that says the mend. */
export function brokenReferences(model: ReferenceModel): string[] {
  const { signs, topics } = model;
  return [
    ...signs.flatMap((sign) => unknownIds(model, { file: 'signs.yaml', entry: sign, lists: ['concerns', 'places'] })),
    ...topics.flatMap((topic) =>
      unknownIds(model, { file: 'topics.yaml', entry: topic, lists: ['concerns', 'places', 'signs'] }),
    ),
    ...takenIds(model),
  ];
}

type List = 'concerns' | 'places' | 'signs';

interface Naming {
  readonly file: string;
  readonly entry: { readonly id: string } & Readonly<Partial<Record<List, readonly string[]>>>;
  readonly lists: readonly List[];
}

function unknownIds(model: ReferenceModel, { file, entry, lists }: Naming): string[] {
  return lists.flatMap((list) => {
    const known = new Set<string>(model[list].map(({ id }) => id));
    const unknown = (entry[list] ?? []).filter((id) => !known.has(id));
    return unknown.map(
      (id) => `${file}, entry "${entry.id}": no "${id}" in ${list}.yaml, so add it there or mend it here.`,
    );
  });
}

/** A weak sign with the id of a fair one would look like a box; two with one id could not be told apart. */
function takenIds({ signs, topics }: ReferenceModel): string[] {
  const taken = new Set(signs.map(({ id }) => id));
  return topics.flatMap((topic) =>
    topic.weak.flatMap(({ id }) => {
      if (!taken.has(id)) {
        taken.add(id);
        return [];
      }
      return [`topics.yaml, entry "${topic.id}": the id "${id}" is taken, so give this weak sign another.`];
    }),
  );
}
