import type { APIRoute } from 'astro';
import { liveData } from '../../live-data.ts';
import { localePaths } from '../../locale-paths.ts';
import { site } from '../../site.ts';

/** What a form in use reads in its language; without a form there is none. */
export const getStaticPaths = () => (site.intake === 'open' ? localePaths() : []);

export const GET: APIRoute<Record<string, never>, { locale: string }> = ({ params }) =>
  new Response(JSON.stringify(liveData(params.locale)), { headers: { 'content-type': 'application/json' } });
