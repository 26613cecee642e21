import { choiceFields, choices } from '#contract/answers.ts';
import { blankReport, type RawAnswers, type Report } from '#contract/report.ts';
import { choiceOf, codesOf } from '#pages/parts/raw-answers.ts';

/** Every field whose answer is a code. What is typed decides nothing, so it is not even read. */
const coded = [...choiceFields, 'place', 'area', 'signs', 'care', 'exclude'];

export function codedAnswers(form: HTMLFormElement): RawAnswers {
  const data = new FormData(form);
  return new Map(coded.map((field) => [field, data.getAll(field).filter((value) => typeof value === 'string')]));
}

/** The ticks of a form as the report that they would make. */
export function reportOf(answers: RawAnswers, signs: readonly { readonly id: string }[]): Report {
  const one = <T extends string>(field: string, allowed: readonly T[]) =>
    allowed.find((value) => value === choiceOf(answers, field));
  const ticked = codesOf(answers, 'signs');
  return {
    ...blankReport,
    danger: one('danger', choices.danger),
    reporter: one('reporter', choices.reporter),
    concern: one('concern', choices.concern),
    child: one('child', choices.child),
    lately: one('lately', choices.lately),
    place: choiceOf(answers, 'place'),
    area: choiceOf(answers, 'area'),
    signs: signs.map(({ id }) => id).filter((id) => ticked.includes(id)),
    care: choiceOf(answers, 'care') === 'yes',
    exclude: codesOf(answers, 'exclude'),
  };
}
