import { z } from 'zod';
import { confidence, id, source } from './fields.ts';

const moment = String.raw`\d{4}(-(\d{2}|Q[1-4]))?`;

export const statisticSchema = z
  .strictObject({
    id,
    row: z
      .string()
      .regex(/^D[1-4]\/.+$/, 'write the table and its row, such as D3/2024')
      .describe('The table and row of the research it comes from.'),
    measure: id.describe('What was counted.'),
    counter: id.describe('Who counted; figures of different counters are never joined into one trend.'),
    value: z.number().describe('The figure, or the lower end of a range.'),
    valueTo: z.number().optional().describe('The upper end of a range.'),
    precision: z
      .enum(['exact', 'about', 'over', 'almost', 'range'])
      .describe('How the source put it: a figure it calls almost 17,000 is never shown as 17,000.'),
    unit: id.describe('What one of them is, such as people or reports.'),
    period: z
      .string()
      .regex(
        new RegExp(`^(undated|${moment}(/${moment})?)$`),
        'write 2024, 2025-Q4 or 2019-10, two of them joined by /, or undated',
      )
      .describe('The time it stands for.'),
    area: z.enum(['local', 'national']).describe('Whether it is about our area or the whole country.'),
    confidence,
    source,
    note: z.string().min(1, 'write it or leave it out').optional().describe('What a reader must know before using it.'),
  })
  .refine(({ precision, valueTo }) => (precision === 'range') === (valueTo !== undefined), {
    path: ['valueTo'],
    error: 'a range has "valueTo" and precision "range", and nothing else has either',
  });
