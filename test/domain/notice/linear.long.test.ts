import { expect, it } from 'vitest';
import { draftOfText } from '../../notices/drafted.ts';

const cpuOf = (text: string): number => {
  const before = process.cpuUsage();
  draftOfText(text);
  const { user } = process.cpuUsage(before);
  return user;
};

/** Four times the text takes four times as long; were a step of it quadratic, sixteen times. */
it.each([
  '困难职工23人，每人500元，',
  '慰问23人。',
  '5元 ',
  '1 2 3 ',
  '(23人',
  '其中23人，',
  '三百二十',
  '某公司捐赠5万元，',
  '（一）对困难职工23人每人500元；',
  '一、区总工会\n1、慰问职工23人，每人500元\n',
  '| 区民政局 | 低保 | 23人 | 500元/人 |\n',
])('drafts in time in line with the length of a text of %j', (piece) => {
  const textOf = (length: number) => piece.repeat(Math.ceil(length / piece.length));
  cpuOf(textOf(10_000));
  const [short, long] = [cpuOf(textOf(20_000)), cpuOf(textOf(80_000))];
  expect(long / short).toBeLessThan(10);
});
