import {
  type Choice,
  type ChoiceField,
  choiceFields,
  choices,
  type TextField,
  textFields,
  textLimits,
} from '../contract/answers.ts';
import type { FieldError } from '../contract/problem.ts';
import { blankReport, type RawAnswers, type Report } from '../contract/report.ts';

/** The ids of the content model that an answer may name, each in the model's order. */
export interface KnownIds {
  readonly locales: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly signs: ReadonlySet<string>;
  readonly areas: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
}

export type Validated =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Fields that carry the request, not an answer. */
const carriers = ['token', 'step', 'website'];
const ticked = 'yes';

/** Answers as they came → a `Report`, or every field that is wrong. A blank value is "not answered". */
export function validate(raw: RawAnswers, known: KnownIds): Validated {
  const reading = new Reading(raw);
  const report: Report = {
    locale: reading.first('locale', known.locales) ?? blankReport.locale,
    ...choiceAnswers(reading),
    ...textAnswers(reading),
    place: reading.one('place', known.places),
    area: reading.one('area', known.areas),
    signs: reading.many('signs', known.signs),
    exclude: reading.many('exclude', known.agencies),
    care: reading.one('care', new Set([ticked])) === ticked,
  };
  const errors = [...reading.errors, ...reading.unknownFields()];
  return errors.length === 0 ? { ok: true, report } : { ok: false, errors };
}

/** One sign, or some words about it: anything less and there is nothing an agency could act on. */
export function saysNothing({ signs, where, when, details }: Report): boolean {
  return signs.length === 0 && [where, when, details].every((text) => text.trim() === '');
}

type ChoiceAnswers = { readonly [F in ChoiceField]: Choice<F> | undefined };

function choiceAnswers(reading: Reading): ChoiceAnswers {
  const entries = choiceFields.map((field) => [field, reading.one(field, new Set<string>(choices[field]))]);
  return Object.fromEntries(entries) as ChoiceAnswers; // `one` lets nothing through that is not in the table
}

function textAnswers(reading: Reading): Record<TextField, string> {
  const entries = textFields.map((field) => [field, reading.text(field)]);
  return Object.fromEntries(entries) as Record<TextField, string>; // every field of the table has its entry
}

/** Reads fields one by one and remembers what was wrong and which names were asked for. */
class Reading {
  readonly errors: FieldError[] = [];
  private readonly raw: RawAnswers;
  private readonly asked = new Set(carriers);

  constructor(raw: RawAnswers) {
    this.raw = raw;
  }

  one(field: string, allowed: ReadonlySet<string>): string | undefined {
    const values = this.filled(field);
    if (new Set(values).size > 1) this.errors.push({ field, code: 'repeated' });
    else if (values[0] !== undefined && !allowed.has(values[0])) this.errors.push({ field, code: 'unknown-value' });
    return values[0];
  }

  /** The button that changes the language stands before the hidden field with the old one, so the first one counts. */
  first(field: string, allowed: ReadonlySet<string>): string | undefined {
    const [value] = this.filled(field);
    if (value !== undefined && !allowed.has(value)) this.errors.push({ field, code: 'unknown-value' });
    return value;
  }

  many(field: string, allowed: ReadonlySet<string>): string[] {
    const values = new Set(this.filled(field));
    if ([...values].some((value) => !allowed.has(value))) this.errors.push({ field, code: 'unknown-value' });
    return [...allowed].filter((id) => values.has(id));
  }

  text(field: TextField): string {
    this.asked.add(field);
    const values = (this.raw.get(field) ?? []).map(normaliseText).filter((value) => value !== '');
    if (new Set(values).size > 1) this.errors.push({ field, code: 'repeated' });
    const [value = ''] = values;
    if (isLongerThan(value, textLimits[field])) this.errors.push({ field, code: 'too-long' });
    return value;
  }

  unknownFields(): FieldError[] {
    return [...this.raw.keys()]
      .filter((field) => !this.asked.has(field))
      .map((field) => ({ field, code: 'unknown-value' }));
  }

  private filled(field: string): string[] {
    this.asked.add(field);
    return (this.raw.get(field) ?? []).map((value) => value.trim()).filter((value) => value !== '');
  }
}

/** One form for the same text, so that the page's count and ours agree: NFC, and `\n` for every line break. */
export function normaliseText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n');
}

/** Counted in code points; the cheap test first, since a string never has more code points than units. */
function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && [...text].length > limit;
}
