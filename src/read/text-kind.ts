/** What a text is that is written for a program to show as a table, or for nobody to pay by; null for any other. */
export type TextKind = 'web-page' | 'mhtml' | 'xml-2003' | 'flat-ods' | 'mail' | 'xml';

/** Of a text's beginning: a few kilobytes, since a page may have a long head. */
export function textKind(text: string): TextKind | null {
  const start = text.trimStart();
  if (start.startsWith('<')) return markupKind(start);
  return HEADERS.test(start) ? messageKind(start) : null;
}

const HEADERS = /^(?:[A-Za-z][A-Za-z-]*:.*\r?\n(?:[ \t].*\r?\n)*){2,}/;
const SPREADSHEET_2003 = 'urn:schemas-microsoft-com:office:spreadsheet';

function markupKind(text: string): TextKind | null {
  const root = /<(?![?!])(?:[\w-]+:)?([\w-]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase() ?? '';
  const isXml = /^<\?xml\s/.test(text);
  if (root === 'workbook' && text.includes(SPREADSHEET_2003)) return 'xml-2003';
  if (root === 'document' && /opendocument\.spreadsheet/.test(text)) return 'flat-ods';
  if (/^<!doctype\s+html/i.test(text) || PAGE_ELEMENTS.has(root)) return 'web-page';
  return isXml ? 'xml' : null;
}

/** A page that a program made may begin with its table, or with what belongs into its head. */
const PAGE_ELEMENTS = new Set(
  'html head body meta title style script link table thead tbody tr div center font p'.split(' '),
);

/** A page with its pictures in one file is a message of parts that belong together; any other message is somebody's letter. */
function messageKind(text: string): TextKind | null {
  const head = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length);
  if (!/^mime-version:/im.test(head)) return null;
  return /^content-type:\s*(?:multipart\/related|text\/html)/im.test(head) ? 'mhtml' : 'mail';
}

/**
 * What a text is in which no header of a list was found: a campaign file, prose such as a notice, or null. A campaign is known by
 * its keys, prose by its sentences.
 */
export function proseKind(text: string): 'campaign' | 'notice' | null {
  if (isCampaign(text)) return 'campaign';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const sentences = lines.filter((line) => /[。；！？](?:[”’）)])?\s*$|。/.test(line)).length;
  const cells = lines.filter((line) => line.split(/[,\t|]/).length > 2).length;
  const isTitled = lines.slice(0, MOST_ABOVE).some((line) => NOTICE.test(line.trim()));
  return cells * 5 <= lines.length && (sentences >= 3 || (isTitled && sentences > 0)) ? 'notice' : null;
}
const MOST_ABOVE = 12;
const NOTICE = /(?:通知|方案|意见|办法|细则|报告|总结|请示|批复|纪要|公告|通告|通报|安排|计划|[的]函)$/;

/** Whatever the file is called. */
export function isCampaign(text: string): boolean {
  if (/^relief[ \t]*:[ \t]*\d+[ \t]*(?:#.*)?\r?$/m.test(text)) return true;
  return (
    new Set(
      text.match(/^(?:id|title|issuer|issued|region|document|departments|stages|funds|lists|stated)(?=:(?: |\r?$))/gm),
    ).size >= 3
  );
}
