/** Agencies to phone when nothing is known of a report, or it could not be read: most urgent first. */
export const alwaysPhones = ['emergency', 'police', 'helpline', 'crimestoppers'] as const;
