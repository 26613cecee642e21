import { z } from 'zod';

/** One entry of places.yaml. */
export const placeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'write it in lower case, words joined by -')
    .describe('Stays for ever.'),
  pictogram: z.string().describe('The picture beside the words.'),
  safety: z
    .enum(['workplace-safety', 'environmental-health', 'unknown'])
    .describe('Who inspects work safety there; unknown shows both.'),
  source: z.array(z.string()).min(1).describe('Keys of the sources that name it.'),
});
