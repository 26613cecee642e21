import { mayLeaveOutPolice } from '#contract/may-leave-out-police.ts';
import type { Agency, Sign } from '#contract/model.ts';
import { shownPhones } from '#contract/phone.ts';
import type { RoutingModel } from '#contract/routing-table.ts';
import type { PageContext } from '#pages/page-model.ts';
import { agencyName } from '#pages/parts/agency-name.ts';
import { askSigns } from '#pages/parts/ask-signs.ts';
import { phoneLink } from '#pages/parts/phone-link.ts';
import { rich } from '#pages/rich.ts';
import { markupTree } from './markup-tree.ts';
import { model } from './model.ts';
import { pageContext } from './page-context.ts';
import type { LiveAgency, LiveData, LiveWords, Tree } from './script/live/live-data.ts';

/** What the live card and the place's signs need in a language: of the model what decides, of the pages what they show. */
export function liveData(locale: string): LiveData {
  const context = pageContext(locale);
  const { routes, areas, places, signs, agencies, partnership } = model;
  const routed = agencies.filter(({ neverRoute, audience }) => !neverRoute && audience !== 'professional');
  return {
    signs: signs.map(({ id, kind, places, child, care, urgent, young }) => {
      return { id, kind, places: kind === 'place' ? places : [], child, care, urgent, young };
    }),
    routing: {
      ...routes,
      areas: areas.map(({ id, kind, socialCare, district }) => ({ id, kind, socialCare, district })),
      places: places.map(({ id, safety }) => ({ id, safety })),
    } satisfies RoutingModel,
    mayLeaveOutPolice: mayLeaveOutPolice(partnership),
    words: liveWords(context),
    agencies: Object.fromEntries(routed.map((agency) => [agency.id, liveAgency(context, agency)])),
    boxes: Object.fromEntries(signs.flatMap((sign) => placeBox(context, sign))),
  };
}

function liveWords(context: PageContext): LiveWords {
  const say = (key: string) => markupTree(rich(context, context.words(key)).toString());
  return {
    title: say('script:live.title'),
    primary: say('report:slip.role.primary'),
    copy: say('report:slip.role.copy'),
    then: say('script:live.then'),
    emergency: say('report:form.dangerNow'),
    phones: say('script:live.phones'),
  };
}

const liveAgency = (context: PageContext, agency: Agency): LiveAgency => ({
  name: markupTree(agencyName(context, agency.id).toString()),
  phone: shownPhones(agency)
    .slice(0, 1)
    .flatMap((phone) => markupTree(phoneLink(phone).toString())),
});

/** The row as the form itself makes it when this sign is ticked, but for the tick. */
function placeBox(context: PageContext, { id, kind }: Sign): readonly (readonly [string, Tree])[] {
  if (kind !== 'place') return [];
  const state = { variant: 'public', answers: new Map([['signs', [id]]]), errors: [] } as const;
  const question = askSigns({ context, state, number: 0 }).toString();
  const rows = question.split(/(?=<label)/).filter((row) => row.includes(` value="${id}"`));
  const [row] = rows.flatMap((row) => markupTree(row.slice(0, row.indexOf('</label>') + 8).replace(' checked', '')));
  if (row === undefined) throw new Error(`The form has no row for the sign ${id}: look at ask-signs.ts.`);
  return [[id, row]];
}
