import packageJson from '../../../package.json' with { type: 'json' };
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { grouped } from '../../domain/money.ts';
import { printPlace } from '../../domain/place.ts';
import { everyList } from '../../engine/lists.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';
import { nowhereLines } from '../lists/passed-over.ts';
import { peopleRemark } from '../lists/people-remark.ts';
import { type Row, type Sheet, text } from '../sheet.ts';

/** A file that was read, and what identifies it. */
export interface ReadFile {
  readonly path: string;
  readonly sha256: string;
}

/** 说明: what the workbook was made from, so that it can be made again and checked. */
export function exportNotesSheet(
  campaign: Campaign,
  file: ReadFile,
  listed: ExaminedLists | null,
  { notes: words }: ExportWords,
): Sheet {
  const row = (what: string, value: string): Row => ({ level: 'item', cells: [text(what), text(value)] });
  const figure = (count: number) => grouped(String(count));
  return {
    name: words.sheet,
    above: [],
    columns: [
      { title: words.columns.what, kind: 'text', width: 36 },
      { title: words.columns.value, kind: 'text', width: 80 },
    ],
    rows: [
      row(words.campaign, campaign.title),
      ...(campaign.document === undefined ? [] : [row(words.document, campaign.document)]),
      row(words.made, packageJson.version),
      row(words.input(file.path), `${words.campaignFile}，${words.sha256} ${file.sha256}`),
      ...(listed ? everyList(listed.lists) : []).map(({ source, rows, payouts, setAside, rejected }) =>
        row(
          words.input(printPlace({ file: source.origin.file, sheet: source.sheet, row: null, column: null })),
          `${words.equation(figure(rows), figure(payouts), figure(setAside), figure(rejected))}；${words.encoding} ${source.origin.encoding}，${words.sha256} ${source.origin.sha256}`,
        ),
      ),
      row(words.columns.what, listed ? words.precision : `${words.precision}；${words.noLists}`),
      ...(listed ? peopleRemark(listed.totals.people, listed.words) : []).map((remark) => row(words.people, remark)),
      ...(listed ? nowhereLines(listed) : []).map(([, line]) => row(words.nowhere, line)),
    ],
    below: [],
  };
}
