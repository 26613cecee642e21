import { z } from 'zod';
import { id, source } from './fields.ts';

const flag = z.boolean().optional();

/** One entry of signs.yaml. */
export const signSchema = z.strictObject({
  id: id.describe('The sign as reports and mails name it; it stays when the words change.'),
  pictogram: id.describe('The picture beside the words, as its file is called.'),
  kind: z
    .enum(['control', 'core', 'place'])
    .describe('Control and core signs stand on every form, a place sign only where its place is chosen.'),
  places: z
    .array(id)
    .min(1, 'name at least one place, such as "other"')
    .describe('Kinds of place where it is a box on the form, or for control and core signs where it is typical.'),
  concerns: z
    .array(id)
    .min(1, 'name at least one concern, such as "labour"')
    .describe('What it may point to; it proves nothing and decides no route.'),
  local: flag.describe('True for the five signs of the local campaign, which the home page shows.'),
  urgent: flag.describe('True where it can mean danger now: seen this week, it makes a report urgent.'),
  child: flag.describe('True where its words speak of a child: ticked, it counts as "someone is under 18".'),
  care: flag.describe('True where its words speak of someone who needs care: ticked, it counts as that answer.'),
  young: flag.describe('True for the six signs of the form for under-18s, in "I or my friend" words.'),
  serves: z
    .array(z.string().min(1))
    .min(1, 'name the row of the research')
    .describe('Rows of the research that it puts into words, such as "A4/Debt bondage".'),
  source,
});
