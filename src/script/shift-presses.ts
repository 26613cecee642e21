/** What is needed of a key or a click to tell whether Shift was pressed by itself. */
export interface Press {
  readonly type: string;
  readonly key?: string;
  /** Milliseconds, from any beginning. */
  readonly timeStamp: number;
}

const presses = 3;
const within = 2000;

/**
 * Answers whether Shift has now been pressed three times within two seconds, each time by itself. It is counted when it is let
 * go: a capital letter, a shortcut or a click with Shift held begins the count again, so nobody loses a word by typing.
 */
export function shiftPresses(): (press: Press) => boolean {
  let times: number[] = [];
  let alone = false;
  return ({ type, key, timeStamp }) => {
    if (key !== 'Shift') {
      times = [];
      alone = false;
    } else if (type === 'keydown') alone = true;
    else if (alone) {
      times = times.concat(timeStamp).slice(-presses);
      alone = false;
    }
    return times.length === presses && timeStamp - (times[0] ?? 0) <= within;
  };
}
