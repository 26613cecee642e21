/** The product without sealing, for a search to show that it would find something. */
export const identitySeal: Readonly<Record<string, string>> = {
  'functions/report/steps/seal.ts': `
export function sealMessages({ messages }) {
  return messages.map(({ bytes }) => Buffer.from(bytes));
}
`,
};
