import { z } from 'zod';
import { id, source } from './fields.ts';

export const areaSchema = z.strictObject({
  id,
  kind: z
    .enum(['council', 'railway', 'here', 'outside', 'unknown'])
    .describe('One of our councils, the railway, somewhere here, outside our area, or not known.'),
  towns: z
    .array(z.string().regex(/^[A-Z]/, 'begin the town with a capital letter'))
    .describe('Towns a person would name, since few people know their council.'),
  postcodes: z
    .array(z.string().regex(/^[A-Z]{1,2}\d{1,2}$/, 'write the first half of a postcode only, such as LE3'))
    .describe('Postcode districts with a real share of their land in this area; a district may stand in several.'),
  socialCare: id
    .optional()
    .describe('Which council looks after children and adults there: leicester, leicestershire or rutland.'),
  district: id.optional().describe('Which council looks after housing and environmental health there.'),
  code: z
    .string()
    .regex(/^E\d{8}$/, 'write E and eight digits')
    .optional()
    .describe('The code of the Office for National Statistics.'),
  source,
});
