import type { Message } from '../mail/mail.ts';

/** The mail that was sealed, or `undefined` for anything that is not one. */
export function parseMessage(bytes: Uint8Array): Message | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const textual = (value: object, name: string): boolean => typeof Reflect.get(value, name) === 'string';

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const whole = ['subject', 'text', 'messageId', 'date'].every((name) => textual(value, name));
  return (
    whole &&
    ['json', 'encrypted'].every((name) => !(name in value) || textual(value, name)) &&
    (!('held' in value) || value.held === true) &&
    !Number.isNaN(Date.parse(String(Reflect.get(value, 'date'))))
  );
}
