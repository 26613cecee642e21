/** What a browser would send of a page's forms, and what a reader would see; our pages are regular enough for patterns. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export const decode = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it begins. */
  readonly at: number;
}

/** Every start tag with its attributes. */
export function tags(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ({ 1: name = '', 2: rest = '', index }) => ({
      name,
      at: index,
      attributes: new Map(
        [...rest.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, decode(value)]),
      ),
    }),
  );
}

/** Each form's source. */
export const forms = (html: string): readonly string[] =>
  [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);

/** The fields a form would send if this button of it were pressed, in their order; line breaks as a textarea holds them. */
export function submitted(
  form: string,
  button?: { readonly name: string; readonly value: string },
): readonly [string, string][] {
  const textareas = [...form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)];
  const typed = textareas.map(({ 1: name = '', 2: text = '', index }): [number, string, string] => [
    index,
    name,
    decode(text),
  ]);
  const inputs = tags(form)
    .filter(({ name, attributes }) => name === 'input' && attributes.has('name'))
    .filter(({ attributes }) => isSent(attributes))
    .map(({ at, attributes }): [number, string, string] => [
      at,
      attributes.get('name') ?? '',
      attributes.get('value') ?? '',
    ]);
  const pressed = tags(form)
    .filter(
      ({ name, attributes }) =>
        name === 'button' &&
        button !== undefined &&
        attributes.get('name') === button.name &&
        attributes.get('value') === button.value,
    )
    .slice(0, 1)
    .map(({ at }): [number, string, string] => [at, button?.name ?? '', button?.value ?? '']);
  return [...typed, ...inputs, ...pressed].sort(([a], [b]) => a - b).map(([, name, value]) => [name, value]);
}

function isSent(attributes: ReadonlyMap<string, string>): boolean {
  const type = attributes.get('type');
  return (type !== 'radio' && type !== 'checkbox') || attributes.has('checked');
}

/** What is read, without tags; each block on a line of its own. */
export const textOf = (html: string): string =>
  decode(
    html
      .replace(/<\/(p|h1|h2|li|dt|dd|label|legend|summary|button|div)>/g, '\n')
      .replace(/<textarea[\s\S]*?<\/textarea>/g, '')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
