/** What a fault is put in against. `node` is the built host, `unit` a part of it alone. */
export type Adapter = 'embedded' | 'postgres' | 'send-through' | 'smtp' | 'node' | 'unit' | 'chromium';

export interface MatrixRow {
  readonly id: string;
  /** What is put in. */
  readonly what: string;
  /** Each must have at least one record in a long run. */
  readonly adapters: readonly Adapter[];
  /** Said instead of a result, where a row is left for later. */
  readonly waits?: string;
}

const stores = ['embedded', 'postgres'] as const;

/** Every fault that the path of a report must stand, and where each is put in. The rows are the ids in test names. */
export const matrix: readonly MatrixRow[] = [
  { id: 'F1', what: 'processes killed at random under load, with mail faults', adapters: stores },
  { id: 'F2', what: 'power cuts', adapters: stores },
  { id: 'F3', what: 'order of the disk write and the answer', adapters: ['embedded'] },
  { id: 'F4', what: 'disk full while accepting', adapters: ['embedded'] },
  { id: 'F5', what: 'disk full when a delivery is written down', adapters: ['embedded'] },
  { id: 'F6', what: 'disk that can no longer be written to', adapters: ['embedded'] },
  { id: 'F7', what: 'safety settings of the store changed from outside', adapters: ['embedded'] },
  { id: 'F8', what: 'store cut short or damaged', adapters: ['embedded'] },
  { id: 'F9', what: 'a second intake or courier on one store', adapters: ['embedded'] },
  { id: 'F9b', what: 'intake and courier killed apart from one another', adapters: ['embedded'] },
  { id: 'F10', what: 'database connections cut, database killed, database away for 30 s', adapters: ['postgres'] },
  { id: 'F11', what: 'a courier that outlives its lease', adapters: stores },
  { id: 'F12', what: 'clock jumps a day forward or back', adapters: stores },
  { id: 'F13', what: 'answer lost after the report was stored, and sent again', adapters: stores },
  { id: 'F14', what: 'the same report sixteen times at once', adapters: stores },
  { id: 'F15', what: 'mail server says later', adapters: ['smtp'] },
  { id: 'F16', what: 'mail server says never', adapters: ['smtp'] },
  { id: 'F17', what: 'mail connection cut at every stage', adapters: ['smtp'] },
  { id: 'F18', what: 'mail server that drips its answers', adapters: ['smtp'] },
  { id: 'F19', what: 'mail connection that is not safe', adapters: ['smtp'] },
  { id: 'F20', what: 'one recipient of several refused', adapters: ['smtp'] },
  { id: 'F21', what: 'mail server with a small size limit or few abilities', adapters: ['smtp'] },
  { id: 'F22', what: 'mail server down for 72 h', adapters: stores },
  { id: 'F23', what: 'first mail server not to be found or down', adapters: ['smtp'] },
  { id: 'F24', what: 'a real Postfix', adapters: ['smtp'] },
  { id: 'F25', what: 'asked to stop while busy', adapters: stores },
  { id: 'F26', what: 'flood of 10,000 reports', adapters: ['node'] },
  { id: 'F27', what: 'slow, huge and odd requests', adapters: ['node'] },
  { id: 'F28', what: 'posts from other sites and without a token', adapters: ['chromium', 'unit'] },
  { id: 'F29', what: 'no JavaScript, no cookies', adapters: ['chromium'] },
  { id: 'F30', what: 'invented words in every field, looked for everywhere', adapters: stores },
  { id: 'F31', what: 'master key missing, wrong or changed', adapters: stores },
  { id: 'F32', what: 'sealed report altered or moved to another row', adapters: ['unit'] },
  { id: 'F33', what: 'key of a day destroyed after delivery', adapters: ['embedded'] },
  { id: 'F34', what: 'OpenPGP key of an agency expired, revoked or malformed', adapters: ['unit'] },
  {
    id: 'F35',
    what: 'mail server slow, refusing or half refusing where nothing is stored',
    adapters: ['send-through'],
  },
  { id: 'F36', what: 'function instance frozen after its answer', adapters: [], waits: 'waits for the issue on hosts' },
  { id: 'F37', what: 'a part that cannot be loaded', adapters: ['unit'] },
];
