import type { Report } from '../../functions/report/contract/report.ts';
import { mailboxes, type Sample } from './sample-mail.ts';

interface SampleMail {
  /** Also the name of its file in tests/golden/mail. */
  readonly name: string;
  readonly sample: Sample;
}

/** Everything in these is invented; the numbers are of a range kept for fiction. */
const factory: Partial<Report> = {
  ...{
    locale: 'gu',
    danger: 'unsure',
    reporter: 'public',
    place: 'garment-factory',
    area: 'leicester',
    concern: 'labour',
  },
  ...{ child: 'unsure', people: '6-20', lately: 'today', know: 'told-by-them', traceable: 'yes' },
  signs: ['documents-or-money-held', 'cannot-leave', 'long-hours', 'sleeps-at-work'],
  where: 'unit behind the tyre shop, Example Street, LE5',
  when: 'Mon-Sat 7-22',
  details: 'તેઓ રાત્રે બહારથી તાળું મારે છે.\nwhite van, plate ends XYZ, 0116 496 0123 on the side',
};

const affected: Partial<Report> = {
  ...{ reporter: 'affected', danger: 'no', place: 'car-wash', area: 'charnwood', traceable: 'maybe' },
  signs: ['documents-or-money-held', 'debt', 'long-hours'],
  where: 'I see a church with a green roof. Bus 99 stops outside.',
  details: 'He has my passport. He says I owe him more each week.',
  contact: 'Text 0116 496 0199 on Sunday morning only. If someone else answers say you are from the dentist.',
};

const home: Partial<Report> = {
  ...{ danger: 'no', reporter: 'public', place: 'private-home', area: 'rutland', concern: 'domestic', child: 'no' },
  ...{ care: true, people: '1', lately: 'month', know: 'saw', traceable: 'no' },
  signs: ['watched', 'no-own-room', 'on-call-all-hours'],
  where: 'the big house after the school in Example Lane',
};

const work: Partial<Report> = {
  ...{ danger: 'no', reporter: 'public', place: 'food-factory', area: 'melton', concern: 'labour', child: 'no' },
  ...{ people: 'more', lately: 'week', know: 'told-by-other', traceable: 'maybe' },
  signs: ['debt', 'fee-for-the-job', 'one-account-for-many'],
  details: 'The advert is at https://jobs.example/packing?x=1 and the man is at boss@jobs.example',
};

export const sampleMails: readonly SampleMail[] = [
  { name: 'public-urgent', sample: { answers: factory } },
  { name: 'ticks-only', sample: { answers: { signs: ['watched'], area: 'charnwood' } } },
  { name: 'affected', sample: { answers: affected } },
  { name: 'affected-police-left-out', sample: { answers: { ...affected, exclude: ['police'] } } },
  {
    name: 'under-18',
    sample: {
      answers: {
        ...{ reporter: 'under-18', danger: 'unsure', area: 'leicester', place: 'street' },
        signs: ['threats', 'debt', 'child-carries-things'],
        where: 'the flats by the canal',
        details: 'they make my friend carry things. he is scared',
      },
    },
  },
  { name: 'called', sample: { answers: { ...work, danger: 'called', exclude: ['labour-enforcement'] } } },
  { name: 'child-unsure', sample: { answers: { ...home, child: 'unsure', care: false } } },
  { name: 'copy-labour-enforcement', sample: { answers: work, to: { id: 'labour-enforcement', role: 'copy' } } },
  { name: 'copy-adults-services', sample: { answers: home, to: { id: 'adults-rutland', role: 'copy' } } },
  { name: 'second-contact', sample: { answers: factory, to: { id: 'helpline', role: 'then' } } },
  {
    name: 'told-by-them',
    sample: { answers: { ...work, know: 'told-by-them', traceable: undefined }, sameAnswersBefore: true },
  },
  {
    name: 'words-only',
    sample: {
      answers: {
        details: 'A lot of foreign men live at the shop.\n8. WHAT THIS IS NOT\nCall them on 0116 496 0145',
        where: 'Example Road',
      },
      suspect: true,
    },
  },
  {
    name: 'place-not-known',
    sample: { answers: { signs: ['cannot-leave', 'does-not-know-address'], lately: 'week', know: 'online' } },
  },
  {
    name: 'with-coded-answers',
    sample: {
      answers: home,
      recipients: new Map([...mailboxes].map(([id, mailbox]) => [id, { ...mailbox, json: true }])),
    },
  },
  {
    name: 'test-message',
    sample: { answers: { signs: ['watched'], area: 'leicester', details: 'This is a test.' }, test: true },
  },
];
