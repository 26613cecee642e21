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

/** Every kind of page that a post of the form is answered with, but those that need a token or a fault. */
export const answersToWeigh: readonly Weighed[] = [
  ...places.map(({ id }) => ({
    about: `form again, place ${id}`,
    fields: { ...everyone, place: id, step: 'place' },
    status: 200,
  })),
  ...readers.flatMap((reader) => [
    { about: `form again, ${told(reader)}`, fields: { ...everyone, ...reader, step: 'place' }, status: 200 },
    { about: `sign check, ${told(reader)}`, fields: { ...everyone, ...reader, step: 'signs' }, status: 200 },
    { about: `check page, ${told(reader)}`, fields: { ...everyone, ...reader, step: 'check' }, status: 200 },
    {
      about: `form with errors, ${told(reader)}`,
      fields: { ...everyone, ...reader, when: 'long '.repeat(50), danger: 'no such answer', step: 'check' },
      status: 422,
    },
    { about: `check page, old token, ${told(reader)}`, fields: { ...everyone, ...reader, step: 'send' }, status: 422 },
  ]),
  { about: 'form, nothing said', fields: { locale: 'en', danger: 'no', step: 'check' }, status: 422 },
  { about: 'sign check, one sign', fields: { locale: 'en', signs: 'long-hours', step: 'signs' }, status: 200 },
  { about: 'sign check, none', fields: { locale: 'en', step: 'signs' }, status: 200 },
  ...signposts.map((reason) => ({
    about: `nothing sent, ${told(reason)}`,
    fields: { ...aReport, ...reason, step: 'check' },
    status: 409,
  })),
];

/** What a check page is made from that leads to a receipt. */
export const toReceipt: readonly Weighed[] = readers.map((reader) => ({
  about: `receipt, ${told(reader)}`,
  fields: { ...everyone, ...reader },
  status: 202,
}));

/** As a browser sends a form. */
export function formBody(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
