import { bringLiveCard } from './bring-live-card.ts';
import { exitSelector, leave, refuseToComeBack } from './leave.ts';
import { offerSharing } from './share.ts';
import { shiftPresses } from './shift-presses.ts';
import { suggestLanguage } from './suggest-language.ts';

/**
 * The one script that stands in every page, the same bytes on each. It stands before `main`: the way out works from the first
 * line that can be read, and nothing that is on the screen moves afterwards. Without it every page does all that it must.
 */
const threeShifts = shiftPresses();
const press = (event: KeyboardEvent | MouseEvent): void => {
  if (threeShifts(event)) leave();
};

addEventListener('keydown', press);
addEventListener('keyup', press);
addEventListener('mousedown', press);
addEventListener('click', (event) => {
  if (!(event.target instanceof Element && event.target.closest(exitSelector))) return;
  event.preventDefault();
  leave();
});
addEventListener('pageshow', refuseToComeBack);
addEventListener('change', bringLiveCard, { once: true });
addEventListener('DOMContentLoaded', offerSharing);
// The stylesheet shows by this what is only true with a script, such as the keys that leave the page.
document.documentElement.className = 'js';
suggestLanguage();
