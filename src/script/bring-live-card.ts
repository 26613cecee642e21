/** The address of the file that the build made of `live/`. */
declare const liveFile: string;

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

declare const trustedTypes: Policies | undefined;

/**
 * Brings what only a form can use, once something on it is answered: until then a page is one request. Our policy lets no
 * text become a script's address unless a named rule hands it out; this one hands out ours only.
 */
export function bringLiveCard(): void {
  if (!document.querySelector('[data-live]')) return;
  const script = document.createElement('script');
  script.type = 'module';
  script.src =
    typeof trustedTypes === 'undefined'
      ? liveFile
      : trustedTypes.createPolicy('live', { createScriptURL: () => liveFile }).createScriptURL('');
  document.body.append(script);
}
