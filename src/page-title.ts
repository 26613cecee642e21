/** What a browser's list of pages shows of a title before it is cut off. */
const longest = 70;

/** "Information – Know the Signs"; the home page bears the site's name alone, and what is long stands without it. */
export function pageTitle(title: string, siteName: string): string {
  if (title === siteName) return siteName;
  const whole = `${title} – ${siteName}`;
  return whole.length > longest ? title : whole;
}
