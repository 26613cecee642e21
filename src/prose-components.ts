import Agency from './components/Agency.astro';
import Exit from './components/Exit.astro';
import Phone from './components/Phone.astro';

/** What a page of prose may name inside its text. Pages hand these over, so that a translator sees no import lines. */
export const proseComponents = { Agency, Exit, Phone };
