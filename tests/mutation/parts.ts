export interface MutatedPart {
  /** Files whose every operator, condition and string is changed, one at a time. */
  readonly mutate: readonly string[];
  /** The tests that must notice. */
  readonly tests: readonly string[];
}

const steps = 'functions/report/steps';
const embedded = 'functions/report/outbox/embedded';
const contract = 'functions/report/contract';

/** What a report's safety hangs on. `npm run mutation` takes all of them; `npm run mutation -- token seal` takes two. */
export const mutatedParts: Readonly<Record<string, MutatedPart>> = {
  sanitise: {
    mutate: ['sanitise', 'quoted-lines', 'inert-links'].map((name) => `${steps}/${name}.ts`),
    tests: ['tests/functions/steps/sanitise.test.ts'],
  },
  token: { mutate: [`${steps}/token.ts`], tests: ['tests/functions/steps/token.test.ts'] },
  seal: {
    mutate: ['seal', 'box-key'].map((name) => `${steps}/${name}.ts`),
    tests: ['tests/functions/steps/seal.test.ts'],
  },
  outbox: {
    mutate: ['accept-reports', 'claim-envelopes', 'settle-envelopes'].map((name) => `${embedded}/${name}.ts`),
    tests: ['embedded-outbox', 'embedded-dead-letters', 'embedded-start', 'retention'].map(
      (name) => `tests/functions/outbox/${name}.test.ts`,
    ),
  },
  routing: {
    mutate: ['route-report', 'decide', 'agencies-of', 'rule-matches', 'safe-inputs', 'urgency', 'routing-table'].map(
      (name) => `${contract}/${name}.ts`,
    ),
    // Not the proof over millions of answers: it would run again for every change.
    tests: ['route-report', 'route-report.left-out', 'route-report.phones', 'safe-inputs', 'urgency'].map(
      (name) => `tests/functions/contract/${name}.test.ts`,
    ),
  },
};
