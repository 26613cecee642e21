import { test } from 'vitest';
import { multi, quote } from '../../../functions/report/steps/sanitise.ts';
import { inertLinks } from '../../../functions/report/steps/inert-links.ts';
import { londonDay } from '../../../functions/report/steps/compose/london-day.ts';
import { folded } from '../../../functions/report/steps/compose/lines.ts';
const time = (name: string, f: () => unknown) => { for (let i=0;i<200;i++) f(); const t = performance.now(); for (let i = 0; i < 2000; i++) f(); console.log(name, ((performance.now() - t) / 2).toFixed(1), 'us'); };
test('x', () => {
  const text = 'તેઓ રાત્રે બહારથી તાળું મારે છે.\nwhite van, plate ends XYZ, 0116 496 0123 on the side';
  time('multi', () => multi(text)); time('inert', () => inertLinks(text)); time('quote', () => quote(text)); time('inert300', () => inertLinks('They work long hours. '.repeat(15)));
  const d = new Date(); time('day', () => londonDay(d)); time('fold', () => folded('Not marked urgent: none of the set reasons was ticked. That is not the same as no danger. Read on before you decide.'));
});
