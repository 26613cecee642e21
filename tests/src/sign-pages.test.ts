import { describe, expect, test } from 'vitest';
import concerns from '#content/model/concerns.yaml';
import places from '#content/model/places.yaml';
import signs from '#content/model/signs.yaml';
import topics from '#content/model/topics.yaml';
import { concernPage, placePage, placesToRead, type SignPage, topicPage } from '../../src/sign-pages.ts';

const model = { signs, concerns, places, topics };
const signsOn = ({ groups }: SignPage): readonly string[] => groups.flatMap((group) => group.signs.map(({ id }) => id));
const headings = ({ groups }: SignPage): readonly string[] => groups.map(({ heading }) => heading);

const ofConcerns = concerns.map(({ id }) => ({ name: `concern ${id}`, page: concernPage(model, id) }));
const ofPlaces = placesToRead(places).map(({ id }) => ({ name: `place ${id}`, page: placePage(model, id) }));
const ofTopics = topics.map((topic) => ({ name: `topic ${topic.id}`, page: topicPage(model, topic) }));
const every = [...ofConcerns, ...ofPlaces, ...ofTopics];

test('there is a page for every concern and topic, and for every place but the two answers that are none', () => {
  expect([ofConcerns.length, ofTopics.length]).toEqual([concerns.length, topics.length]);
  expect(places.filter((place) => !placesToRead(places).includes(place)).map(({ id }) => id)).toEqual([
    'other',
    'unsure',
  ]);
});

describe('a sign', () => {
  test.each(signs)('$id stands on the page of every concern it may point to', ({ id, concerns: pointsTo }) => {
    expect(pointsTo.length).toBeGreaterThan(0);
    const on = concerns.filter((concern) => signsOn(concernPage(model, concern.id)).includes(id));
    expect(on.map((concern) => concern.id)).toEqual(expect.arrayContaining([...pointsTo]));
  });

  test.each(signs)('$id stands on the page of every place where it is a box or typical, and on no other', (sign) => {
    const on = placesToRead(places).filter((place) => signsOn(placePage(model, place.id)).includes(sign.id));
    const readable = placesToRead(places).filter(({ id }) => sign.places.includes(id));
    expect(on).toEqual(readable);
  });

  test('of a topic stands on its page in the order of the topic, control first', () => {
    for (const topic of topics) expect(signsOn(topicPage(model, topic)).toSorted()).toEqual(topic.signs.toSorted());
  });
});

describe('the page of', () => {
  test.each(every)('$name has no sign twice and no heading over nothing', ({ page }) => {
    expect(new Set(signsOn(page)).size).toBe(signsOn(page).length);
    expect(page.groups.filter((group) => group.signs.length === 0)).toEqual([]);
  });

  test.each(ofPlaces)('$name has its own signs first', ({ page }) => expect(headings(page)[0]).toBe('own'));

  test.each(ofConcerns.filter(({ page }) => page.tells))('$name begins with what is about control', ({ page }) => {
    expect(headings(page)).toEqual(headings(page).includes('inControl') ? ['inControl', 'see'] : ['first']);
  });

  test('what is only about pay or safety offers no form, has its own numbers, and says when it is more than that', () => {
    const alone = ofConcerns.filter(({ page }) => !page.tells);
    expect(alone.map(({ name }) => name)).toEqual(['concern pay-only', 'concern safety-only']);
    expect(alone.map(({ page }) => page.needs)).toEqual([['work'], ['workplace']]);
    for (const { page } of alone) expect(headings(page)).toEqual(['first', 'beyond']);
  });

  test.each(every)(
    '$name names a number for children wherever one of its signs speaks of a child',
    ({ name, page }) => {
      const onIt = signs.filter(({ id }) => signsOn(page).includes(id));
      const own = name.startsWith('place') ? onIt.filter(({ kind }) => kind === 'place') : onIt;
      const childSigns = own.filter(({ child }) => child === true);
      expect(page.childLink || page.needs.includes('child')).toBe(childSigns.length > 0);
      expect(page.childLink && page.needs.includes('child')).toBe(false);
    },
  );

  test('a place leads to places that share at least two signs with it, and never to itself', () => {
    const carWash = placePage(model, 'car-wash');
    expect(carWash.places).not.toContain('car-wash');
    expect(carWash.places.length).toBeGreaterThan(0);
    const own = (place: string) => signs.filter((sign) => sign.kind === 'place' && sign.places.includes(place));
    for (const near of carWash.places)
      expect(own('car-wash').filter((sign) => own(near).includes(sign)).length).toBeGreaterThan(1);
  });
});
