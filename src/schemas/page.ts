import { z } from 'astro/zod';

/** One page of prose: `content/<locale>/pages/<name>.md` or `.mdx`. */
export const pageSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .describe(
      'Name of the browser tab. Pages of help, form and phones say only "Information": it stays in the history.',
    ),
  h1: z.string().min(1).describe('The heading on the page, which says what the page is.'),
  description: z.string().min(1).max(160).describe('One sentence for search engines; neutral where the title is.'),
  order: z.int().positive().describe('Where the page stands in lists of pages, the first page being 1.'),
  sources: z.array(z.string().min(1)).describe('Keys of the sources that name what the page states as fact.'),
});
