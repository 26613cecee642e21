import { expect, test } from 'vitest';
import { messageOf } from '../../../functions/report/contract/message-of.ts';

test.each([
  [new Error('The disk is full.'), 'The disk is full.'],
  ['The disk is full.', 'The disk is full.'],
  [undefined, 'undefined'],
])('whatever is thrown has words: %s', (fault, words) => expect(messageOf(fault)).toBe(words));
