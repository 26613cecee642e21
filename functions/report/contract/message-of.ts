/** What something that was thrown says of itself: an error its message, anything else itself as text. */
export const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
