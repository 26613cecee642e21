/** What goes into a language's shell. */
export interface ShellParts {
  readonly title: string;
  readonly main: string;
  readonly menu?: string | undefined;
}

/**
 * Fills the marks of a shell that the build made. By a function, so that `$&` in an answer is only text; in one pass,
 * so that a mark someone typed stays a mark.
 */
export function fillShell(shell: string, { title, main, menu = '' }: ShellParts): string {
  const parts: Record<string, string> = { title: escapeText(title), main, menu };
  return shell.replace(/@@(title|main|menu)@@/g, (_mark, name: string) => parts[name] ?? '');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
