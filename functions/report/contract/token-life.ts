/** How long a check page may be sent, seconds: two hours, which is said on it (service.md, Accessibility). */
export const tokenLifeSeconds = 2 * 60 * 60;
