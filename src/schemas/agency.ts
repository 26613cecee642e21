import { z } from 'zod';
import { isPhoneNumber } from '#contract/phone.ts';
import { confidence, date, id, source, verified } from './fields.ts';

const phone = z.strictObject({
  number: z
    .string()
    .refine(isPhoneNumber, {
      error: ({ input }) =>
        `"${String(input)}" is no UK number: count its digits and write it as +44 and the number without its first 0`,
    })
    .describe('The number in full, such as "+448000121700", or a short one such as "999", always in quotes.'),
  kind: z.enum(['voice', 'text', 'relay']).describe('Whether one calls it, texts it, or reaches it by text relay.'),
  confidence,
  verified,
  source,
  label: id.optional().describe('Which of several numbers this is; its words are agencies:<id>.phones.<label>.'),
  free: z.boolean().optional().describe('True where a source says that the call costs nothing.'),
});

const hours = z.strictObject({
  text: z
    .string()
    .regex(
      /^(24\/7|[A-Z][a-z]{2}(-[A-Z][a-z]{2})? \d\d:\d\d-\d\d:\d\d(; [A-Z][a-z]{2}(-[A-Z][a-z]{2})? \d\d:\d\d-\d\d:\d\d)*)$/,
      'write 24/7, or hours such as "Mon-Thu 08:30-17:00; Fri 08:30-16:30"',
    )
    .describe('When the phone is answered, in London time.'),
  verified,
});

export const agencySchema = z.strictObject({
  id: id.describe('The body by its role, since bodies are renamed; rules, words and mailboxes use it.'),
  kind: z
    .enum(['emergency', 'police', 'charity', 'council', 'government', 'advice'])
    .describe('What kind of body it is, which decides how a page explains it.'),
  council: id.optional().describe('For a council body: which council, as it stands at the end of the id.'),
  phones: z.array(phone).describe('Its numbers, the one to call first at the top; empty where none was found.'),
  website: z
    .url('write the whole address, with https://')
    .optional()
    .describe('Its own site, where a source gives it.'),
  hours: hours.optional().describe('When its first number is answered, only where sources agree.'),
  audience: z
    .enum(['public', 'professional'])
    .optional()
    .describe('Professional bodies stand on the page for professionals only.'),
  neverRoute: z.literal(true).optional().describe('True for a body that no report and no reader may be sent to.'),
  validFrom: date.optional().describe('From when the body exists, where a source says so.'),
  validTo: date.optional().describe('Until when it exists or is expected to, where a source says so.'),
  verified,
  source,
});
