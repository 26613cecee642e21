import { type Contender, type Round, runRound } from './contender.ts';
import { median } from './median.ts';

/** Every round of every contender at one number of connections. */
export type Rounds = ReadonlyMap<string, readonly Round[]>;

export interface RaceInput {
  readonly connections: number;
  readonly seconds: number;
  readonly rounds: number;
}

/** Contenders run in turn, every second round backwards, so that a neighbour's work or a drift hits them alike. */
export async function race(
  contenders: Readonly<Record<string, Contender>>,
  { rounds, ...load }: RaceInput,
): Promise<Rounds> {
  const results = new Map<string, Round[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = Object.entries(contenders);
    for (const [name, contender] of round % 2 === 0 ? order : order.reverse()) {
      results.get(name)?.push(await runRound(contender, load));
    }
  }
  return results;
}

const roundsOf = (results: Rounds, name: string): readonly Round[] => results.get(name) ?? [];

/** The median of one figure over the rounds. */
export function middle(results: Rounds, name: string, figure: keyof Round): number {
  return median(roundsOf(results, name).map((round) => round[figure]));
}

/** The median of one contender's share of another, taken round by round. */
export function shareOf(results: Rounds, name: string, other: string): number {
  const others = roundsOf(results, other);
  return median(roundsOf(results, name).map((round, index) => round.perSecond / (others[index]?.perSecond ?? 0)));
}

/** How many answers of one contender there were in all, or how many requests were not answered with 202. */
export function total(results: Rounds, name: string, figure: 'answers' | 'failures'): number {
  return roundsOf(results, name).reduce((sum, round) => sum + round[figure], 0);
}
