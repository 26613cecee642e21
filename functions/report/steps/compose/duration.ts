import type { Say } from './say.ts';

/** `90` → "90 minutes", `1440` → "24 hours". */
export function duration(minutes: number, say: Say): string {
  return minutes % 60 === 0
    ? say('mail:wait.hours', { count: minutes / 60 })
    : say('mail:wait.minutes', { count: minutes });
}
