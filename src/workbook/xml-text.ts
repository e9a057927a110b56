/** What text in XML can't hold as it is: markup, blanks that readers change, half of a surrogate pair, and what is no character (XML 1.0, 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_AS_IT_IS = /[&<>"\u0000-\u001f\ufffe\uffff]|\p{Cs}/gu;
const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as it may stand in an attribute, or between tags. */
export function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(NOT_AS_IT_IS, (character) => WRITTEN[character] ?? '\ufffd') : text;
}

/** Text as a workbook holds it (ST_Xstring, ECMA-376 part 1, 22.9.2.19), where what looks like the code of a character is none. */
export function xstring(text: string): string {
  return text.includes('_') ? text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_') : text;
}

/** The same, as it stands between tags. */
export const xmlText = (text: string) => escaped(xstring(text));

/** Such a text, read: characters that XML can't hold are written as `_x000D_`, such a text as `_x005F_x000D_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
