/** A setting is missing or wrong. The message is one sentence that says what to set; it never holds a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
