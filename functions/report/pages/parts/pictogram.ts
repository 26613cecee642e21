import { raw } from 'hono/html';
import type { PageModel } from '../page-model.ts';
import { type Markup, markup } from './markup.ts';

/** Folder and id, such as `signs/debt`, to the markup inside the drawing. */
export type Pictograms = Readonly<Record<string, string>>;

/**
 * Takes the drawings out of their files (`content/pictograms/<kind>/<id>.svg`, each one `svg` element).
 * Throws for a file that is not one.
 */
export function readPictograms(files: Readonly<Record<string, string>>): Pictograms {
  const drawings = Object.entries(files).map(([path, file]) => {
    const [, name] = /([^/]+\/[^/]+)\.svg$/.exec(path) ?? [];
    const [, inner] = /^<svg[^>]*>(.*)<\/svg>\s*$/s.exec(file) ?? [];
    if (name === undefined || inner === undefined)
      throw new Error(`${path} is no pictogram: it must hold one <svg> element and nothing else.`);
    return [name, inner];
  });
  return Object.fromEntries(drawings);
}

/** Size and lines stand on the element too: without the stylesheet a drawing would fill the screen with black. */
const size = { pic: 48, icon: 24 } as const;

/** An `svg` of ours: `pic` is a sign's, a place's or a concern's, `icon` a small one of the frame. */
export const drawing = (look: keyof typeof size, inner: string): Markup =>
  markup`<svg class="${look}" viewBox="0 0 24 24" width="${size[look]}" height="${size[look]}" fill="none" stroke="currentColor" aria-hidden="true">${raw(inner)}</svg>`;

/** A drawing beside words that say the same, so a screen reader passes it by. Nothing where there is none. */
export function pictogram({ pictograms }: Pick<PageModel, 'pictograms'>, name: string): Markup | undefined {
  const inner = pictograms[name];
  return inner === undefined ? undefined : drawing('pic', inner);
}
