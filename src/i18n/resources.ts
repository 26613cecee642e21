import type { Resource, ResourceKey } from 'i18next';

/** Files by path, such as `/content/en/report.json`, as i18next wants them: locale, then namespace. */
export function toResources(files: Readonly<Record<string, ResourceKey>>): Resource {
  const resources: Resource = {};
  for (const [path, words] of Object.entries(files)) {
    const [, locale, namespace] = /([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (!locale || !namespace)
      throw new Error(`${path} is no file of words: those are content/<language>/<namespace>.json.`);
    resources[locale] = { ...resources[locale], [namespace]: words };
  }
  return resources;
}
