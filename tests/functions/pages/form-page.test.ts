import { describe, expect, test } from 'vitest';
import { choices } from '../../../functions/report/contract/answers.ts';
import { formPage } from '../../../functions/report/pages/form-page.ts';
import type { Variant } from '../../../functions/report/pages/page-model.ts';
import { answerFields } from '../../../functions/report/pages/parts/raw-answers.ts';
import { english, fullReport, type Given, raw, words } from './english.ts';
import { variants } from './every-page.ts';
import { forms, submitted, tags, textOf } from './read-html.ts';

const { model } = english;
const form = (variant: Variant, given: Given = {}, errors: Parameters<typeof formPage>[1]['errors'] = []) =>
  formPage(english, { variant, answers: raw(given), errors });

/** What the form would send, field by field; what was blank is left out. */
const sent = (html: string, button = { name: 'step', value: 'check' }): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of submitted(forms(html)[0] ?? '', button))
    if (value !== '') fields[name] = [...(fields[name] ?? []), value];
  return fields;
};
const asLists = (given: Given) =>
  Object.fromEntries(Object.entries(given).map(([field, value]) => [field, [value].flat().sort()]));
const sorted = (fields: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(fields).map(([field, list]) => [field, list.sort()]));
const numberedQuestions = (html: string) =>
  [...html.matchAll(/<span class="number">(\d+)<\/span> ([\s\S]*?)<\/(?:legend|label)>/g)].map(
    ([, number, label = '']) => `${number} ${textOf(label)}`,
  );
const ticks = (html: string, field: string) => tags(html).filter(({ attributes }) => attributes.get('name') === field);

describe('the form', () => {
  test.each<[Variant, string[]]>([
    [
      'public',
      [
        '1 Is someone in danger now?',
        '2 Who is this about?',
        '3 What kind of place is it?',
        '4 What do you know?',
        '5 Where is it?',
        '6 What are they made to do?',
        '7 Is anyone under 18?',
        '8 How many people?',
        '9 When did you last see or hear this?',
        '10 How do you know?',
        '11 What else should they know?',
        '12 If they hear about this, could they guess it was you?',
        '13 Do you want someone to contact you? You do not have to.',
      ],
    ],
    [
      'affected',
      [
        '1 Is someone in danger now?',
        '2 What kind of place is it?',
        '3 What is true for you?',
        '4 Where is it?',
        '5 Is anyone under 18?',
        '6 What else should they know?',
        '7 Could it make things worse if someone came there?',
        '8 Is it safe for someone to contact you?',
      ],
    ],
    [
      'under-18',
      [
        '1 Is someone in danger now?',
        '2 What kind of place is it?',
        '3 What is true for you or your friend?',
        '4 Where is it?',
        '5 What should they know to keep you or your friend safe?',
        '6 Is it safe for someone to contact you?',
      ],
    ],
  ])('for %s asks its questions and no other, in this order', (variant, questions) => {
    expect(numberedQuestions(form(variant))).toEqual(questions);
  });

  test.each(variants)('for %s has a button after where it is, and one at its end', (variant) => {
    const html = form(variant);
    const buttons = [...html.matchAll(/name="step" value="check"/g)].map(({ index }) => index);
    expect(buttons).toHaveLength(2);
    expect(buttons[0]).toBeGreaterThan(html.indexOf('id="where"'));
    expect(buttons[0]).toBeLessThan(html.indexOf('id="details"'));
    expect(buttons[1]).toBeGreaterThan(html.indexOf('id="contact"'));
  });

  test.each(variants)('for %s has no answer chosen but whom the page is about', (variant) => {
    const about = variant === 'public' ? {} : { reporter: [variant] };
    expect(sent(form(variant))).toEqual({ locale: ['en'], step: ['check'], ...about });
  });

  test.each(variants)('for %s sends every answer again that it was given, in whichever words', (variant) => {
    const given = { ...fullReport, reporter: variant };
    expect(sorted(sent(form(variant, given)))).toEqual({ ...asLists(given), locale: ['en'], step: ['check'] });
  });

  test('keeps what is over the limit, begins with a line break or looks like code, letter by letter', () => {
    const typed = {
      where: `\n${'ક'.repeat(600)}`,
      details: '</textarea><script>alert(1)</script> &amp; $& @@main@@',
      when: '"><b>',
    };
    const html = form('public', typed, [{ field: 'where', code: 'too-long' }]);
    expect(sent(html)).toMatchObject({ where: [typed.where], details: [typed.details], when: [typed.when] });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;');
  });

  test('joins a text that came twice, so that no word of either is lost', () => {
    expect(sent(form('public', { where: ['here', 'there'] }, [{ field: 'where', code: 'repeated' }]))['where']).toEqual(
      ['here\nthere'],
    );
  });

  test('shows an answer that is not on its list, and does not send it again', () => {
    const html = form('public', { place: 'moon<', signs: ['debt', 'nothing'] });
    expect(textOf(html)).toContain('We do not know this answer. Choose one from the list. Your answer was: moon<');
    expect(textOf(html)).toContain('Your answer was: nothing');
    expect(sent(html)).toEqual({ signs: ['debt'], locale: ['en'], step: ['check'] });
  });

  test('reads out two answers to one question instead of choosing one', () => {
    const html = form('public', { danger: ['yes', 'no'] }, [{ field: 'danger', code: 'repeated' }]);
    expect(textOf(html)).toContain('There are two answers here. Choose one. Your answer was: yes, no');
    expect(sent(html)['danger']).toBeUndefined();
  });

  test('shows what was in a field that is not ours, and leaves it behind', () => {
    const html = form('public', { 'x<y': 'my words' }, [{ field: 'x<y', code: 'unknown-value' }]);
    expect(textOf(html)).toContain('x<y: my words');
    expect(sent(html)).toEqual({ locale: ['en'], step: ['check'] });
  });

  test('asks on a shorter form too what was answered on the longer one', () => {
    const html = form('affected', { reporter: 'affected', people: '2-5', know: 'saw', exclude: ['police'] });
    expect(numberedQuestions(html).slice(8)).toEqual([
      '9 How many people?',
      '10 How do you know?',
      '11 You left these out',
    ]);
    expect(sent(html)).toMatchObject({ people: ['2-5'], know: ['saw'], exclude: ['police'] });
  });

  test('lets whoever came to a shorter form by mistake change whom it is about', () => {
    const html = form('affected', { reporter: 'affected' });
    expect(ticks(html, 'reporter').map(({ attributes }) => attributes.get('value'))).toEqual([
      'public',
      'affected',
      'under-18',
    ]);
  });

  test('names what is wrong first, and links to where it is', () => {
    const html = form('public', {}, [
      { field: 'where', code: 'too-long' },
      { field: 'child', code: 'unknown-value' },
    ]);
    expect(html.indexOf('class="errors"')).toBeLessThan(html.indexOf('<h1>'));
    expect(html).toContain('<a href="#where">Where exactly?</a> This is too long. It can have 500 letters.');
    expect(html).toContain('<a href="#q-child">Is anyone under 18?</a>');
    expect(html).toContain('id="where--error"');
    expect(textOf(html)).toContain('Everything you wrote is still here.');
    expect(form('public')).not.toContain('class="errors"');
  });

  test('asks for one tick or a few words when nothing was said', () => {
    const html = form('public', { area: 'rutland' }, [{ field: 'signs', code: 'nothing-said' }]);
    expect(textOf(html).startsWith('Tick one box or write a few words. Then send again.')).toBe(true);
  });

  test('offers every code of the contract, every place, area and no other sign than the model’s', () => {
    const html = form('public');
    const values = (field: string) => ticks(html, field).map(({ attributes }) => attributes.get('value') ?? '');
    for (const field of ['danger', 'concern', 'child', 'people', 'lately', 'know', 'traceable'] as const) {
      expect(values(field).sort(), field).toEqual([...choices[field]].sort());
    }
    expect(values('place')).toEqual(model.places.map(({ id }) => id));
    expect(values('area')).toEqual(model.areas.map(({ id }) => id));
    expect(values('reporter')).toEqual(['public', 'affected', 'under-18']);
  });

  test('shows the towns of an area beside its name', () => {
    expect(textOf(form('public'))).toMatch(/Charnwood \(Loughborough, /);
  });

  test('has every field of the contract, over its three kinds', () => {
    const shown = new Set(
      variants.flatMap((variant) => tags(form(variant)).flatMap(({ attributes }) => attributes.get('name') ?? [])),
    );
    expect(answerFields.filter((field) => field !== 'exclude' && !shown.has(field))).toEqual([]);
  });

  test('hides its trap from people and from readers of the page', () => {
    const trap = tags(form('public')).find(({ attributes }) => attributes.get('name') === 'website');
    expect(Object.fromEntries(trap?.attributes ?? [])).toMatchObject({
      tabindex: '-1',
      autocomplete: 'off',
      value: '',
    });
    expect(form('public')).toMatch(/<div class="away" aria-hidden="true"><label for="website">/);
  });
});

describe('the signs on the form', () => {
  const shown = (variant: Variant, given: Given = {}) =>
    ticks(form(variant, given), 'signs').map(({ attributes }) => attributes.get('value') ?? '');
  const kindOf = (id: string) => model.signs.find((sign) => sign.id === id)?.kind;

  test('are five of control and five core ones before a place is chosen', () => {
    expect(shown('public').map(kindOf)).toEqual([...Array(5).fill('control'), ...Array(5).fill('core')]);
  });

  test.each(model.places.map(({ id }) => id))('are twenty at most for %s, and the place’s own among them', (place) => {
    const signs = shown('public', { place });
    const own = model.signs.filter(({ kind, places }) => kind === 'place' && places.includes(place));
    expect(signs.length).toBe(10 + Math.min(10, own.length));
    expect(signs.length).toBeLessThanOrEqual(20);
    expect(signs.slice(10).every((id) => own.some((sign) => sign.id === id))).toBe(true);
  });

  test('come with the button of the place, which jumps to them and puts the place in no address', () => {
    const html = form('public', { place: 'garment-factory' });
    const button = tags(html).find(({ name, attributes }) => name === 'button' && attributes.get('value') === 'place');
    expect(button?.attributes.get('formaction')).toBe('/api/answers#q-signs');
    expect(html.indexOf('value="place"')).toBeLessThan(html.indexOf('value="check"'));
  });

  test('keep what was ticked for another place', () => {
    const own = model.signs.find(
      ({ kind, places }) => kind === 'place' && places.length > 0 && !places.includes('online'),
    );
    expect(shown('public', { place: 'online', signs: [own?.id ?? ''] })).toContain(own?.id);
    expect(sent(form('affected', { signs: [own?.id ?? ''] }))['signs']).toEqual([own?.id]);
  });

  test('are the same ten in "I" words for someone affected', () => {
    const html = form('affected', { place: 'garment-factory' });
    expect(shown('affected', { place: 'garment-factory' })).toEqual(shown('public'));
    expect(textOf(html)).toContain(words('signs:debt.me'));
  });

  test('are six of their own for someone under 18', () => {
    const young = model.signs.filter((sign) => sign.young === true).map(({ id }) => id);
    expect(shown('under-18')).toEqual(young);
    expect(young).toHaveLength(6);
    for (const id of young) expect(textOf(form('under-18'))).toContain(words(`signs:${id}.young`));
  });

  test('tell again to call first whoever ticked danger before', () => {
    expect(textOf(form('public', { danger: 'yes' }))).toContain(
      'You told us that someone is in danger now. Call 999 first.',
    );
    expect(textOf(form('public', { danger: 'no' }))).not.toContain('You told us that someone is in danger now.');
  });
});

describe('above the form', () => {
  test('someone affected first sees who is not the state', () => {
    const html = form('affected');
    const [first] = tags(html).filter(({ attributes }) => attributes.get('href')?.startsWith('tel:'));
    expect(first?.attributes.get('href')).toBe('tel:+448000121700');
    expect(textOf(html)).toContain('Not the police and not the government.');
  });

  test('someone under 18 first reads who gets it and what need not be written', () => {
    const text = textOf(form('under-18'));
    const first = text.split('\n').slice(0, 5).join(' ');
    expect(first).toContain('What you send here goes to the police. You cannot leave them out.');
    expect(first).toContain('You do not have to write what you were made to do.');
    expect(text.indexOf('0800 1111')).toBeLessThan(text.indexOf('1 Is someone in danger now?'));
  });

  test('stands who answers for the page, who gets it and how long it is kept', () => {
    const { partnership } = model;
    const named = {
      ...english,
      model: { ...model, partnership: { ...partnership, controller: { name: 'A Trust', kind: 'charity' as const } } },
    };
    const state = { variant: 'public' as const, answers: raw({}), errors: [] };
    const text = textOf(formPage(named, state));
    expect(text).toContain('We do not ask your name. A Trust is responsible for this page.');
    expect(text).toContain(
      'What you write goes only to those you will see before you send it. We delete it when they have it. If we cannot deliver it, we keep it locked until we can.',
    );
    const unnamed = { ...english, model: { ...model, partnership: { ...partnership, controller: null } } };
    expect(textOf(formPage(unnamed, state))).toContain('has not been named yet');
    const demo = textOf(formPage({ ...unnamed, demo: true }, state));
    expect(demo).toContain('This is a demonstration. Nothing you send here goes to any agency.');
    expect(demo).not.toContain('goes only to those');
    expect(demo).not.toContain('We delete it when they have it');
  });

  test('tells nobody under 18 that calling 999 costs them a choice that they do not have', () => {
    const under18 = textOf(form('under-18'));
    expect(under18).toContain('Hurt, locked in, or about to be taken away.');
    expect(under18).not.toContain('you cannot leave out the police later');
    expect(textOf(form('public'))).toContain('you cannot leave out the police later');
  });

  test('is the way for a formal referral, on the public form only', () => {
    expect(form('public')).toContain('href="/en/professionals/"');
    expect(form('affected')).not.toContain('href="/en/professionals/"');
  });

  test('the reasons why the police cannot be left out stand where the answer is given', () => {
    const text = textOf(form('public'));
    expect(text).toContain('If you have called 999, you cannot leave out the police later.');
    expect(text).toContain('If you are under 18, you cannot leave out the police later.');
    expect(text).toContain('If you tick Yes, you cannot leave out the police later.');
  });
});

describe('other languages', () => {
  const buttons = (html: string) =>
    tags(html).filter(({ name, attributes }) => name === 'button' && attributes.get('name') === 'locale');
  const state = { variant: 'public' as const, answers: raw({ signs: 'debt' }), errors: [] };

  test('are not offered where only one is served', () => {
    expect(buttons(formPage({ ...english, locales: ['en'] }, state))).toEqual([]);
  });

  test('are buttons of the same form, after every other button, and before the language of the page', () => {
    const languages = [{ id: 'ur', tag: 'ur', autonym: 'اردو', dir: 'rtl' as const }];
    const html = formPage({ ...english, locales: ['en', 'ur'], model: { ...model, languages } }, state);
    expect(buttons(html).map(({ attributes }) => Object.fromEntries(attributes))).toMatchObject([
      { value: 'ur', lang: 'ur', dir: 'rtl' },
    ]);
    expect(html.lastIndexOf('type="submit" name="step"')).toBeLessThan(html.indexOf('value="ur"'));
    expect(sent(html, { name: 'locale', value: 'ur' })).toMatchObject({ locale: ['ur', 'en'], step: ['place'] });
    expect(sent(html)).toMatchObject({ step: ['check', 'place'] });
  });
});
