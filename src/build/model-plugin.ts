import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import type { z } from 'zod';
import { modelFiles } from '../schemas/model-files.ts';
import { readModelFile } from './read-model-file.ts';

const folder = 'content/model';

/**
 * Lets `import signs from '#content/model/signs.yaml'` work in Astro, the function's bundle and the tests alike:
 * checks the file with its schema and hands on plain JSON, so no schema and no YAML are needed at run time.
 * A problem fails the build with file, line, entry and what to do.
 */
export function modelPlugin(schemas: Readonly<Record<string, z.ZodType>> = modelFiles): Plugin {
  let root = '';
  return {
    name: 'content-model',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    async buildStart() {
      const names = await readdir(join(root, folder)).catch((cause: unknown) => {
        throw new Error(`No folder ${folder} in ${root}: start the build from the top of the project.`, { cause });
      });
      // Dot files belong to editors and file managers.
      const unknown = names.filter((name) => !name.startsWith('.') && schemas[name] === undefined);
      if (unknown.length > 0) this.error(unknown.map((name) => unknownFile(name, schemas)).join('\n'));
    },
    transform: {
      filter: { id: /\/content\/model\/[^/?]+\.ya?ml$/ },
      handler(text, id) {
        const name = basename(id);
        const schema = schemas[name];
        if (!schema) return this.error(unknownFile(name, schemas));
        const read = readModelFile({ file: `${folder}/${name}`, text }, schema);
        if (!read.ok) return this.error(read.problems.join('\n'));
        return { code: `export default ${JSON.stringify(read.value)};`, map: { mappings: '' }, moduleType: 'js' };
      },
    },
  };
}

function unknownFile(name: string, schemas: Readonly<Record<string, z.ZodType>>): string {
  const known = Object.keys(schemas).join(', ');
  return `${folder}/${name} is no file of the model (those are ${known}): rename it, or add its schema in src/schemas/model-files.ts.`;
}
