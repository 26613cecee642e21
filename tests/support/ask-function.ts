import { paths } from '../../functions/report/contract/paths.ts';
import { forms, submitted } from '../functions/pages/read-html.ts';

/** Answers as a form has them, by field. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** Asks a running site, by its address, for one answer. */
export type Ask = (site: string) => Promise<Response>;

const pairs = (given: Given): [string, string][] =>
  Object.entries(given).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));

/** Sends this form as a browser would; `over` changes the request itself. */
export const sending =
  (given: Given | readonly (readonly [string, string])[], over: RequestInit = {}): Ask =>
  (site) => {
    const sent = isPairs(given) ? given.map(([name, value]) => [name, value]) : pairs(given);
    return fetch(`${site}${paths.post}`, { method: 'POST', body: new URLSearchParams(sent), ...over });
  };

const isPairs = (
  given: Given | readonly (readonly [string, string])[],
): given is readonly (readonly [string, string])[] => Array.isArray(given);

/** Fills this in, and presses Send on the check page that comes, after changing this on it. */
export const sendingChecked =
  (given: Given, changed: Given = {}): Ask =>
  async (site) =>
    sending([...(await checkedForm(site, given)), ...pairs(changed)])(site);

/** The same Send pressed twice: the second answer. */
export const sendingTwice =
  (given: Given): Ask =>
  async (site) => {
    const form = await checkedForm(site, given);
    await (await sending(form)(site)).text();
    return sending(form)(site);
  };

/** Leaves out everyone who has a mailbox. */
export const leavingOutAll =
  (given: Given): Ask =>
  async (site) => {
    const { configured }: { configured: readonly string[] } = await (await fetch(`${site}${paths.recipients}`)).json();
    return sending({ ...given, exclude: configured })(site);
  };

/** What the check page's form holds, as pressing Send would send it. */
async function checkedForm(site: string, given: Given) {
  const page = await (await sending({ ...given, step: 'check' })(site)).text();
  return submitted(forms(page)[0] ?? '', { name: 'step', value: 'send' });
}
