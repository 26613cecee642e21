import { z } from 'zod';
import { choices } from '#contract/answers.ts';
import { id, source } from './fields.ts';

/** One entry of concerns.yaml. */
export const concernSchema = z.strictObject({
  id: z.enum(choices.concern).describe('What people are made to do, as the form and the routing know it.'),
  pictogram: id.describe('The picture beside the words, as its file is called.'),
  source,
});
