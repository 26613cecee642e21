import { HtmlValidate } from 'html-validate';

/**
 * The recommended rules but those that do not know what we do: many ticks share a name, numbers may break, and
 * `autocorrect` is newer than its tables. White space at the end of a line is what templates leave.
 */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'form-dup-name': 'off',
    'tel-non-breaking': 'off',
    'no-unknown-attributes': 'off',
    'no-trailing-whitespace': 'off',
    // A heading's id is its words, whatever letters they are written in.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** Everything that is not valid in a whole page; empty when all of it is. */
export async function faultsOfHtml(html: string) {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => ({ ruleId, message, line })),
  );
}
