import type { NoticeLine } from './notice-line.ts';

/**
 * Rows of a table with the units that its head gives: 60 below 金额（万元）is 60万元, 1200 below 人数 1200人, 500 below 标准（元/人）
 * 500元/人; 单位：万元 above a table is of its money. A number that its cell gives a unit keeps it, and one whose column does not say
 * what it counts stays without. Numbers that only count the rows are what a list is numbered with.
 */
export function withTableUnits(lines: readonly NoticeLine[]): NoticeLine[] {
  let head: Column[] | null = null;
  let money: string | null = null;
  return lines.map((line) => {
    if (!line.cells) {
      if (line.text.trim() !== '') head = null;
      const stated = UNIT_LINE.exec(line.text.normalize('NFKC'))?.[1];
      if (line.text.trim() !== '') money = stated ?? null;
      return line;
    }
    const cells = line.cells.map((cell) => cell.normalize('NFKC').trim());
    if (cells.some((cell) => TITLE.test(cell)) && !cells.some((cell) => NUMBER.test(cell))) {
      head = columnsOf(cells, money);
      return line;
    }
    if (head === null || head.length !== cells.length) return line;
    const columns = head;
    const own = line.cells.map((cell, index) => withUnit(cell, columns[index] as Column));
    return { ...line, cells: own, text: own.join('\t') };
  });
}

const UNIT_LINE = /(?:金额)?单位[:：]?\s*(?:人民币)?(万元|元)/;
const NUMBER = /^(?:约|近)?\d[\d,]*(?:\.\d+)?$/;
const TITLE = /序号|编号|部门|单位|对象|项目|人数|户数|数量|标准|金额|资金|合计|备注/;

interface Column {
  /** What is put behind its numbers. */
  readonly unit: string;
  readonly isOrdinal: boolean;
}

function columnsOf(titles: readonly string[], money: string | null): Column[] {
  const people = titles.flatMap((title) => countUnit(title) ?? []);
  const [per, ...others] = new Set(people);
  return titles.map((title) => ({
    isOrdinal: /^(?:序号|编号|号)$/.test(title),
    unit: countUnit(title) ?? moneyUnit(title, money, others.length === 0 ? (per ?? null) : null) ?? '',
  }));
}

function countUnit(title: string): string | null {
  if (/元/.test(title)) return null;
  const bracketed = /\((户|人|人次|户次|名|份)\)/.exec(title)?.[1];
  if (bracketed) return bracketed;
  return /户数$/.test(title) ? '户' : /人数$/.test(title) ? '人' : /人次$/.test(title) ? '人次' : null;
}

/** 标准（元）beside one column of people is for each of them; beside two nobody can tell. */
function moneyUnit(title: string, money: string | null, per: string | null): string | null {
  const stated = /(万元|元)(\/[人户名份]|每[人户名份])?/.exec(title);
  const unit = stated?.[1] ?? (/金额|资金|经费|标准|小计/.test(title) ? money : null);
  if (!unit) return null;
  const each = stated?.[2]?.replace('每', '/') ?? (/标准/.test(title) && per ? `/${per.slice(0, 1)}` : '');
  return `${unit}${each}`;
}

function withUnit(cell: string, { unit, isOrdinal }: Column): string {
  if (!NUMBER.test(cell.normalize('NFKC').trim())) return cell;
  return isOrdinal ? `${cell.trim()}、` : `${cell}${unit}`;
}
