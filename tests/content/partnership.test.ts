import { expect, test } from 'vitest';
import partnership from '#content/model/partnership.yaml';

test('nobody is named as controller or contact until a partnership has agreed it', () => {
  expect(partnership).toMatchObject({ controller: null, contact: null });
});

test('the quick exit goes to a plain page over https that says nothing about this site', () => {
  const exit = new URL(partnership.exit);
  expect(exit.href).toBe('https://www.bbc.co.uk/weather');
});

test('the form is open as far as the content decides, and every mail carries the marking', () => {
  expect(partnership).toMatchObject({ intake: 'open', marking: 'OFFICIAL-SENSITIVE' });
});
