import { type Deciding, decide } from '#contract/decide.ts';
import { paths } from '#contract/paths.ts';
import { withoutSecondContacts } from '#contract/without-second-contacts.ts';
import { buildNode } from './build-nodes.ts';
import { cardTree } from './card-tree.ts';
import { liveCard } from './live-card.ts';
import type { LiveData } from './live-data.ts';
import { asksForPlace, showPlaceSigns } from './place-signs.ts';
import { codedAnswers, reportOf } from './report-of.ts';

/** Begins when something on a form was answered: says who would get it now, and brings the signs of the place. */
const region = document.querySelector<HTMLElement>('[data-live]');
const form = region?.closest('form');
// Without both files the form does all that it did before.
if (region && form) start(form, region.dataset['live'] ?? '').catch(() => undefined);

async function start(form: HTMLFormElement, address: string): Promise<void> {
  // Both are the same whoever asks and whatever is ticked: no answer leaves the page before "Check and send".
  const [data, { configured, secondContacts }] = await Promise.all([
    read<LiveData>(address),
    read<{ readonly configured: readonly string[]; readonly secondContacts: boolean }>(paths.recipients),
  ]);
  const routing = secondContacts ? data.routing : withoutSecondContacts(data.routing);
  const deciding = { ...data, routing, configured: new Set(configured) };
  const update = liveForm(form, deciding);
  form.addEventListener('change', update);
  update();
}

/** Never kept: words in a browser's cache would show that a form was begun, and could be older than its rules. */
async function read<T>(address: string): Promise<T> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** Brings the form up to date with its ticks; the card is written only when it says something else, since it is read aloud. */
function liveForm(form: HTMLFormElement, data: LiveData & Deciding): () => void {
  const asksPlace = asksForPlace(form);
  let place: string | undefined;
  let said = '';
  return () => {
    const answers = codedAnswers(form);
    const report = reportOf(answers, data.signs);
    // Only then: a box that somebody has just emptied must not go from under their finger.
    if (asksPlace && report.place !== place) showPlaceSigns(form, answers, data);
    place = report.place;
    const card = liveCard(decide(report, data));
    const now = JSON.stringify(card);
    if (now === said) return;
    said = now;
    for (const region of form.querySelectorAll('[data-card]')) {
      region.textContent = '';
      region.append(buildNode(cardTree(card, data)));
    }
  };
}
