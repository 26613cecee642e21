import { describe, expect, test } from 'vitest';
import { answerFields } from '../../../functions/report/pages/parts/raw-answers.ts';
import { faultsOfHtml } from '../../support/html-validator.ts';
import { everyPage } from './every-page.ts';
import { forms, tags, textOf } from './read-html.ts';

const shell = (main: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Information</title></head><body><main>${main}</main></body></html>`;

const carriers = ['locale', 'token', 'step', 'website'];
const names = (html: string) => tags(html).flatMap(({ attributes }) => attributes.get('name') ?? []);
const isField = ({ name, attributes }: ReturnType<typeof tags>[number]) =>
  ['input', 'textarea', 'select'].includes(name) && attributes.get('type') !== 'hidden' && !attributes.has('hidden');

describe.each(everyPage)('%s', (_name, html) => {
  test('is valid HTML', async () => {
    expect(await faultsOfHtml(shell(html))).toEqual([]);
  });

  test('has no style, no script, no handler and no id twice', () => {
    const all = tags(html);
    const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(all.length).toBe(html.match(/<[a-z]/g)?.length);
    expect(
      all.filter(({ attributes }) => [...attributes.keys()].some((key) => key === 'style' || key.startsWith('on'))),
    ).toEqual([]);
    expect(all.filter(({ name }) => ['script', 'style', 'iframe', 'img', 'link'].includes(name))).toEqual([]);
    expect(ids.length).toBe(new Set(ids).size);
  });

  test('points only at ids that are there', () => {
    const all = tags(html);
    const ids = new Set(all.flatMap(({ attributes }) => attributes.get('id') ?? []));
    const pointing = all.flatMap(({ attributes }) =>
      ['for', 'aria-describedby', 'aria-labelledby'].flatMap((key) => attributes.get(key)?.split(' ') ?? []),
    );
    const anchors = all.flatMap(({ attributes }) =>
      attributes.get('href')?.startsWith('#') ? [attributes.get('href')?.slice(1) ?? ''] : [],
    );
    expect([...pointing, ...anchors].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has a label for every box', () => {
    const labels = [...html.matchAll(/<label[\s\S]*?<\/label>/g)];
    const named = new Set(labels.flatMap(([label]) => tags(label)[0]?.attributes.get('for') ?? []));
    const isInside = (at: number) => labels.some(({ 0: label, index }) => index < at && at < index + label.length);
    expect(
      tags(html)
        .filter(isField)
        .filter(({ attributes, at }) => !named.has(attributes.get('id') ?? '') && !isInside(at)),
    ).toEqual([]);
  });

  test('has a number to call, the emergency call before the first box, and every number left to right', () => {
    const all = tags(html);
    const calls = all.filter(({ attributes }) => /^(tel|sms):/.test(attributes.get('href') ?? ''));
    const emergency = calls.find(({ attributes }) => attributes.get('href') === 'tel:999');
    const firstField = all.find(isField)?.at ?? html.length;
    expect(emergency?.at).toBeLessThan(firstField);
    expect(calls.filter(({ attributes }) => attributes.get('dir') !== 'ltr')).toEqual([]);
  });

  test('sends only fields of the contract, to the neutral address, and keeps nothing in the browser', () => {
    expect(names(html).filter((name) => ![...answerFields, ...carriers].includes(name))).toEqual([]);
    for (const form of forms(html)) {
      const attributes = tags(form)[0]?.attributes;
      expect(Object.fromEntries(attributes ?? [])).toEqual({
        method: 'post',
        action: '/api/answers',
        'accept-charset': 'utf-8',
        autocomplete: 'off',
      });
    }
    for (const { attributes } of tags(html).filter(({ name }) => name === 'textarea')) {
      expect(Object.fromEntries(attributes)).toMatchObject({
        autocomplete: 'off',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      });
      expect(attributes.has('maxlength')).toBe(false);
    }
  });

  test('demands nothing, blames nobody and promises nothing', () => {
    const banned =
      /\b(required|invalid|illegal|rescue|trafficked|suspicious|raid|victims?|minors?|guaranteed|unlikely|submit|queued|anonymous|100%|slave|slavery helpline is)\b/i;
    const prose = textOf(html).replaceAll('Modern Slavery & Exploitation Helpline', '');
    expect(prose.match(banned)).toBeNull();
    expect(prose).not.toMatch(/<phone|<agency|\{\{|undefined|\[object/);
    expect(tags(html).filter(({ attributes }) => attributes.has('required') || attributes.has('autofocus'))).toEqual(
      [],
    );
  });
});
