/** "Information – Know the Signs"; the home page bears the site's name alone. */
export function pageTitle(title: string, siteName: string): string {
  return title === siteName ? siteName : `${title} – ${siteName}`;
}
