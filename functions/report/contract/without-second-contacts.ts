import type { RoutingTable } from './routing-table.ts';

/** The same rules where nobody waits behind the first: a site that keeps nothing cannot write to anyone later. */
export function withoutSecondContacts<T extends RoutingTable>(table: T): T {
  return { ...table, rules: table.rules.map((rule) => (rule.outcome === 'send' ? { ...rule, then: [] } : rule)) };
}
