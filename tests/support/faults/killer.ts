import { setTimeout as pause } from 'node:timers/promises';

/** A process, or a database, that can fall and be started again. */
export interface Victim {
  kill(): Promise<void>;
  start(): Promise<void>;
}

export interface KillerInput {
  /** What falls together; one of these is drawn each time. */
  readonly victims: readonly (readonly Victim[])[];
  readonly kills: number;
  random(): number;
  /** Just after the blow, while what was struck is still down. */
  struck(parts: readonly Victim[]): void;
}

/** Kills what is drawn, at a moment that is drawn, starts it again, and so on. Answers how many processes fell. */
export async function killer({ victims, kills, random, struck }: KillerInput): Promise<number> {
  let fell = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const parts = victims[Math.floor(random() * victims.length)] ?? [];
    await pause(300 + random() * 1000); // the moment of the blow is what is drawn; nothing is waited for
    await Promise.all(parts.map((part) => part.kill()));
    fell += parts.length;
    struck(parts);
    await Promise.all(parts.map((part) => part.start()));
  }
  return fell;
}
