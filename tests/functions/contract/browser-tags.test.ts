import { expect, test } from 'vitest';
import languages from '#content/model/languages.yaml';
import { browserTags } from '../../../functions/report/contract/browser-tags.ts';
import { firstWanted } from '../../../src/script/suggest-language.ts';

/** Which of these languages a browser is shown that asks for these tags, best first. */
function wanted(tags: readonly string[], built = languages): string | undefined {
  return firstWanted(tags, built, browserTags)?.id;
}

test.each<[tag: string, id: string | undefined]>([
  ...languages.map(({ tag, id }): [string, string] => [tag, id]),
  ...languages.map(({ id }): [string, string] => [id, id]),
  ['en-US', 'en'],
  ['gu-IN', 'gu'],
  ['gu-Gujr-IN', 'gu'],
  ['gu-Latn', undefined],
  ['pl-PL', 'pl'],
  ['pt-BR', 'pt'],
  ['es-419', undefined],
  ['ro-MD', 'ro'],
  ['mo', 'ro'],
  ['zh-CN', 'zh-hans'],
  ['zh-SG', 'zh-hans'],
  ['zh-Hans-HK', 'zh-hans'],
  ['zh-TW', undefined],
  ['zh-HK', undefined],
  ['zh-Hant-CN', undefined],
  ['yue', undefined],
  ['prs', 'fa'],
  ['prs-AF', 'fa'],
  ['fa-AF', 'fa'],
  ['syl', 'bn'],
  ['bn-BD', 'bn'],
  ['ku-Arab', 'ckb'],
  ['ku-Arab-IQ', 'ckb'],
  ['ckb-IQ', 'ckb'],
  ['ku', undefined],
  ['ku-TR', undefined],
  ['pa-PK', 'ur'],
  ['pa-Arab', 'ur'],
  ['pa-Arab-PK', 'ur'],
  ['pa-IN', 'pa'],
  ['pa-Guru-PK', 'pa'],
  ['ur-PK', 'ur'],
  ['ur-Latn', undefined],
  ['PA-pk', 'ur'],
  ['guz', undefined],
  ['fil', undefined],
  ['sw-KE', undefined],
])('a browser that asks for %s reads %s', (tag, id) => expect(wanted([tag])).toBe(id));

test('the first tag that is known decides, and what was not built is passed over', () => {
  const built = languages.filter(({ id }) => ['en', 'pl'].includes(id));
  expect(wanted(['gu-IN', 'pl', 'en-GB'], built)).toBe('pl');
  expect(wanted(['sw', 'en-GB', 'pl'], built)).toBe('en');
  expect(wanted(['gu-IN'], built)).toBeUndefined();
});

test('no tag is known to two languages', () => {
  const tags = [...languages.map(({ tag }) => tag), 'pa-PK', 'pa-Arab-PK', 'zh-CN', 'ku-Arab', 'prs', 'syl', 'mo'];
  const knowing = tags.map((tag) => languages.filter((one) => new RegExp(browserTags(one), 'i').test(tag)).length);
  expect(knowing).toEqual(tags.map(() => 1));
});
