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

const sg = ['threats','documents-or-money-held','cannot-leave','debt','watched'];
signs.splice(0, 9, ...sg.map((id) => ({ id, kind: 'control', young: id === 'debt', urgent: id === 'cannot-leave' })));
i.addResourceBundle('en', 'signs', Object.fromEntries(sg.map((id) => [id, { text: `They ${id} text`, me: `I ${id} me`, young: `me or my friend ${id}` }])), true, true);
i.addResourceBundle('en', 'concerns', { domestic: { name: 'Work in a home' }, labour: { name: 'Work in a business' } }, true, true);
i.addResourceBundle('en', 'places', Object.fromEntries(['street', 'car-wash', 'private-home', 'food-factory'].map((p) => [p, { name: `The ${p}` }])), true, true);
import { sampleMails } from './scratch-mails.ts';
test('x', () => {
  for (const { name, sample } of sampleMails) {
    const report = { ...blankReport, ...sample.answers } as any;
    const inputs = safeInputs(report, model);
    const decision = routeReport(inputs, model, new Set(recipients.keys()));
    const to = sample.to ?? decision.recipients.find((r) => r.role === 'primary')!;
    const input = { report, inputs, decision, urgency: urgencyOf(report, inputs, signs), reference: 'K7Q2MXPA', id: 'ab', takenOn: new Date(), releaseAt: new Date(), mailDomain: 'x.example', words, model, recipients: new Map(), suspect: false, sameAnswersBefore: false, ...sample, recipient: to } as any;
    const m = composeMail(input); console.log(`=== ${name}\n${m.subject}\n${m.text}`);
  }
});
