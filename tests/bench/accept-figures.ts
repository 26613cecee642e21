import { type Figure, judged, show } from './figure.ts';
import { middle, type Rounds, shareOf } from './race.ts';
import type { Workload } from './workloads.ts';

const longestP99 = 50;
/** The goals are for this many connections; at others the same figures stand without one. */
const goalAt = 16;

/** Rate beside the bare handler's, share, slowest answers and processor time at one number of connections. */
export function figuresOf({ about, goal }: Workload, connections: number, results: Rounds): readonly Figure[] {
  const what = `accept, ${about}, ${connections} connections`;
  const rates = `${show.rate(middle(results, 'product', 'perSecond'))} (bare ${show.rate(middle(results, 'bare', 'perSecond'))})`;
  const share = shareOf(results, 'product', 'bare');
  const p99 = middle(results, 'product', 'p99');
  const cpu = (name: string) => show.count(middle(results, name, 'cpuMicroseconds'));
  const plain = (figure: string, measured: string): Figure => ({ what: `${what}: ${figure}`, measured });
  const hasGoal = connections === goalAt;
  return [
    plain('rate', rates),
    hasGoal
      ? judged({ what: `${what}: share of bare`, value: share, least: goal, show: show.percent })
      : plain('share of bare', show.percent(share)),
    hasGoal
      ? judged({ what: `${what}: p99`, value: p99, most: longestP99, show: show.ms })
      : plain('p99', show.ms(p99)),
    plain('processor time a report', `${cpu('product')} µs (bare ${cpu('bare')} µs)`),
  ];
}
