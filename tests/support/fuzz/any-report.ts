import fc from 'fast-check';
import {
  choiceFields,
  choices,
  type TextField,
  textFields,
  textLimits,
} from '../../../functions/report/contract/answers.ts';
import type { Report } from '../../../functions/report/contract/report.ts';
import { normaliseText } from '../../../functions/report/steps/validate.ts';
import { anyText, linkTexts } from '../reporter-text.ts';
import { model } from '../sample-mail.ts';

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** As `validate` lets it through: in one form, and no longer than the field allows. */
const fitting = (field: TextField) => (text: string) => [...normaliseText(text)].slice(0, textLimits[field]).join('');

const anyWords = (field: TextField) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 2, arbitrary: anyText.map(fitting(field)) },
    { weight: 1, arbitrary: linkTexts.map(fitting(field)) },
  );

const words = fc.record(Object.fromEntries(textFields.map((field) => [field, anyWords(field)])));
const coded = fc.record(Object.fromEntries(choiceFields.map((field) => [field, maybe<string>(choices[field])])));
const known = fc.record({
  place: maybe(idsOf(model.places)),
  area: maybe(idsOf(model.areas)),
  signs: fc.subarray(idsOf(model.signs), { maxLength: 6 }),
  care: fc.boolean(),
  locale: fc.constantFrom('en', 'gu', 'pl', 'ur'),
  exclude: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(['police', 'helpline']) },
  ),
});

/** Answers that a person may give, with anything at all for words. Their codes are of the tables, so the cast holds. */
export const anyAnswers = fc
  .tuple(words, coded, known)
  .map(([texts, codes, ids]) => ({ ...texts, ...codes, ...ids }) as unknown as Partial<Report>);
