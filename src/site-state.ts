import type { Partnership } from '#contract/model.ts';

/** What this build shows: a form or only phones, and whether it says on every page that it is a demonstration. */
export interface SiteState {
  readonly intake: Partnership['intake'];
  readonly demo: boolean;
  /** Ids of the languages to show; undefined is every one that has a folder. */
  readonly languages: readonly string[] | undefined;
  /** Ids of languages of which a person has reviewed everything; the others say that they are drafts. */
  readonly reviewed: readonly string[];
}

const intakes = ['open', 'phones-only'] as const;

/**
 * `KTS_INTAKE`, `KTS_DEMO` and the lists of languages are set by whoever starts the site and knows its mailboxes. A partnership that says
 * phones-only has no form, whatever is set.
 */
export function readSiteState(
  environment: Readonly<Record<string, string | undefined>>,
  partnership: Pick<Partnership, 'intake'>,
): SiteState {
  const asked = environment['KTS_INTAKE'] ?? partnership.intake;
  const intake = intakes.find((name) => name === asked);
  if (!intake) throw new Error(`KTS_INTAKE is "${asked}": set it to "open" or "phones-only", or leave it out.`);
  const shut = partnership.intake === 'phones-only';
  return {
    intake: shut ? 'phones-only' : intake,
    demo: environment['KTS_DEMO'] === '1',
    languages: ids(environment['KTS_LANGUAGES']),
    reviewed: ids(environment['KTS_REVIEWED']) ?? [],
  };
}

const ids = (list: string | undefined): readonly string[] | undefined => list?.split(',').filter((id) => id !== '');
