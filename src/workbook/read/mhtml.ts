/**
 * The web pages in a message of several parts (RFC 2557): of a workbook that Excel saved as a single file, one for each sheet and one
 * around them.
 */
export function pagesIn(message: Uint8Array): Uint8Array[] {
  const text = Buffer.from(message).toString('latin1');
  return partsOf(text).flatMap(({ head, body }) =>
    /^content-type:\s*text\/html/im.test(head) ? [decoded(body, head)] : [],
  );
}

interface Part {
  readonly head: string;
  readonly body: string;
}

/** A message's parts, or itself where it has none. */
function partsOf(text: string): Part[] {
  const whole = split(text);
  const boundary = /^content-type:\s*multipart\/[^;]*;[\s\S]*?boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/im.exec(
    whole.head,
  );
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return [whole];
  return whole.body
    .split(`--${mark}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => split(part.replace(/^[ \t]*\r?\n/, '')));
}

function split(text: string): Part {
  const blank = /\r?\n\r?\n/.exec(text);
  return blank
    ? { head: text.slice(0, blank.index), body: text.slice(blank.index + blank[0].length) }
    : { head: text, body: '' };
}

/** What stands in a part (RFC 2045, 6): in most of them each byte that is no plain letter is written as `=E5`. */
function decoded(body: string, head: string): Uint8Array {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16)));
  return Buffer.from(text, 'latin1');
}
