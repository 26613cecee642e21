import names from '#content/en/agencies.json' with { type: 'json' };
import agencies from '#content/model/agencies.yaml';
import { alwaysPhones } from './contract/always-phones.ts';
import { formatPhone, phoneHref, shownPhones } from './contract/phone.ts';
import { securityHeaders } from './headers.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The first number that it shows, with why; nothing where it shows none. */
function items(id: (typeof alwaysPhones)[number]): readonly string[] {
  const phones = agencies.filter((one) => one.id === id).flatMap(shownPhones);
  const { name, whyPhone } = names[id];
  return phones.slice(0, 1).map((phone) => {
    const link = `<a href="${phoneHref(phone)}" dir="ltr">${formatPhone(phone.number)}</a>`;
    return `<li><b>${escaped(name)}</b>: ${link}. ${escaped(whyPhone)}</li>`;
  });
}

/**
 * The page when nothing else works, in English and without a style: it needs no language, no template and no part that
 * could be what broke.
 */
export const lastResortPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Information</title></head>
<body><main><h1>This page does not work just now</h1>
<p>Nothing was sent. Call one of these, or try again in a minute.</p>
<ul>${alwaysPhones.flatMap(items).join('\n')}</ul></main></body></html>
`;

/** The same as a whole answer, with every header that other answers have. */
export function lastResort(https: boolean): Response {
  const headers = securityHeaders({ styleHash: noStyle, https, kind: 'private' });
  const about = { 'content-type': 'text/html; charset=utf-8', 'retry-after': '60' };
  return new Response(lastResortPage, { status: 503, headers: { ...headers, ...about } });
}

/** The hash of nothing at all: no style is let in. */
const noStyle = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
