/**
 * Words that can cost someone their safety when they are wrong: danger, under 18, who gets it and who is left out, what is
 * sent, the receipt, errors, numbers and what they are for, help (service.md, M20). A production site leaves a language
 * out until a person has reviewed all of them.
 */
const safety: readonly RegExp[] = [
  /^report:/,
  /^script:/,
  /^ui:(?:danger|demo|leave|draft|doors|help|needs|now|tabs)\b/,
  /^agencies:/,
  /^signs:/,
  /^concerns:/,
  /^areas:/,
  /^pages\/(?:help|help-more|me|now|private|private-phones|tell|told|young|youth)$/,
];

export const isSafetyUnit = (unit: string): boolean => safety.some((pattern) => pattern.test(unit));
