import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, describe, expect, test } from 'vitest';
import { modelPlugin } from '../../src/build/model-plugin.ts';
import { readModelFile } from '../../src/build/read-model-file.ts';
import { modelFiles } from '../../src/schemas/model-files.ts';

function problemsIn(name: string, text: string): readonly string[] {
  const schema = modelFiles[name];
  if (!schema) throw new Error(`No schema for ${name}.`);
  const read = readModelFile({ file: `content/model/${name}`, text }, schema);
  return read.ok ? [] : read.problems;
}

const anAgency = (phone = 'number: "101", kind: voice') => `
- id: police
  kind: police
  phones:
    - { ${phone}, confidence: C, verified: null, source: [seed 004] }
  verified: null
  source: [seed 004]
`;

describe('a problem in a model file', () => {
  test('is none in a file that is right', () => {
    expect(problemsIn('agencies.yaml', anAgency())).toEqual([]);
  });

  test.each<[about: string, name: string, text: string, problem: string]>([
    [
      'of a misspelt key stands at the line of that key, with the keys there are',
      'agencies.yaml',
      anAgency().replace('  verified: null\n', '  verified: null\n  web: https://x.example\n'),
      'content/model/agencies.yaml, line 7, entry "police": take out "web" or mend the spelling; the keys here are "id", "kind", "council", "phones", "website", "hours", "audience", "neverRoute", "validFrom", "validTo", "verified", "source".',
    ],
    [
      'of a missing key names it and says what it is for',
      'areas.yaml',
      '- id: rutland\n  kind: council\n  postcodes: []\n  source: [GEO]\n',
      'content/model/areas.yaml, line 1, entry "rutland": add "towns". Meant here: Towns a person would name, since few people know their council.',
    ],
    [
      'of a number without quotes says to put them',
      'agencies.yaml',
      anAgency('number: 101, kind: voice'),
      'content/model/agencies.yaml, line 5, entry "police": put quotes round the number in "phones.number". Meant here: The number in full, such as "+448000121700", or a short one such as "999", always in quotes.',
    ],
    [
      'of a phone number with a digit lost says how to write it',
      'agencies.yaml',
      anAgency('number: "0800121700", kind: voice'),
      'content/model/agencies.yaml, line 5, entry "police": mend "phones.number": "0800121700" is no UK number: count its digits and write it as +44 and the number without its first 0. Meant here: The number in full, such as "+448000121700", or a short one such as "999", always in quotes.',
    ],
    [
      'of a word that is none of the choices lists the choices',
      'agencies.yaml',
      anAgency('number: "101", kind: fax'),
      'content/model/agencies.yaml, line 5, entry "police": change "phones.kind" from "fax" to one of "voice", "text", "relay". Meant here: Whether one calls it, texts it, or reaches it by text relay.',
    ],
    [
      'of an id used twice stands at the second one',
      'agencies.yaml',
      anAgency() + anAgency().trimStart(),
      'content/model/agencies.yaml, line 8, entry "police": this id stands here a second time; give one of the two another id or take it out.',
    ],
    [
      'of an entry without an id is counted from the top',
      'areas.yaml',
      '- kind: unknown\n  towns: []\n  postcodes: []\n  source: [M15]\n',
      'content/model/areas.yaml, line 1, entry 1 (it has no id): add "id". Meant here: The name that rules, words and stored reports use; it stays when the thing is renamed.',
    ],
    [
      'of the one object says that it is the file itself, when no id is near',
      'partnership.yaml',
      '- Leicester\n',
      'content/model/partnership.yaml, line 1, the file itself: change the whole: it has to be of the type object.',
    ],
    [
      'of a list that is empty says to write an entry',
      'areas.yaml',
      '[]\n',
      'content/model/areas.yaml, line 1, the file itself: mend the whole: write at least one entry.',
    ],
  ])('%s', (...[, name, text, problem]) => expect(problemsIn(name, text)).toEqual([problem]));

  test('of the language itself stands at its line, and nothing else is said', () => {
    const [problem, ...more] = problemsIn('areas.yaml', '- id: rutland\n  kind: [council\n  towns: []\n');
    expect(problem).toMatch(/^content\/model\/areas\.yaml, line 3, not readable as YAML: /);
    expect(more.filter((line) => !line.includes('not readable as YAML'))).toEqual([]);
  });

  test('does not hide the next one', () => {
    expect(problemsIn('agencies.yaml', anAgency('number: "1011", kind: fax'))).toHaveLength(2);
  });
});

describe('every file of the model', () => {
  test.each(Object.entries(modelFiles))('%s has a schema that refuses a key it does not know', (_name, schema) => {
    const entry = { id: 'x', misspelt: 1 };
    const issues = [entry, [entry]].flatMap((value) => schema.safeParse(value).error?.issues ?? []);
    expect(issues.filter((issue) => issue.code === 'unrecognized_keys').map(({ keys }) => keys)).toContainEqual(
      expect.arrayContaining(['misspelt']),
    );
  });

  test('is there, and no other', () => {
    const files = readdirSync('content/model').filter((name) => !name.startsWith('.'));
    expect(files.sort()).toEqual(Object.keys(modelFiles).sort());
  });
});

describe('a build', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Builds a tiny project with these files in content/model, and gives the code that came out. */
  async function builtWith(files: Readonly<Record<string, string>>): Promise<string> {
    const root = mkdtempSync(path.join(tmpdir(), 'model-plugin-'));
    made.push(root);
    mkdirSync(path.join(root, 'content/model'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, 'content/model', name), text);
    writeFileSync(path.join(root, 'entry.js'), "export { default } from './content/model/areas.yaml';");
    const output = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [modelPlugin()],
      build: { write: false, minify: false, ssr: 'entry.js' },
    });
    const [first] = Array.isArray(output) ? output : [output];
    return first && 'output' in first ? first.output[0].code : '';
  }

  const anArea = '- { id: unknown, kind: unknown, towns: [], postcodes: [], source: [M15] }\n';

  test('hands on plain data and neither YAML nor schemas', async () => {
    const code = await builtWith({ 'areas.yaml': anArea });
    const { default: areas } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(areas).toEqual([{ id: 'unknown', kind: 'unknown', towns: [], postcodes: [], source: ['M15'] }]);
    expect(code).not.toMatch(/import|zod/);
  });

  test('fails on a problem with the file, the entry, the line and the mend', async () => {
    await expect(builtWith({ 'areas.yaml': anArea.replace('kind: unknown', 'kind: sea') })).rejects.toThrow(
      'content/model/areas.yaml, line 1, entry "unknown": change "kind" from "sea" to one of "council"',
    );
  });

  test('fails on a file that is none of the model and says what to do', async () => {
    await expect(builtWith({ 'areas.yaml': anArea, 'agency.yaml': '[]' })).rejects.toThrow(
      /content\/model\/agency\.yaml is no file of the model \(those are agencies\.yaml, .*\): rename it, or add its schema/,
    );
  });

  test('that was started elsewhere says where to start it', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'model-plugin-'));
    made.push(root);
    writeFileSync(path.join(root, 'entry.js'), 'export default 1;');
    const options = { write: false, ssr: 'entry.js' };
    await expect(
      build({ root, configFile: false, logLevel: 'silent', plugins: [modelPlugin()], build: options }),
    ).rejects.toThrow('start the build from the top of the project');
  });
});
