/**
 * Shows the buttons that this browser can serve: its own way to pass a page on, or copying the address. Nothing but the title
 * and the address is told, without what stands behind `?` or `#`.
 */
export function offerSharing(): void {
  const { title } = document;
  const url = location.origin + location.pathname;
  const deeds: Readonly<Record<string, false | (() => Promise<void>)>> = {
    share: 'share' in navigator && (() => navigator.share({ title, url })),
    copy: 'clipboard' in navigator && (() => navigator.clipboard.writeText(url)),
  };
  for (const box of document.querySelectorAll<HTMLElement>('[data-can]')) {
    const deed = deeds[box.dataset['can'] ?? ''];
    const said = box.querySelector('[role]');
    if (!deed) continue;
    box.hidden = false;
    box.querySelector('button')?.addEventListener('click', () => {
      deed().then(
        () => {
          if (said) said.textContent = box.dataset['done'] ?? '';
        },
        () => undefined, // someone changed their mind, or the browser refused
      );
    });
  }
}
