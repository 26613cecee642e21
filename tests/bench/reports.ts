/** As much as somebody writes who took some trouble over it. All of it is invented for the measurement. */
const details = `A white van comes about half past five, before it is light, and six people get out. The same van takes
them away again after dark, whatever the weather. They wear the same thin jackets every day, also in January, and none
of them has gloves although their hands are in cold water for hours. One man stands by the gate and takes the money;
when a driver gives a tip he holds out his hand for that too. Nobody else ever seems to handle any. I once said good
morning to the youngest and he looked at the man before he answered, and then said nothing. In the autumn one of them
had a cut across the palm with a rag round it, and was still there the next day and the day after. There is a caravan
behind the fence with the curtains shut; a light goes on in it at night, so I think two or three of them sleep there. I
have walked past with the dog for most of a year and never seen them go to a shop. The sign on the wall says open all
day, but on Sundays the gate is locked from the outside and the washing still hangs on the line behind it.`.replaceAll(
  '\n',
  ' ',
);

/** The ticks and words of a report that the public form could send. */
export const aReport = {
  locale: 'en',
  danger: 'no',
  place: 'car-wash',
  signs: ['long-hours', 'never-alone', 'debt'],
  area: 'leicester',
  where: 'An invented car wash on an invented road, beside the old bridge',
  when: 'Most days, early and late',
  details,
  people: '6-20',
  lately: 'week',
} as const;

/** Goes to the police alone; a helpline with a mailbox is its second contact. */
export const reportForPolice = JSON.stringify({ ...aReport, concern: 'criminal' });

/** Goes to the police, with a copy to the labour inspectors. */
export const reportAboutWork = JSON.stringify({ ...aReport, concern: 'labour' });
