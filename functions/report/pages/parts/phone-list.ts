import type { Agency, PhoneNumber } from '../../contract/model.ts';
import { shownPhones } from '../../contract/phone.ts';
import type { PageContext } from '../page-model.ts';
import { rich } from '../rich.ts';
import { agencyName } from './agency-name.ts';
import { classNames } from './class-names.ts';
import { type Markup, markup } from './markup.ts';
import { phoneLink } from './phone-link.ts';

/** The agencies of these ids that have a number to show, in this order and each once. */
export function agenciesWithPhone({ model }: PageContext, ids: readonly string[]): readonly Agency[] {
  const agencies = [...new Set(ids)].map((id) => model.agencies.find((agency) => agency.id === id));
  return agencies.filter((agency) => agency !== undefined).filter((agency) => shownPhones(agency).length > 0);
}

/** Names, numbers and one plain line each. Nothing at all when none of them has a number to show. */
export function phoneList(context: PageContext, ids: readonly string[]): Markup | undefined {
  const agencies = agenciesWithPhone(context, ids);
  if (agencies.length === 0) return undefined;
  return markup`<ul class="${classNames.phones}">${agencies.map((agency) => phoneItem(context, agency))}</ul>`;
}

function phoneItem(context: PageContext, agency: Agency): Markup {
  const phones = shownPhones(agency);
  const { words } = context;
  return markup`<li><b>${agencyName(context, agency.id)}</b>
<span class="${classNames.hint}">${rich(context, words(`agencies:${agency.id}.whyPhone`))}</span>
${phones.length === 1 ? phones.map(phoneLink) : phones.map((phone) => labelledPhone(context, agency, phone))}</li>
`;
}

/** Several numbers of one agency: each with what it is for. */
export function labelledPhone(context: PageContext, { id }: Pick<Agency, 'id'>, phone: PhoneNumber): Markup {
  if (phone.label === undefined) return markup`<p>${phoneLink(phone)}</p>`;
  return markup`<p>${phoneLink(phone)} <span class="${classNames.hint}">${rich(context, context.words(`agencies:${id}.phones.${phone.label}`))}</span></p>`;
}
