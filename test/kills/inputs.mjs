// What the commands that are killed read, of invented people.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Somebody's valid number under area 990000, where nobody is registered (GB 11643). */
function numberOf(serial) {
  const first = `99000019${String(30 + (serial % 60))}0101${String(serial % 1000).padStart(3, '0')}`;
  return first + '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0) % 11];
}

/** A bank card with its check digit (Luhn). */
function account(at) {
  const digits = `622848${1_000_000_000 + at}`;
  const sum = [...digits].reverse().reduce((all, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}

const rowsOf = (count, row) => Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');
const payout = (at) => `王${'伟芳娜敏静'[at % 5]},${numberOf(at % 250)},民政局,春节慰问,${at % 9 === 0 ? '待定' : 500}`;

const campaign = (id, list, more = '') => `relief: 1
id: ${id}
title: 春节慰问
issuer: 区民政局
departments: [{name: 民政局, measures: [{id: a, name: 春节慰问, form: cash, standard: 500元/人}]}]
lists: [{file: ${list}}]
${more}`;

const FILES = {
  'list.csv': `姓名,身份证号,部门,项目,金额\n${rowsOf(300, payout)}`,
  'roster.csv': `姓名,身份证号,居委\n${rowsOf(300, (at) => `王芳,${numberOf(at)},第${at % 4}居委`)}`,
  'bank.csv': `姓名,身份证号,金额,交易结果\n${rowsOf(200, (at) => `王芳,${numberOf(at)},500,成功`)}`,
  'campaign.yaml': campaign(
    'kills',
    'list.csv',
    'rosters: [{file: roster.csv, id: r, name: 低保}]\nreturns: [{file: bank.csv}]\n',
  ),
  'pay.csv': `姓名,身份证号,部门,项目,金额,开户行,银行账号\n${rowsOf(200, (at) => `王芳,${numberOf(at)},民政局,春节慰问,500,农业银行,${account(at)}`)}`,
  'pay.yaml': campaign('pays', 'pay.csv'),
  'notice.txt': '春节慰问\n\n区民政局对低保家庭每户发放慰问金500元，共120户，计6万元。\n',
};

/** Writes all of them into a folder, and beside them a district of which two pairs of people may be one. */
export function writeInputs(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  cpSync('samples/district', join(folder, 'district'), { recursive: true });
}
