const zone = { timeZone: 'Europe/London' } as const;
const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
/** Swedish dates are ISO dates. */
const iso = new Intl.DateTimeFormat('sv-SE', zone);

/** `14 March 2027`, where the agencies are. The hour is nobody's business. */
export const londonDay = (date: Date): string => written.format(date);

/** `2027-03-14`. */
export const londonIsoDay = (date: Date): string => iso.format(date);
