import { expect, test } from 'vitest';
import { markupTree } from '../../src/markup-tree.ts';

test('markup is read to the last letter, with what is inside and beside each element', () => {
  const markup =
    '<label class="answer"><input type="checkbox" value="a&quot;b" checked>\n<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>A &amp; B</label>\n';
  expect(markupTree(markup)).toEqual([
    [
      'label',
      { class: 'answer' },
      ['input', { type: 'checkbox', value: 'a"b', checked: '' }],
      '\n',
      ['svg', { viewBox: '0 0 1 1' }, ['path', { d: 'M0 0' }]],
      'A & B',
    ],
    '\n',
  ]);
});

test.each(['<p>a', '<p>a</b></p>', '</p>', 'a < b', "<p class='a'></p>", '<p class=a></p>', '<!-- a -->'])(
  'what could not be built in a browser stops the build: %s',
  (markup) => expect(() => markupTree(markup)).toThrow('no markup that a script could build'),
);
