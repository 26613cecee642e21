/** The first of the browser's languages that one of the patterns knows decides, whether it is the page's own or another. */
export function firstWanted<T>(
  tags: readonly string[],
  offers: readonly T[],
  patternOf: (offer: T) => string,
): T | undefined {
  for (const tag of tags) {
    const found = offers.filter((offer) => new RegExp(patternOf(offer), 'i').test(tag))[0];
    if (found) return found;
  }
  return undefined;
}

/** Shows the one link to the language that the browser asks for, if the page is not in it. Nothing is kept, nobody is sent on. */
export function suggestLanguage(): void {
  const offers = [...document.querySelectorAll<HTMLElement>('[data-for]')];
  const offer = firstWanted(navigator.languages || [], offers, ({ dataset }) => dataset['for'] ?? '');
  if (offer && offer.lang !== document.documentElement.lang) offer.hidden = false;
}
