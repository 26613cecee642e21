import { expect, test } from 'vitest';
import type { Agency } from '../../../functions/report/contract/model.ts';
import { formPage } from '../../../functions/report/pages/form-page.ts';
import type { PageContext } from '../../../functions/report/pages/page-model.ts';
import { phoneList } from '../../../functions/report/pages/parts/phone-list.ts';
import { english, raw } from './english.ts';

/** English pages of a partnership whose agencies are these. */
const withAgencies = (change: (agency: Agency) => readonly Agency[]): PageContext => ({
  ...english,
  model: { ...english.model, agencies: english.model.agencies.flatMap(change) },
});
const blank = { variant: 'public', answers: raw({}), errors: [] } as const;

test('a number without a label of its own stands beside the others without one', () => {
  const unlabelled = withAgencies((agency) => [
    agency.id === 'police' ? { ...agency, phones: agency.phones.map(({ label: _, ...phone }) => phone) } : agency,
  ]);
  const [labelled, plain] = [english, unlabelled].map((context) => String(phoneList(context, ['police'])));
  expect(labelled?.match(/<p><a [^>]*>.*?<\/a> <span/g)).not.toBeNull();
  expect(plain).toContain('href="tel:101"');
  expect(plain?.match(/<p><a [^>]*>.*?<\/a> <span/g)).toBeNull();
});

test('a language that the model does not know goes by its id', () => {
  const html = formPage({ ...english, locales: ['en', 'xx'] }, blank);
  expect(html).toMatch(/<button[^>]* name="locale" value="xx">xx<\/button>/);
});

test('an error about a field that came without a value says its name alone', () => {
  const html = formPage(english, { ...blank, errors: [{ field: 'foo', code: 'unknown-value' }] });
  expect(html).toContain(`${english.words('report:errors.unknownField')} <bdi>foo</bdi></li>`);
});
