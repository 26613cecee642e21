/** service.md M16: in the history of a phone, any of these tells on whoever read the page. Parts of words, as letters stand. */
const telling: Readonly<Record<string, RegExp>> = {
  en: /report|police|slave|exploit|abus|helpline|victim|traffick|crim|agenc/i,
  gu: /પોલીસ|ગુલામ|શોષણ|ફરિયાદ|રિપોર્ટ|પીડિત|શિકાર|ભોગ બન|હેલ્પલાઇન|ગુના|ગુનો|તસ્કર|અત્યાચાર|દુર્વ્યવહાર/,
  pl: /policj|niewol|wyzysk|wykorzyst|zg[łl](?:o[śs]|asz)|raport|donie|donos|ofiar|przemoc|przest[ęe]p|zbrodn|infolini|handel|handl|agencj/i,
  ur: /پولیس|غلام|استحصال|رپورٹ|شکایت|متاثر|جرم|سمگل|ہیلپ\s?لائن|زیادتی|بدسلوکی|تشدد/,
};

/** What no title or address of help, form, check and receipt pages holds. Throws for a language that has no list yet. */
export function tellingWords(locale: string): RegExp {
  const found = telling[locale];
  if (found === undefined) throw new Error(`No telling words for "${locale}": list them here.`);
  return found;
}
