import type { Page } from 'playwright-core';

/** One thing that a screen reader meets, in the order in which it does. */
export interface Met {
  readonly role: string;
  readonly name: string;
}

/** What a screen reader meets on a page, in its order. What it passes by is not there. */
export async function axTree(page: Page): Promise<readonly Met[]> {
  const line = await page.context().newCDPSession(page);
  try {
    const { nodes } = await line.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const inOrder = (id: string): typeof nodes => {
      const node = byId.get(id);
      return node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap(inOrder)];
    };
    return inOrder(nodes[0]?.nodeId ?? '')
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }));
  } finally {
    await line.detach();
  }
}
