import { z } from 'zod';
import { id } from './fields.ts';

export const languageSchema = z.strictObject({
  id: id.describe('The name of its folder in content/ and the first part of its addresses: the tag in small letters.'),
  tag: z
    .string()
    .refine(
      (tag) => Intl.PluralRules.supportedLocalesOf(tag).length === 1,
      'write a tag that Intl knows, such as zh-Hans',
    )
    .describe('The BCP 47 tag that stands in lang="…".'),
  autonym: z.string().min(1, 'write the name').describe('The name of the language in itself, for the menu.'),
  name: z
    .string()
    .min(1, 'write the name')
    .describe('The name of the language in English, for the agency that reads a report.'),
  dir: z.enum(['ltr', 'rtl']).describe('Which way it is written.'),
  plurals: z
    .array(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']))
    .min(1, 'name at least "other"')
    .describe('The plural forms that counted words need in this language.'),
  tier: z.literal([0, 1, 2, 3]).describe('0 is the source; 1 comes first, 3 last.'),
});
