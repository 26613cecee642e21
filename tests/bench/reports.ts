const details =
  'Invented for a measurement. A van brings the same six people before it is light and takes them away after dark. ';

/** As long as a report that somebody took some trouble over: 1,000 characters of words, five ticks. */
const common = {
  locale: 'en',
  danger: 'no',
  place: 'car-wash',
  signs: ['long-hours', 'never-alone', 'debt'],
  area: 'leicester',
  where: 'An invented car wash on an invented road',
  when: 'Most days',
  details: details.repeat(9).slice(0, 1000),
  people: '6-20',
  lately: 'week',
};

/** Goes to the police alone; with a helpline configured that is its second contact. */
export const reportForPolice = JSON.stringify({ ...common, concern: 'criminal' });

/** Goes to the police, with a copy to the labour inspectors. */
export const reportAboutWork = JSON.stringify({ ...common, concern: 'labour' });
