import { type Answer, jsonAnswer } from '../answer.ts';
import { paths } from '../contract/paths.ts';
import type { Parts } from '../parts.ts';

type LookUp = (parts: Parts) => Promise<Answer>;

/** What can be asked without telling anything. No counts: they would say how many people told us something. */
const lookUps: Readonly<Record<string, LookUp>> = {
  [paths.health]: async (parts) => {
    const health = await parts.health();
    return jsonAnswer(health.state === 'down' ? 503 : 200, health);
  },
  [paths.recipients]: async (parts) =>
    jsonAnswer(200, { configured: [...parts.recipients.keys()], secondContacts: parts.secondContacts }),
};

/** The answer to a GET of health or recipients; `undefined` for anything else. */
export function lookUp(request: Request, parts: Parts): Promise<Answer> | undefined {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead ? lookUps[new URL(request.url).pathname]?.(parts) : undefined;
}
