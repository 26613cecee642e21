import { createHash } from 'node:crypto';
import { insideOf } from './html-tags.ts';

/** The hash of each style element of a page, as a policy names it. */
export const styleHashesOf = (html: string): readonly string[] =>
  insideOf(html, 'style').map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`);

/** The hash of each inline script of a page. */
export const scriptHashesOf = (html: string): readonly string[] =>
  insideOf(html, 'script').map((script) => `sha256-${createHash('sha256').update(script).digest('base64')}`);

/** The hashes that a content security policy allows for one kind of thing. */
export const hashesIn = (policy: string, directive: string): readonly string[] =>
  policy
    .split('; ')
    .filter((part) => part.startsWith(`${directive} `))
    .flatMap((part) => [...part.matchAll(/'(sha(?:256|384|512)-[^']+)'/g)].map(([, hash = '']) => hash));
