import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDigit } from '../../src/domain/people/id-number.ts';

/** Somebody's valid number under area 990000, where nobody is registered. */
export function idNumber(serial: number, birth = '19560312'): string {
  const first17 = `990000${birth}${String(serial).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
}

export const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '街道'] as const;

/** A row of a list with those titles, which nothing is wrong with. */
export function payout(serial: number, others: Partial<Record<(typeof TITLES)[number], string>> = {}): string[] {
  const plain = {
    姓名: '张三',
    身份证号: idNumber(serial),
    部门: '民政局',
    项目: '春节慰问',
    金额: '500',
    街道: '长风街道',
  };
  return TITLES.map((title) => others[title] ?? plain[title]);
}

/** Rows as CSV, every cell in quotes. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}

/** A folder in which tests write what commands read. */
export class Desk {
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    const path = this.at(name);
    writeFileSync(path, content);
    return path;
  }

  list(name: string, rows: readonly (readonly string[])[], titles: readonly string[] = TITLES): string {
    return this.write(name, csv([titles, ...rows]));
  }

  async workbook(name: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<string> {
    const { default: excel } = await import('exceljs');
    const workbook = new excel.Workbook();
    for (const [title, rows] of Object.entries(sheets)) {
      workbook.addWorksheet(title).addRows(rows.map((row) => [...row]));
    }
    const path = this.at(name);
    await workbook.xlsx.writeFile(path);
    return path;
  }

  /** A campaign of one department and two measures; `lists` is YAML to go below `lists:`. */
  campaign(name: string, lists = ''): string {
    return this.write(
      name,
      `relief: 1
id: trial
title: 试
region: 普陀区
year: 2017
departments:
  - name: 民政局
    measures:
      - id: spring
        name: 春节慰问
        reach: 2人
        standard: 500元/人
        amount: 1000元
      - id: winter
        name: 冬令帮困
        reach: 1人
        standard: 300元/人
        amount: 300元
${lists === '' ? '' : `lists:\n${lists}`}`,
    );
  }
}
