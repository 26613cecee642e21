import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageSchema } from '../../src/schemas/page.ts';

const folder = 'content/en/pages';
const pages = readdirSync(folder).map((file) => {
  const [, head = '', body = ''] = readFileSync(`${folder}/${file}`, 'utf8').split(/^---$/m);
  return { file, name: file.replace(/\.mdx?$/, ''), data: pageSchema.parse(parse(head)), body };
});
const named = (names: readonly string[]) => pages.filter(({ name }) => names.includes(name));

/** Pages whose name stays in a phone's history; and those that stand where a form would be. */
const neutral = ['now', 'phones', 'tell', 'me', 'young', 'help', 'help-more', 'youth', 'youth-phones', 'told'];
const withoutForm = [
  'tell',
  'me',
  'young',
  'who-phones',
  'private-phones',
  'home',
  'signs',
  'signs-do',
  'now',
  'phones',
  'help',
  'help-more',
  'work',
  'youth-phones',
  'told',
];

describe('prose in English', () => {
  test.each(pages)('$file has no phone number: those are referenced', ({ body, data }) => {
    const text = [body, data.title, data.h1, data.description].join('\n');
    expect(text.match(/\b(999|101|18000)\b|\d[\d ]{4,}\d/g)).toBeNull();
  });

  test.each(pages)('$file holds no markup that the policy drops or a translator trips over', ({ body }) => {
    expect(body.match(/style=|^import |<script|<style|^\|/gm)).toBeNull();
  });

  test.each(named(neutral))('the browser’s history learns nothing from $file', ({ data }) => {
    expect(data.title).toBe('Information');
    expect(data.description).not.toMatch(/report|police|slavery|exploit|abuse|helpline|victim/i);
  });

  test.each(named(withoutForm))('$file speaks of no form, since it also stands where there is none', ({ body }) => {
    expect(body).not.toMatch(/\b(form|tick|send|sent|tell us|you typed|you write)\b/i);
  });

  test('someone who reads about rights at work in front of the boss shows no telling word', () => {
    const [work] = named(['work']);
    const shown = [work?.data.title, work?.data.h1, work?.data.description].join(' ');
    expect(shown).toContain('Your rights at work');
    expect(shown).not.toMatch(/slave|exploit|victim|abuse|traffick|police|helpline/i);
  });

  test('a young person’s page holds none of the words that make one leave', () => {
    const young = named(['young', 'youth', 'youth-phones']);
    expect(young.length).toBe(3);
    for (const { data, body } of young) {
      expect(`${data.h1} ${body}`).not.toMatch(/exploit|victim|county lines|slavery|abuse|grooming/i);
      expect(`${data.h1} ${body.match(/^#.*$/gm)?.join(' ')}`).not.toMatch(/drug|cannabis|gang/i);
    }
  });

  test('every page that these tests name exists, and no order is given twice in one build', () => {
    expect(named([...neutral, ...withoutForm]).length).toBe(new Set([...neutral, ...withoutForm]).size);
    const orders = pages.filter(({ name }) => !name.endsWith('-phones')).map(({ data }) => data.order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  test('the strings of the layout hold no phone number', () => {
    expect(readFileSync('content/en/ui.json', 'utf8').match(/\d{3}/g)).toBeNull();
  });
});
