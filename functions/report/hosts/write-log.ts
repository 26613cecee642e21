const hour = 'YYYY-MM-DDTHH'.length;

/**
 * One line of JSON for each event. Only closed words and numbers come in, and the time is cut to the hour, so that no
 * line tells when somebody told us something.
 */
export function writeLog(event: object): void {
  const at = `${new Date().toISOString().slice(0, hour)}h`;
  process.stdout.write(`${JSON.stringify({ at, ...event })}\n`);
}
