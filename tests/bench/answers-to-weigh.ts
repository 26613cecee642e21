import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { aReport } from './reports.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A post of the form, and the status that shows that its answer is the one we mean to weigh. */
export interface Weighed {
  readonly about: string;
  readonly fields: Fields;
  readonly status: number;
}

const places: readonly { readonly id: string }[] = parse(readFileSync('content/model/places.yaml', 'utf8'));

/** The longest cards: a child, care needs and work, so that a copy of every kind stands on them. */
const everyone: Fields = { ...aReport, concern: 'labour', care: 'yes', child: 'unsure', danger: 'unsure' };

const readers: readonly Fields[] = [{ reporter: 'public' }, { reporter: 'affected' }, { reporter: 'under-18' }];

/** Reasons why nothing is sent; with the answers on the page. */
const signposts: readonly Fields[] = [
  { danger: 'yes' },
  { reporter: 'professional' },
  { area: 'outside', child: 'yes' },
  { concern: 'pay-only', signs: [], place: 'garment-factory' },
  { concern: 'safety-only', signs: [], area: 'llr' },
  { reporter: 'affected', concern: 'pay-only', signs: [] },
];

const told = (fields: Fields) => Object.values(fields).flat().join(' ');

/** Every kind of page that a post of the form is answered with in one language, but those that need a token or a fault. */
export function answersToWeigh(locale: string): readonly Weighed[] {
  const about = { ...everyone, locale };
  return [
    ...places.map(({ id }) => ({
      about: `form again, place ${id}`,
      fields: { ...about, place: id, step: 'place' },
      status: 200,
    })),
    ...readers.flatMap((reader) => ofReader({ ...about, ...reader }, told(reader))),
    { about: 'form, nothing said', fields: { locale, danger: 'no', step: 'check' }, status: 422 },
    { about: 'sign check, one sign', fields: { locale, signs: 'long-hours', step: 'signs' }, status: 200 },
    { about: 'sign check, none', fields: { locale, step: 'signs' }, status: 200 },
    ...signposts.map((reason) => ({
      about: `nothing sent, ${told(reason)}`,
      fields: { ...aReport, locale, ...reason, step: 'check' },
      status: 409,
    })),
  ].map(named(locale));
}

const ofReader = (fields: Fields, reader: string): readonly Weighed[] => [
  { about: `form again, ${reader}`, fields: { ...fields, step: 'place' }, status: 200 },
  { about: `sign check, ${reader}`, fields: { ...fields, step: 'signs' }, status: 200 },
  { about: `check page, ${reader}`, fields: { ...fields, step: 'check' }, status: 200 },
  {
    about: `form with errors, ${reader}`,
    fields: { ...fields, when: 'long '.repeat(50), danger: 'no such answer', step: 'check' },
    status: 422,
  },
  { about: `check page, old token, ${reader}`, fields: { ...fields, step: 'send' }, status: 422 },
];

/** What a check page is made from that leads to a receipt. */
export const toReceipt = (locale: string): readonly Weighed[] =>
  readers
    .map((reader) => ({
      about: `receipt, ${told(reader)}`,
      fields: { ...everyone, locale, ...reader },
      status: 202,
    }))
    .map(named(locale));

const named =
  (locale: string) =>
  ({ about, ...rest }: Weighed): Weighed => ({ about: locale === 'en' ? about : `${locale}, ${about}`, ...rest });

/** Each field of a form once for each of its values, as a browser sends them. */
export const formPairs = (fields: Fields): [name: string, value: string][] =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));

/** As a browser sends a form. */
export const formBody = (fields: Fields): string => new URLSearchParams(formPairs(fields)).toString();
