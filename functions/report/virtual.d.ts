/** What the build hands to the function (src/build/site-module.ts). */

declare module 'virtual:site' {
  /** `sha256-…` of the one style on every page. */
  export const styleHash: string;
  /** `sha256-…` of the one inline script, if there is any. */
  export const scriptHash: string | undefined;
  /** Language id → its shell and words, loaded when first asked for; the source language is among them. */
  export const locales: Readonly<Record<string, () => Promise<typeof import('virtual:language/en')>>>;
}

declare module 'virtual:language/en' {
  /** A whole page with the marks `@@title@@`, `@@menu@@` and `@@main@@`. */
  export const shell: string;
  /** Namespace → its words, nested, as i18next takes them. */
  export const resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
