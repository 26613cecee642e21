/**
 * Every class that the function's pages use, and what it marks. The stylesheet is written from this table; nothing else
 * of a page may be styled but plain elements.
 */
export const classNames = {
  /** A fieldset (ticks) or div (one text box) that asks one thing. Its legend or first label is the heading. */
  question: 'question',
  /** Beside `question`: something in it is to be looked at again. */
  wrong: 'wrong',
  /** The question's number, inside its legend or label. */
  number: 'number',
  /** A softer line under a heading, a label or a number. */
  hint: 'hint',
  /** The sentence that says what is wrong, inside its question. */
  fieldError: 'field-error',
  /** A label of its own in a question: the second thing that it asks. */
  ask: 'ask',
  /** A label that is one row: the box or circle, then a span with the words. */
  answer: 'answer',
  /** A grid of `answer tile`: kinds of place. */
  tiles: 'tiles',
  tile: 'answer tile',
  /** The summary of what is wrong, first on the page; its first line is a `p` in bold. */
  errors: 'errors',
  /** The 999 panel; `call` is the one red thing in it. */
  emergency: 'emergency',
  call: 'call',
  /** A list of numbers; each item has the name in `b`, then `phone` links, then a hint. */
  phones: 'phones',
  phone: 'phone',
  /** Who gets it: head (`role` and an h2), then a list of terms, then what may be torn off (`stub`). */
  slip: 'slip',
  role: 'role',
  stub: 'stub',
  /** Amber: "nobody may read this before …" and the like. */
  notice: 'notice',
  /** A calm box in the colour of the head. */
  aside: 'aside',
  /** What was answered, as a list of terms; `typed` keeps line breaks. */
  summary: 'summary',
  typed: 'typed',
  button: 'button',
  secondButton: 'button second',
  /** The buttons that change a form's language. */
  languages: 'languages',
  /** A `details` that folds something away. */
  fold: 'fold',
  /** Out of sight and out of the way of every reader. */
  away: 'away',
  /** Numbered sentences on the receipt. */
  steps: 'steps',
  receiptNumber: 'receipt-number',
} as const;
