const columns = 78;

/** Folded lines by text: our own words come again in every mail. Emptied when full, since some lines hold a date. */
const remembered = new Map<string, readonly string[]>();
const mostRemembered = 2000;

/** Our own words, folded at spaces; never a reporter's. `hang` indents every line but the first. */
export function folded(text: string, hang = ''): readonly string[] {
  const known = remembered.get(hang + text);
  if (known !== undefined) return known;
  const lines = fold(text, hang);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(hang + text, lines);
  return lines;
}

function fold(text: string, hang: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > columns) {
      lines.push(line);
      line = hang + word;
    } else line = longer;
  }
  return [...lines, line];
}

/** `- text`, folded under itself. */
export const bullet = (text: string): readonly string[] => folded(`- ${text}`, '  ');

/** A point under a bullet. */
export const subBullet = (text: string): readonly string[] => bullet(text).map((line) => `  ${line}`);

/** `Garment factory` in the middle of a line: `garment factory`. Capitals such as `HGV`, and `I`, stay. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
