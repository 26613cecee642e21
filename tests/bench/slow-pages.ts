import { pagePath } from '../../functions/report/contract/paths.ts';
import { languages } from '../support/words-of.ts';
import { answersToWeigh, formPairs, toReceipt, type Weighed } from './answers-to-weigh.ts';
import type { Asking } from './load-slowly.ts';
import { post, readyToSend } from './weigh-answers.ts';
import { byWeight, weighFiles } from './weigh-files.ts';

/** A page to load. */
export interface SlowPage extends Asking {
  /** Its address; what was posted, where it is an answer. */
  readonly about: string;
  /** Whether it is the form, empty or with what she said. */
  readonly isForm: boolean;
}

interface Where {
  readonly url: string;
  readonly siteDir: string;
}

/** Every page of every language and every kind of answer that is a page. */
export async function everySlowPage({ url, siteDir }: Where): Promise<readonly SlowPage[]> {
  const files = byWeight(await weighFiles(url, siteDir)).map(({ address }) => asFile(url, address));
  const answers = languages.flatMap(({ id }) => answersToWeigh(id)).map((weighed) => asAnswer(url, weighed));
  return [...files, ...answers, ...(await receipts(url))];
}

/** Of each language the form, the form with errors, the home page and whichever page is heaviest. */
export async function fewSlowPages({ url, siteDir }: Where): Promise<readonly SlowPage[]> {
  const weights = byWeight(await weighFiles(url, siteDir));
  const heaviest = (id: string) => weights.find(({ locale }) => locale === id)?.address ?? pagePath(id, 'form');
  const files = languages.flatMap(({ id }) => [pagePath(id, 'form'), pagePath(id, 'home'), heaviest(id)]);
  const withErrors = languages.flatMap(({ id }) => answersToWeigh(id)).filter(({ about }) => isWithErrors(about));
  return [
    ...[...new Set(files)].map((address) => asFile(url, address)),
    ...withErrors.map((weighed) => asAnswer(url, weighed)),
  ];
}

const isWithErrors = (about: string): boolean => about.includes('form with errors, public');

async function receipts(url: string): Promise<readonly SlowPage[]> {
  const pages: SlowPage[] = [];
  for (const weighed of languages.flatMap(({ id }) => toReceipt(id))) {
    pages.push(asAnswer(url, await readyToSend(url, weighed)));
  }
  return pages;
}

const asFile = (url: string, address: string): SlowPage => ({
  about: address,
  url: `${url}${address}`,
  isForm: address.endsWith('/tell/'),
});

const asAnswer = (url: string, { about, fields }: Weighed): SlowPage => ({
  about: `answer: ${about}`,
  url: `${url}${post}`,
  fields: formPairs(fields),
  isForm: /\bform (again|with errors|, nothing said)/.test(about),
});
