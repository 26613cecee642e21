import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageSchema } from './schemas/page.ts';

/** `en/pages/who.md` has the id `en/who`. */
const withoutFolder = ({ entry }: { entry: string }) => entry.replace('/pages/', '/').replace(/\.mdx?$/, '');

export const collections = {
  pages: defineCollection({
    loader: glob({ base: './content', pattern: '*/pages/*.{md,mdx}', generateId: withoutFolder, retainBody: false }),
    schema: pageSchema,
  }),
};
