/**
 * Collects what comes in one turn of the event loop and hands it on at once, so that all of it shares one write to the
 * disk. `commit` answers for each item in order, and never throws.
 */
export function groupCommit<Item, Answer>(commit: (items: readonly Item[]) => readonly Answer[]) {
  let items: Item[] = [];
  let answers: ((answer: Answer) => void)[] = [];
  const flush = () => {
    const [group, waiting] = [items, answers];
    [items, answers] = [[], []];
    for (const [index, answer] of commit(group).entries()) waiting[index]?.(answer);
  };
  return (item: Item): Promise<Answer> =>
    new Promise((resolve) => {
      answers.push(resolve);
      if (items.push(item) === 1) setImmediate(flush);
    });
}
