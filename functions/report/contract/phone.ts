import type { Agency, PhoneNumber } from './model.ts';

interface NumberShape {
  readonly matches: RegExp;
  /** How many digits stand together when a person reads it, the leading 0 of a UK number included. */
  readonly groups: readonly number[];
}

/**
 * Every shape a stored number may have and how it is said; first match wins, and what matches none cannot be stored.
 * Freephone numbers have eleven digits but for the three named here. That is what keeps out `0800 121 700`, the
 * helpline's number with a digit lost, which is in print (domain 0, point 10).
 */
export const numberShapes: readonly NumberShape[] = [
  { matches: /^(999|101)$/, groups: [3] },
  { matches: /^(18000|61016)$/, groups: [5] },
  { matches: /^18001101$/, groups: [5, 3] },
  { matches: /^116000$/, groups: [3, 3] },
  { matches: /^\+44800555111$/, groups: [4, 3, 3] },
  { matches: /^\+44800405040$/, groups: [4, 2, 2, 2] },
  { matches: /^\+448001111$/, groups: [4, 4] },
  { matches: /^\+448000121700$/, groups: [4, 4, 3] },
  { matches: /^\+448(00|08)\d{7}$/, groups: [4, 3, 4] },
  { matches: /^\+443\d{9}$/, groups: [4, 3, 4] },
  { matches: /^\+447\d{9}$/, groups: [5, 6] },
  { matches: /^\+442\d{9}$/, groups: [3, 4, 4] },
  { matches: /^\+441(1\d|\d1)\d{7}$/, groups: [4, 3, 4] },
  { matches: /^\+441\d{9}$/, groups: [5, 6] },
];

/** Whether a number may be stored: E.164 for the United Kingdom with the right count of digits, or a known short number. */
export const isPhoneNumber = (number: string): boolean => shapeOf(number) !== undefined;

/** A number as a person in the UK reads it: `+448000121700` → `0800 0121 700`. Throws for a number that no shape knows. */
export function formatPhone(number: string): string {
  const shape = shapeOf(number);
  if (!shape)
    throw new Error(`No shape for the number ${number}: mend it in agencies.yaml or add its shape in phone.ts.`);
  const digits = number.replace('+44', '0');
  const starts = shape.groups.map((_length, index) =>
    shape.groups.slice(0, index).reduce((sum, length) => sum + length, 0),
  );
  return starts.map((start, index) => digits.slice(start, start + (shape.groups[index] ?? 0))).join(' ');
}

/** What a press on the number opens: `tel:`, or `sms:` where it takes texts only. */
export const phoneHref = ({ number, kind }: Pick<PhoneNumber, 'number' | 'kind'>): string =>
  `${kind === 'text' ? 'sms' : 'tel'}:${number}`;

/** The numbers the public may see, as the model orders them. One that nobody read in a source (`V`) is never among them. */
export const shownPhones = (agency: Pick<Agency, 'phones'>): readonly PhoneNumber[] =>
  agency.phones.filter(({ confidence }) => confidence === 'C');

/** `24/7` or hours such as `Mon-Fri 08:00-18:00`, but only once a named person has checked them. */
export const shownHours = (agency: Pick<Agency, 'hours'>): string | undefined =>
  agency.hours?.verified ? agency.hours.text : undefined;

const shapeOf = (number: string): NumberShape | undefined => numberShapes.find(({ matches }) => matches.test(number));
