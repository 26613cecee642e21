import type { Area, Concern } from '#contract/model.ts';

/** One heading of the page of phones: agency ids, or the councils' lines of one kind. */
export interface PhoneNeed {
  readonly need: string;
  readonly agencies: readonly string[];
  /** Adds this agency of every council that looks after people, such as `children-leicester`. */
  readonly councils?: 'children' | 'adults' | undefined;
}

/** What someone may need, most pressing first. Words are `ui:needs.<need>`; a need without a number that may be shown is left out. */
export const phoneNeeds: readonly PhoneNeed[] = [
  { need: 'tell', agencies: ['police', 'helpline', 'crimestoppers'] },
  { need: 'affected', agencies: ['helpline', 'victim-support'] },
  { need: 'young', agencies: ['child-line', 'missing-people', 'youth-crimestoppers'] },
  { need: 'child', agencies: ['child-advice'], councils: 'children' },
  { need: 'adult', agencies: [], councils: 'adults' },
  { need: 'rail', agencies: ['transport-police'] },
  { need: 'work', agencies: ['work-rights', 'labour-enforcement', 'garment-advice', 'citizens-advice'] },
  { need: 'workplace', agencies: ['workplace-safety', 'fire-service'] },
  { need: 'marriage', agencies: ['forced-marriage'] },
  { need: 'sexual-assault', agencies: ['sexual-assault'] },
];

/** The phones of the pages that stand where the forms would be. */
export const phonesInsteadOfForm = {
  form: ['helpline', 'crimestoppers', 'police'],
  'form-affected': ['helpline', 'victim-support', 'police'],
  'form-under-18': ['child-line', 'missing-people', 'helpline', 'police'],
} as const;

/** The headings of the page of phones that belong to one concern; `alone` where nobody else is to be told. */
export interface ConcernNeeds {
  readonly needs: readonly string[];
  readonly alone?: true;
}

export const concernNeeds: Readonly<Partial<Record<Concern['id'], ConcernNeeds>>> = {
  sexual: { needs: ['sexual-assault'] },
  marriage: { needs: ['marriage'] },
  'pay-only': { needs: ['work'], alone: true },
  'safety-only': { needs: ['workplace'], alone: true },
};

/** The headings that belong to a kind of place. */
export const placeNeeds: Readonly<Record<string, readonly string[]>> = { rail: ['rail'], care: ['adult'] };

/** The councils that look after children and adults in our area, each once, in the order of areas.yaml. */
export const careCouncils = (areas: readonly Area[]): readonly string[] => [
  ...new Set(areas.flatMap(({ socialCare }) => socialCare ?? [])),
];

/** The agency ids under one heading. */
export function agenciesFor({ agencies, councils }: PhoneNeed, areas: readonly Area[]): readonly string[] {
  return [...agencies, ...(councils ? careCouncils(areas).map((council) => `${councils}-${council}`) : [])];
}
