import { z } from 'zod';
import { choices } from '#contract/answers.ts';

/** One entry of concerns.yaml. */
export const concernSchema = z.strictObject({
  id: z.enum(choices.concern).describe('What people are made to do, as the form and the routing know it.'),
  pictogram: z.string().describe('The picture beside the words.'),
  source: z.array(z.string()).min(1).describe('Keys of the sources that name it.'),
});
