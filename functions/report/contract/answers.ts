/**
 * Every coded answer the form can give, and every limit on what may be typed. The page, the check of a request,
 * the routing and the mail all read these tables. An id stays when a name changes: agencies read these codes.
 */
export const choices = {
  danger: ['yes', 'called', 'unsure', 'no'],
  reporter: ['public', 'affected', 'under-18', 'professional'],
  concern: [
    'labour',
    'domestic',
    'sexual',
    'criminal',
    'money',
    'organ',
    'marriage',
    'pay-only',
    'safety-only',
    'unsure',
  ],
  child: ['yes', 'unsure', 'no'],
  people: ['1', '2-5', '6-20', 'more', 'unknown'],
  lately: ['today', 'week', 'month', 'older', 'unknown'],
  know: ['saw', 'told-by-them', 'told-by-other', 'online', 'other'],
  traceable: ['yes', 'maybe', 'no'],
} as const;

/** The five signs of control: they are what parts slavery from a bad job (domain: routing table, R4 against R12). */
export const controlSigns = ['threats', 'documents-or-money-held', 'cannot-leave', 'debt', 'watched'] as const;

/** Free text, with the most it may hold in Unicode code points, after NFC and with one line break counted as one. */
export const textLimits = { where: 500, when: 200, details: 4000, contact: 300 } as const;

/** What the buttons of the form ask for. */
export const stepNames = ['place', 'signs', 'check', 'send'] as const;

export type ChoiceField = keyof typeof choices;
export type Choice<F extends ChoiceField> = (typeof choices)[F][number];
export type TextField = keyof typeof textLimits;
export type ControlSign = (typeof controlSigns)[number];
export type Step = (typeof stepNames)[number];

export const choiceFields = Object.keys(choices) as ChoiceField[];
export const textFields = Object.keys(textLimits) as TextField[];

/** How one request is carried, as against what it says. */
export const requestLimits = { bodyBytes: 128 * 1024, fields: 256 } as const;
