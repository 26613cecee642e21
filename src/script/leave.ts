/** The way out, wherever it stands on the page; its value is a title that tells nothing. */
export const exitSelector = '[data-exit]';

/**
 * Leaves at once. The page is blank before the other one comes, so nothing can be read however slow the network is, and no
 * box is left whose words a browser could keep. The page's place in the history is taken by the other one.
 */
export function leave(): void {
  const link = document.querySelector<HTMLAnchorElement>(exitSelector);
  if (!link) return;
  document.title = link.dataset['exit'] ?? '';
  goFrom(link.href);
}

/** A browser may show a page again that it kept alive, with everything on it. One that holds answers says where to go instead. */
export function refuseToComeBack({ persisted }: PageTransitionEvent): void {
  const { fresh } = document.body.dataset;
  if (persisted && fresh) goFrom(fresh);
}

function goFrom(address: string): void {
  document.body.textContent = '';
  location.replace(address);
}
