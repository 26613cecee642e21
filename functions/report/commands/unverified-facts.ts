import type { Agency } from '../contract/model.ts';
import { formatPhone, shownPhones } from '../contract/phone.ts';

/** A number or hours on our pages, and when a named person last checked them. */
export interface Fact {
  readonly agency: string;
  readonly what: string;
  readonly verified: string | null;
}

const monthsFresh = 6;

/** Every number that the public can see, and the hours beside them. */
export function shownFacts(agencies: readonly Agency[]): readonly Fact[] {
  return agencies
    .filter(({ audience, neverRoute }) => audience !== 'professional' && neverRoute !== true)
    .flatMap((agency) => [
      ...shownPhones(agency).map(({ number, kind, verified }) =>
        fact(agency, `${kind} ${formatPhone(number)}`, verified),
      ),
      ...(agency.hours === undefined ? [] : [fact(agency, `hours ${agency.hours.text}`, agency.hours.verified)]),
    ]);
}

/** Those that nobody checked in the last six months. */
export function staleFacts(facts: readonly Fact[], now: Date): readonly Fact[] {
  const oldest = new Date(now);
  oldest.setUTCMonth(oldest.getUTCMonth() - monthsFresh);
  const day = oldest.toISOString().slice(0, 10);
  return facts.filter(({ verified }) => verified === null || verified < day);
}

function fact({ id }: Agency, what: string, verified: string | null): Fact {
  return { agency: id, what, verified };
}
