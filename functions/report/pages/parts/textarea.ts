import type { TextField } from '../../contract/answers.ts';
import { attribute, type Markup, markup } from './markup.ts';

export interface Textarea {
  readonly field: TextField;
  /** What is in it already, letter by letter. */
  readonly typed: string;
  /** Ids of the lines that explain it. */
  readonly describedBy?: string | undefined;
  readonly wrong?: boolean;
}

/** How tall a box is, in lines: about what people write. */
const lines: Readonly<Record<TextField, number>> = { where: 3, when: 2, details: 6, contact: 3 };

/** Everything off that could send what is typed to a spelling service, or keep it for the next form (service.md, M16). */
const quiet = markup` autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off"`;

/**
 * A box for free text. No `maxlength`: browsers count other units than we do and would cut words; the server says when
 * it is too long. The line break after the tag is one that HTML swallows, so that a text that begins with one keeps it.
 */
export function textarea({ field, typed, describedBy, wrong = false }: Textarea): Markup {
  const state = [attribute('aria-describedby', describedBy), attribute('aria-invalid', wrong ? 'true' : undefined)];
  return markup`<textarea id="${field}" name="${field}" rows="${lines[field]}"${quiet}${state}>
${typed}</textarea>
`;
}
