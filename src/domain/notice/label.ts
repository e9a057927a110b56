/** What an item of a document is numbered with: 一、 （一） 1. （1） ① 第一阶段 一是. */
export interface Label {
  /** As printed, with its sign behind. */
  readonly text: string;
  /** The kind of numbering: the same kind is the same level of the document. */
  readonly style: string;
  /** The number as a source names it: 三、 （一） 1 （1） 一是. */
  readonly name: string;
}

const HAN = '[一二三四五六七八九十百]{1,4}';
const STYLES: ReadonlyArray<readonly [style: string, pattern: RegExp, name: (number: string) => string]> = [
  ['part', new RegExp(`^第(${HAN}|\\d{1,2})(?:部分|章|篇)[、:：]?`), (number) => `第${number}部分`],
  ['stage', new RegExp(`^第(${HAN}|\\d{1,2})(?:阶段|步)[、:：]?`), (number) => `第${number}阶段`],
  ['han', new RegExp(`^(${HAN})[、.．]`), (number) => `${number}、`],
  ['han-brackets', new RegExp(`^[(【](${HAN})[)】][、.]?`), (number) => `（${number}）`],
  ['digit-brackets', /^[(【](\d{1,2})[)】][、.]?/, (number) => `（${number}）`],
  ['digit-half', /^(\d{1,2})\)[、.]?/, (number) => `${number})`],
  // 1.1月20日前, 2.80岁以上老人: what counts whole things is no decimal of the number before it.
  ['digit', /^(\d{1,2})(?:、|\.(?!\d)|\.(?=\d{1,4}(?:年|月|日|周?岁|户|名|位|人))|．)/, (number) => number],
  ['circled', /^([①-⑳])[、.]?/, (number) => number],
  ['first', new RegExp(`^第(${HAN})[,，、]`), (number) => `第${number}`],
  ['is', new RegExp(`^(${HAN})(?:是|则)(?=[^否])`), (number) => `${number}是`],
  ['star', /^([●◆■★▲•·])/, () => ''],
];

/** The number that a text begins with, if it does. */
export function labelOf(text: string): Label | null {
  for (const [style, pattern, name] of STYLES) {
    const found = pattern.exec(text);
    if (found) return { text: found[0], style, name: name(found[1] ?? '') };
  }
  return null;
}
