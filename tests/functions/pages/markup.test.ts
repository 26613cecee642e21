import { expect, test } from 'vitest';
import { markup } from '../../../functions/report/pages/parts/markup.ts';

test('what stands in a template is escaped, and nothing leaves nothing', () => {
  expect(markup`<p>${'<b>'}${undefined}${false}${['a', '&']}</p>`.toString()).toBe('<p>&lt;b&gt;a&amp;</p>');
});

test('a template that was given something to wait for says so, and shows no half page', () => {
  const late = Promise.resolve('late') as unknown as string;
  expect(() => markup`<p>${late}</p>`).toThrow('hand it the finished value');
});
