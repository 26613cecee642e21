import { z } from 'zod';

/** Fields that several files of the model share. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it in small letters, digits and single hyphens')
  .describe('The name that rules, words and stored reports use; it stays when the thing is renamed.');

export const source = z
  .array(z.string().min(1, 'name the source'))
  .min(1, 'name at least one source')
  .describe('Keys of the sources that say so, as the research lists them.');

const day = z.iso.date('write the day as 2027-03-14');

export const verified = day.nullable().describe('The day a named person checked it, or null as long as nobody has.');

export const confidence = z
  .enum(['C', 'V'])
  .describe('C was read in a source; V was not, so it is never shown to the public.');

/** A year, a month or a day, as exact as the source is. */
export const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, a month or a day: 2028, 2028-04 or 2028-04-01');
