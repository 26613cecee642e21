const fewestTerms = 40;

/** Rows of the tables of a guide, but for their heads. */
function termsOf(guide: string): readonly string[] {
  const lines = guide.split('\n');
  const isRule = (line = '') => /^\|[\s|:-]+\|$/.test(line);
  return lines.filter((line, at) => /^\|[^|]+\|[^|]+\|/.test(line) && !isRule(line) && !isRule(lines[at + 1]));
}

/** What a guide for the next translator lacks. */
export function lintGuide(guide: string): readonly string[] {
  const terms = new Set(termsOf(guide)).size;
  return [
    ...(terms < fewestTerms ? [`guide.md has ${terms} terms, and ${fewestTerms} are the fewest`] : []),
    ...(/\bdrafts?\b/i.test(guide) && /\bno person has\b/i.test(guide)
      ? []
      : ['guide.md does not say that the words are a draft that no person has reviewed']),
  ];
}
