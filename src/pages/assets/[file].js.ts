import { live, liveName } from 'virtual:script';
import type { APIRoute } from 'astro';
import { site } from '../../site.ts';

/** The file that a form asks for once something on it is answered; without a form there is none. */
export const getStaticPaths = () => (site.intake === 'open' ? [{ params: { file: liveName } }] : []);

export const GET: APIRoute = () => new Response(live, { headers: { 'content-type': 'text/javascript' } });
