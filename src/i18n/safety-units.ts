/**
 * Words that can cost someone their safety when they are wrong: danger, under 18, who gets it and who is left out, what is
 * sent, the receipt, errors, numbers and what they are for, help (service.md, M20). A production site leaves a language
 * out until a person has reviewed all of them.
 */
export const safetyPatterns: readonly RegExp[] = [
  /^report:/,
  /^script:/,
  /^ui:(?:danger|demo|leave|draft|doors|help|needs|now|signs|tabs|who)\b/,
  /^agencies:/,
  /^signs:/,
  /^concerns:/,
  /^areas:/,
  /^places:/,
  /^pages\/(?:help|help-more|me|now|phones|private|private-phones|signs-do|tell|told|who|who-phones|work|young|youth|youth-phones)$/,
];

export const isSafetyUnit = (unit: string): boolean => safetyPatterns.some((pattern) => pattern.test(unit));
