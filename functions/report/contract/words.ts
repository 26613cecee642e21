/**
 * Looks up words in one language: `words('report:danger.title')`, `words('report:count', { count: 3 })`.
 * Keys are `namespace:path.of.key`. A word that a language lacks comes back in English.
 * Words may hold the marks `<phone:agency-id>` and `<agency:agency-id>`, which pages turn into numbers and names, and
 * `<en:words>`, English to be said or typed as it stands.
 */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;
