import { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

const quote = (names: readonly unknown[]) => names.map((name) => `"${String(name)}"`).join(', ');

/** What to do about one problem of a model file, in one sentence, then the schema's own words for the field. */
export function mend(issue: Issue, schema: Schema): string {
  const meant = fieldMeaning(schema, issue.path);
  return `${toDo(issue, schema)}${meant ? ` Meant here: ${meant}` : ''}`;
}

function toDo(issue: Issue, schema: Schema): string {
  const field = named(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `take out ${quote(issue.keys)} or mend the spelling; the keys here are ${quote(keysAt(schema, issue.path))}.`;
    case 'invalid_value':
      if (issue.input === undefined) return `add ${field}, which is one of ${quote(issue.values)}.`;
      return `change ${field} from "${String(issue.input)}" to one of ${quote(issue.values)}.`;
    case 'invalid_type':
      if (issue.input === undefined) return `add ${field}.`;
      if (issue.expected === 'string' && typeof issue.input === 'number')
        return `put quotes round the number in ${field}.`;
      return `change ${field}: it has to be of the type ${issue.expected}.`;
    default:
      return `mend ${field}: ${issue.message.replace(/\.?$/, '.')}`;
  }
}

/** The keys on the way, without counting places in lists: the line says which one. */
function named(path: Issue['path']): string {
  const keys = path.filter((step) => typeof step === 'string');
  return keys.length > 0 ? `"${keys.join('.')}"` : 'the whole';
}

/** The sentence that the schema has for this field, looked for from the outside in. */
function fieldMeaning(schema: Schema, path: Issue['path']): string | undefined {
  const layers = layersAt(schema, path);
  return layers.map((layer) => z.globalRegistry.get(layer)?.description).find((text) => text !== undefined);
}

function keysAt(schema: Schema, path: Issue['path']): readonly string[] {
  return layersAt(schema, path).flatMap((layer) => (layer instanceof z.ZodObject ? Object.keys(layer.shape) : []));
}

/** The schema at the end of a path with everything it wraps, outermost first. */
function layersAt(schema: Schema, path: Issue['path']): readonly Schema[] {
  const layers = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return layers;
  const next = layers.map((layer) => child(layer, step)).find((found) => found !== undefined);
  return next ? layersAt(next, rest) : [];
}

function unwrap(schema: Schema): readonly Schema[] {
  const wraps = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly;
  return wraps ? [schema, ...unwrap(schema.def.innerType)] : [schema];
}

function child(schema: Schema, step: PropertyKey): Schema | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  return schema instanceof z.ZodArray ? schema.def.element : undefined;
}
