import type { RawAnswers } from '#contract/report.ts';
import { signsOnForm } from '#pages/parts/signs-on-form.ts';
import { buildNode } from './build-nodes.ts';
import type { LiveData } from './live-data.ts';

const placeButton = '#q-place button[value="place"]';

/** Whether a form has its place's signs; only the public one does, and it has a button for them. */
export const asksForPlace = (form: HTMLFormElement): boolean => form.querySelector(placeButton) !== null;

/**
 * Puts the signs of the chosen place among the boxes, as the button for it would, and takes away those of another place that
 * nobody ticked. Boxes that stay are left alone, ticks and all. The button has nothing left to do.
 */
export function showPlaceSigns(form: HTMLFormElement, answers: RawAnswers, { signs, boxes }: LiveData): void {
  const inputs = form.querySelectorAll<HTMLInputElement>('input[name="signs"]');
  const there = new Map([...inputs].map((input) => [input.value, input.closest('label')]));
  const wanted = signsOnForm({ model: { signs } }, { variant: 'public', answers }).map(({ id }) => id);
  for (const [id, row] of there) {
    if (!wanted.includes(id)) row?.remove();
  }
  let last: Element | undefined;
  for (const id of wanted) {
    const row = there.get(id) ?? newRow(boxes[id]);
    if (row && !there.has(id)) last?.after(row);
    last = row ?? last;
  }
  form.querySelector(placeButton)?.remove();
}

function newRow(box: LiveData['boxes'][string] | undefined): Element | undefined {
  const node = box && buildNode(box);
  return node instanceof Element ? node : undefined;
}
