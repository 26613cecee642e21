/**
 * How hard an English text is, by two formulas that count different things: Flesch–Kincaid (Kincaid and others, 1975)
 * words a sentence and syllables a word; Coleman–Liau (1975) letters and sentences a hundred words. Both give a US
 * school grade; age is about grade + 5. Each errs where the other does not: short sentences full of hard words please the
 * first, short words in long sentences the second; so a page must pass both. Formulas do not find nonsense: someone must
 * read the page aloud as well.
 */
export interface ReadingAge {
  readonly words: number;
  readonly sentences: number;
  readonly fleschKincaid: number;
  readonly colemanLiau: number;
}

/** Grades of a text. Line ends end a sentence too. Numbers are left out; leave names of agencies out before. */
export function readingAge(text: string): ReadingAge {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return { words: 0, sentences: 0, fleschKincaid: 0, colemanLiau: 0 };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const letters = words.join('').replace(/[^a-z]/g, '').length;
  const perSentence = words.length / sentences.length;
  return {
    words: words.length,
    sentences: sentences.length,
    fleschKincaid: 0.39 * perSentence + 11.8 * (syllables / words.length) - 15.59,
    colemanLiau: 0.0588 * (letters / words.length) * 100 - 0.296 * (sentences.length / words.length) * 100 - 15.8,
  };
}

/** Whole sentences: a colon before a list or an answer ends one, as the voice does. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/[.!?:](?=\s|$|”)|\n/).filter((sentence) => wordsOf(sentence).length > 0);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+(?:[’'][a-z]+)*/g) ?? [];

/**
 * Syllables of an English word by its groups of vowels: a silent final e is not one, nor the e of -es and -ed where it
 * is not heard; a final -le is.
 */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const heard = plain
    .replace(/(?:[^laeiouy]|[aeiouy]l)e$/, (end) => end.slice(0, -1))
    .replace(/([^aeioucgsxzh]|th)es$/, '$1s')
    .replace(/([^aeioutd])ed$/, '$1d');
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0);
}

const mark = /<(?:phone|agency):[a-z0-9-]+>|<(?:Phone|Agency) id="[a-z0-9-]+" \/>|<Exit \/>|{{\w+}}/g;
const shortestSentence = 3;

/**
 * What of a text is ours to make easy: no names (longest first, so that none is cut by a shorter one), no marks that
 * stand for names and numbers, no markup, no single labels such as "Yes". One sentence a line.
 */
export function ownWords(text: string, names: readonly string[] = []): string {
  const unmarked = text.replace(mark, '').replace(/^\s*(?:#+|[-*]|\d+\.)\s+|\*\*/gm, '');
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const bare = longestFirst.reduce((left, name) => left.replaceAll(name, ''), unmarked);
  return sentencesOf(bare)
    .filter((sentence) => sentence.trim().split(/\s+/).length >= shortestSentence)
    .join('.\n');
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
};
