import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]+$/, 'write it in lower case, words joined by -');

/** One entry of signs.yaml. */
export const signSchema = z.strictObject({
  id: id.describe('Stays for ever: agencies read it in mails.'),
  pictogram: id.describe('The picture beside the words.'),
  kind: z.enum(['control', 'core', 'place']).describe('On every form, or on the form of its places.'),
  places: z.array(id).min(1).describe('Kinds of place where it is typically seen.'),
  concerns: z.array(id).min(1).describe('What it may point to; it proves nothing.'),
  local: z.boolean().optional().describe('One of the five signs of the local campaign.'),
  urgent: z.boolean().optional().describe('Seen today or this week, it makes a report urgent.'),
  child: z.boolean().optional().describe('It is about a child: counts as if asked.'),
  care: z.boolean().optional().describe('It is about someone who cannot look after themselves: counts as if asked.'),
  young: z.boolean().optional().describe('Stands on the form for under-18s, in their words.'),
  serves: z.array(z.string()).min(1).describe('Rows of the research that it serves.'),
  source: z.array(z.string()).min(1).describe('Keys of the sources that name it.'),
});
