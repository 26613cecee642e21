import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';
import partnership from '#content/model/partnership.yaml';
import routes from '#content/model/routes.yaml';
import i18next from 'i18next';
import { routeReport } from '../../../functions/report/contract/route-report.ts';
import { safeInputs } from '../../../functions/report/contract/safe-inputs.ts';
import { urgencyOf } from '../../../functions/report/contract/urgency.ts';
import { blankReport } from '../../../functions/report/contract/report.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import { composeMail } from '../../../functions/report/steps/compose.ts';
const j = (n: string) => JSON.parse(readFileSync(`content/en/${n}.json`, 'utf8'));
const i = i18next.createInstance();
void i.init({ lng: 'en', initAsync: false, interpolation: { escapeValue: false }, resources: { en: { mail: j('mail'), agencies: j('agencies'), areas: j('areas'),
 signs: { threats: {text:'Someone threatens or hurts them'}, 'documents-or-money-held': {text:'Someone keeps their papers, bank card or pay', me:'Someone keeps my papers'}, 'cannot-leave': {text: 'They cannot leave, or are locked in'}, 'long-hours': {text:'They work very long hours, six or seven days'} },
 concerns: { labour: { name: 'Work in a business' } }, places: { 'garment-factory': { name: 'Garment factory' } } } } });
const words = (k: string, v?: any) => i.t(k, { ...v }) as string;
const signs = [{id:'threats',kind:'control'},{id:'documents-or-money-held',kind:'control'},{id:'cannot-leave',kind:'control',urgent:true},{id:'long-hours',kind:'core'}] as any;
const places = [{ id: 'garment-factory', safety: 'workplace-safety' }] as any;
const model = { agencies, areas, partnership, signs, places, ...routes } as any;
const recipients = new Map(mailableAgencies(model).map((id) => [id, { json: true } as any]));
test('x', () => {
  const report = { ...blankReport, locale: 'gu', danger: 'unsure', reporter: 'public', place: 'garment-factory', signs: ['documents-or-money-held','cannot-leave','long-hours'], area: 'leicester', concern: 'labour', child: 'unsure', people: '6-20', lately: 'today', know: 'told-by-them', traceable: 'yes', where: 'unit behind the tyre shop, Example Street, LE5', when: 'Mon-Sat 7-22', details: 'તેઓ રાત્રે બહારથી તાળું મારે છે.\nwhite van, plate ends XYZ, 0116 496 0123 on the side' } as any;
  const inputs = safeInputs(report, model);
  const decision = routeReport(inputs, model, new Set(recipients.keys()));
  const input = { report, inputs, decision, urgency: urgencyOf(report, inputs, signs), reference: 'K7Q2MXPA', id: 'ab', takenOn: new Date(), releaseAt: new Date(), mailDomain: 'x.example', words, model, recipients, suspect: false, sameAnswersBefore: false };
  for (const to of [{id:'police',role:'primary'},{id:'children-leicester',role:'copy'},{id:'helpline',role:'then'}] as any[]) { const m = composeMail({ ...input, recipient: to }); console.log(m.subject + '\n' + m.messageId + m.date + '\n' + m.text); if (to.role==='primary') console.log(m.json); }
  const t = performance.now(); for (let n = 0; n < 20000; n++) composeMail({ ...input, recipient: { id: 'police', role: 'primary' } }); console.log((performance.now() - t) / 20000 * 1000, 'us');
});
