import { formatPhone, shownPhones } from '../../contract/phone.ts';
import type { Words } from '../../contract/words.ts';
import type { MailModel } from './mail-input.ts';

type Values = Readonly<Record<string, string | number>>;
type Agencies = MailModel['agencies'];

/** Looks up any word in English and puts names and numbers where the marks stand: `say('mail:now.title')`. */
export type Say = (key: string, values?: Values) => string;

const agencyMarks = /<agency:([a-z0-9-]+)>/g;
const phoneMarks = /<phone:([a-z0-9-]+)>/g;

/**
 * A mail asks for about a hundred words, which never change, and a lookup costs more than all the rest of composing: so
 * what was looked up once is kept for as long as the lookup and the model it came from.
 */
const sayers = new WeakMap<Words, WeakMap<Agencies, Say>>();

/** An unknown agency in a mark is a fault of the content, so it is thrown. */
export function sayer(words: Words, { agencies }: Pick<MailModel, 'agencies'>): Say {
  const byModel = sayers.get(words) ?? new WeakMap<Agencies, Say>();
  sayers.set(words, byModel);
  const say = byModel.get(agencies) ?? newSayer(words, agencies);
  byModel.set(agencies, say);
  return say;
}

function newSayer(words: Words, agencies: Agencies): Say {
  const plain = new Map<string, string>();
  const templates = new Map<string, readonly string[]>();
  const nameOf = (id: string) => say(`agencies:${id}.name`);
  const lookUp = (key: string, values?: Values) =>
    words(key, values)
      .replace(agencyMarks, (_mark, id) => nameOf(id))
      .replace(phoneMarks, (_mark, id) => phoneOf(id, { agencies }) || nameOf(id));
  const say: Say = (key, values) =>
    values === undefined
      ? kept(plain, key, () => lookUp(key))
      : filled(
          kept(templates, templateName(key, values), () => lookUp(key, slotsOf(values)).split(slotEdge)),
          values,
        );
  return say;
}

const phones = new WeakMap<Agencies, Map<string, string>>();

/** The first number the public may see, as a person reads it; empty where there is none. */
export function phoneOf(id: string, { agencies }: Pick<MailModel, 'agencies'>): string {
  const known = phones.get(agencies) ?? new Map<string, string>();
  phones.set(agencies, known);
  return kept(known, id, () => firstPhone(id, agencies));
}

function firstPhone(id: string, agencies: Agencies): string {
  const agency = agencies.find((one) => one.id === id);
  if (agency === undefined)
    throw new Error(`No agency \`${id}\` in agencies.yaml: add it, or mend the word that names it.`);
  const [first] = shownPhones(agency);
  return first === undefined ? '' : formatPhone(first.number);
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

/** Stands on both sides of a value's name in a template; no word holds it. */
const slotEdge = '\u0001';

/** A counted word has one template for each count, since the form of the word hangs on it. */
const templateName = (key: string, { count }: Values): string => (count === undefined ? key : `${key} ${count}`);

const slotsOf = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, name === 'count' ? value : slotEdge + name + slotEdge]),
  );

/** Every second piece is the name of a value. */
const filled = (pieces: readonly string[], values: Values): string =>
  pieces.map((piece, index) => (index % 2 === 0 ? piece : String(values[piece] ?? ''))).join('');
