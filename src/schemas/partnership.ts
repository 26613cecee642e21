import { z } from 'zod';
import { isPhoneNumber } from '#contract/phone.ts';
import { id } from './fields.ts';

const text = (mend: string) => z.string().min(1, mend);

const controller = z.strictObject({
  name: text('name the body').describe('The public body or charity that answers for the data, by its full name.'),
  kind: z
    .enum(['police', 'pcc', 'council', 'charity', 'university'])
    .describe('What kind of body it is; with police or pcc nobody is offered to leave the police out.'),
});

const contact = z.strictObject({
  role: text('name the role').describe('A role such as "Modern slavery coordinator", never a person.'),
  email: z.email('write a whole address').optional().describe('A mailbox of that role.'),
  phone: z
    .string()
    .refine(isPhoneNumber, 'write it as +44 and the number')
    .optional()
    .describe('A phone of that role.'),
});

export const partnershipSchema = z.strictObject({
  id,
  name: text('name the site').describe('The name of the site.'),
  area: z
    .strictObject({
      name: text('name the area').describe('The area as a reader says it.'),
      short: text('give the short name').describe('The short name of the area.'),
    })
    .describe('Where the partnership works.'),
  controller: controller.nullable().describe('Who answers for the data, or null until it is agreed.'),
  contact: contact.nullable().describe('How to reach the partnership, or null until it is agreed.'),
  exit: z.url('write the whole address').describe('Where the quick exit goes: a plain page that many people open.'),
  intake: z
    .enum(['open', 'phones-only'])
    .describe('Whether reports are taken; phones-only shows phones wherever the form would be.'),
  marking: text('write the marking').describe('The protective marking on top of every mail.'),
});
