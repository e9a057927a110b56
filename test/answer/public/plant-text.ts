import type { PlaceKind } from '../../../src/domain/published/text-place.ts';
import { escaped } from '../../../src/workbook/xml-text.ts';
import { below, idNumber, plantedNumber, type Random } from './numbers.ts';
import type { Planting } from './plant-xlsx.ts';

interface PlantedText {
  readonly text: string;
  readonly plantings: Planting[];
}

/** A table as text with numbers in its cells, its title and over several cells. */
export function plantedCsv(random: Random): PlantedText {
  const plantings: Planting[] = [];
  const put = (plain = false): string => {
    const number = plantedNumber(random, plain);
    plantings.push({ ...number, kind: 'cell' });
    return number.written;
  };
  const parts = (): string => {
    const digits = idNumber(random);
    plantings.push({ digits, written: digits, kind: 'cell' });
    if (below(random, 2) === 0) return [...digits].join(',');
    return `${digits.slice(0, 6)},${digits.slice(6, 14)},${digits.slice(14)}`;
  };
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    `公示（${put()}）,,`,
    '序号,姓名,金额,备注',
    `1,${quoted(put())},1200,`,
    `2,李四,1200,${quoted(`电话：${put(true)}`)}`,
    `3,王五,"1,200.00",="${put(true)}"`,
    `4,${quoted(`赵六\n${put(true)}`)},800,`,
    `5,孙七,600,无,${parts()}`,
    `6,周八,600,'${put(true)}`,
  ];
  return { text: lines.join('\r\n'), plantings };
}

/** A page with numbers in what it shows and in what it does not. */
export function plantedPage(random: Random): PlantedText {
  const plantings: Planting[] = [];
  const put = (kind: PlaceKind, plain = false): string => {
    const number = plantedNumber(random, plain);
    plantings.push({ ...number, kind });
    return escaped(number.written);
  };
  const split = (): string => {
    const number = plantedNumber(random, true);
    plantings.push({ ...number, kind: 'line' });
    return [...number.digits]
      .map((digit, index) => (index % 3 === 0 ? `<b>${digit}</b>` : `&#${digit.charCodeAt(0)};`))
      .join('');
  };
  const text = `<!doctype html>
<html><head><meta charset="utf-8"><title>${put('line')}</title><meta name="author" content="${put('markup')}">
<style>/* ${put('markup', true)} */ p { width: 13.812345678em }</style></head>
<body><!-- ${put('markup')} --><h1>公示</h1><p>${put('line')}</p><p>${split()}</p>
<p style="display:none">${put('line')}</p><img src="a.png" alt="${put('markup')}"><a href="tel:${put('markup', true)}">联系</a>
<input type="hidden" value="${put('markup')}"><div data-id="${put('markup')}" title="${put('markup')}"></div>
<table><tr><th>姓名</th><th>金额</th></tr><tr><td>${put('line')}</td><td>1200</td></tr><tr hidden><td>${put('line')}</td></tr></table>
<script>var people = [{"id":"${put('markup', true)}"}]; var at = 1735689600000;</script></body></html>`;
  return { text, plantings };
}
