/** What `src/build/script-plugin.ts` makes of `src/script`. */
declare module 'virtual:script' {
  /** The script in every page. */
  export const inline: string;
  /** Name, without its ending, of the file that a form in use asks for. */
  export const liveName: string;
  /** What that file holds. */
  export const live: string;
}
