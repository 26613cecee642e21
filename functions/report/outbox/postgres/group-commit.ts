/** Groups under way at once, and the most that one holds. While all are under way the next one fills. */
const most = { underway: 2, items: 200 };

/**
 * Collects what comes in one turn of the event loop, and what comes while others are being written, and hands it on at
 * once, so that all of it shares one transaction. `commit` answers for each item in order, and never rejects.
 */
export function groupCommit<Item, Answer>(commit: (items: readonly Item[]) => Promise<readonly Answer[]>) {
  const waiting: { readonly item: Item; answer(answer: Answer): void }[] = [];
  let [underway, planned] = [0, false];
  const plan = () => {
    if (planned || waiting.length === 0 || underway >= most.underway) return;
    planned = true;
    setImmediate(flush);
  };
  const flush = async () => {
    planned = false;
    const group = waiting.splice(0, most.items);
    underway += 1;
    plan();
    const answers = await commit(group.map(({ item }) => item));
    underway -= 1;
    for (const [index, answer] of answers.entries()) group[index]?.answer(answer);
    plan();
  };
  return (item: Item): Promise<Answer> =>
    new Promise((answer) => {
      waiting.push({ item, answer });
      plan();
    });
}
