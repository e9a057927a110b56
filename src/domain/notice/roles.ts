import type { DraftRole } from './draft.ts';
import { isOrganisation } from './organisation.ts';
import { type Passage, sourceOf, within } from './outline.ts';
import { spotAt } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';

const PART = /职责|分工|组织领导|组织保障|工作机制|任务/;
/** 区财政局负责资金保障, 各街镇要做好入户走访. */
const DUTY = /^([^，。；:()]{2,24}?)(?:[:：]|(?:主要|具体|牵头)?负责|要|应当?|牵头(?=[^单]))([^。；]{3,80})$/;

/** Who is to do what, from the parts of a document that say so. */
export function rolesOf(passages: readonly Passage[]): DraftRole[] {
  return passages.flatMap((passage, index) => {
    const { paragraph, section, bodyFrom } = passage;
    if (!within(section).some(({ title }) => PART.test(title)) || paragraph.cells) return [];
    return sentencesOf(paragraph.text, bodyFrom).flatMap(({ from, to }): DraftRole[] => {
      const found = DUTY.exec(paragraph.text.slice(from, to));
      const [, name = '', duty = ''] = found ?? [];
      if (!found || !isWho(name)) return [];
      const at = from + found[0].length - duty.length;
      return [
        {
          name: paragraph.printed.slice(from, from + name.length),
          duty: paragraph.printed.slice(at, at + duty.length),
          origin: { section: sourceOf(section), spot: spotAt(paragraph, from), paragraph: index },
        },
      ];
    });
  });
}

const isWho = (name: string) =>
  isOrganisation(name) || /^各[\u4e00-\u9fff、]{1,16}(?:部门|单位|街道|街镇|乡镇|镇|社区|村居?)$/.test(name);
