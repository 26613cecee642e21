import fc from 'fast-check';
import { choiceFields, choices, textFields } from '../../../functions/report/contract/answers.ts';
import { anyText } from '../reporter-text.ts';
import { model } from '../sample-mail.ts';

/** Typed into every kind of field; a page that held it as it stands would be one that runs what a stranger wrote. */
export const marker = '<zq a="1">\'&amp;zq</zq>';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const good: readonly (readonly [string, readonly string[]])[] = [
  ...choiceFields.map((field) => [field, choices[field]] as const),
  ...(['place', 'area', 'signs'] as const).map(
    (field) => [field, ids(model[`${field === 'place' ? 'places' : field === 'area' ? 'areas' : 'signs'}`])] as const,
  ),
  ['exclude', ids(model.agencies)],
  ['care', ['yes']],
  ['locale', ['en']],
  ['step', ['place', 'signs', 'check', 'send']],
];

const goodPair = fc
  .constantFrom(...good)
  .chain(([field, values]) => fc.tuple(fc.constant(field), fc.constantFrom(...values)));
const wordPair = fc.tuple(
  fc.constantFrom(...textFields),
  fc.oneof(anyText, fc.constant(marker), fc.constant(`${marker} seen at night`)),
);
const oddName = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    'length',
    '',
    ' ',
    '0',
    'token',
    'website',
    'step',
    'signs[]',
    'body',
    marker,
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const oddValue = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'null',
    'undefined',
    'NaN',
    '-1',
    '1e999',
    '[object Object]',
    '__proto__',
    '\0',
    '\ud800',
    marker,
  ),
  fc.constant('a'.repeat(9000)),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const pair = fc.oneof(
  { weight: 24, arbitrary: goodPair },
  { weight: 8, arbitrary: wordPair },
  { weight: 1, arbitrary: fc.tuple(oddName, oddValue) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...good.map(([field]) => field), ...textFields), oddValue) },
);
const pairs = fc.array(pair, { maxLength: 14 });

/** What a browser makes of the pairs, or what somebody makes who wants to see what happens. */
const percent = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+');
/** The text of a form post, right or wrong. */
export const formText = fc.oneof(
  {
    weight: 6,
    arbitrary: pairs.map((all) => all.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&')),
  },
  { weight: 1, arbitrary: pairs.map((all) => all.map(([name, value]) => `${name}=${value}`).join('&')) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '%',
          '%f',
          '%ff',
          '%ff%fe',
          '%c3%28',
          '%u00e9',
          '%00',
          '%0d%0a',
          '+',
          '=',
          '&',
          ';',
          'where',
          'signs=debt',
          '&&',
          '==',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 4000 }).map((count) => 'signs=debt&'.repeat(count)) },
);

const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    null,
    0,
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    true,
    false,
    [],
    {},
    [[]],
    ['debt', 1],
    { toString: 1 },
    marker,
    [marker],
  ),
);
const quoted = (name: string, value: unknown): string => `${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}`;
const jsonPairs = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: pair },
    { weight: 1, arbitrary: fc.tuple(fc.oneof(oddName, fc.constantFrom('signs', 'where', 'danger')), oddJson) },
  ),
  { maxLength: 14 },
);
/** The text of a program's post, right or wrong. */
export const jsonText = fc.oneof(
  // Written by hand, so that the same name may stand twice.
  { weight: 6, arbitrary: jsonPairs.map((all) => `{${all.map(([name, value]) => quoted(name, value)).join(',')}}`) },
  {
    weight: 1,
    arbitrary: jsonPairs.map(
      (all) =>
        `{${all.map(([name, value]) => quoted(name, name === 'signs' && typeof value === 'string' ? [value] : value)).join(',')}}`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('[', '{"a":', '{"signs":[', '[{"__proto__":'), fc.integer({ min: 1, max: 9000 }))
      .map(([open, depth]) => open.repeat(depth)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 9000 }).map((depth) => `{"where":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'null',
      '1',
      '1e999',
      '"signs"',
      '[]',
      '{}',
      '{"where":"\\ud800"}',
      '{"where":"\\udc00x"}',
      '\ufeff{}',
      '{"__proto__":{"open":false}}',
      '{"signs":["debt"],"signs":["nonsense"]}',
      '{"where":1e400}',
      '{"where":-1}',
      "{'a':1}",
      '{"a":1,}',
      'NaN',
    ),
  },
);
