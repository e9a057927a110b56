import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_OF_TITLE } from '../../../src/domain/row/field-of-title.ts';
import { LIST_FIELDS } from '../../../src/domain/row/list-field.ts';
import { type HeadFault, type ListHead, readHead } from '../../../src/read/list/list-head.ts';
import { LIST_FIELD_WORDS } from '../../../src/text/list-fields.ts';

/** A table as one would type it: rows by lines, cells by `|`. */
const table = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

function headOf(rows: readonly (readonly string[])[], given: Record<string, string> = {}): ListHead {
  const head = readHead(rows, { own: new Map(Object.entries(given)), anywhere: new Map() });
  if ('faults' in head) throw new Error(JSON.stringify(head.faults));
  return head;
}

function faultsOf(rows: readonly (readonly string[])[], given: Record<string, string> = {}): readonly HeadFault[] {
  const head = readHead(rows, { own: new Map(Object.entries(given)), anywhere: new Map() });
  return 'faults' in head ? head.faults : [];
}

/** Fields by column, `-` for none. */
const fieldsOf = ({ columns }: ListHead) => columns.map(({ field }) => field ?? '-').join(' ');

describe('lists as bureaus make them', () => {
  it.each<[who: string, text: string, titles: number, header: number, fields: string, unit?: bigint]>([
    ['plain', '姓名|身份证号|金额\n张三||500', 0, 1, 'name id_number amount'],
    [
      '残联',
      `普陀区2017年元旦春节困难残疾人帮困发放名单|||||||
       填报单位：普陀区残联|||||单位：元||
       序号|姓名|性别|残疾证号|身份证号码|残疾类别|补助金额|签收
       1|张三|男|||肢体|500|`,
      2,
      1,
      'ordinal name sex card_number id_number category amount sign',
      100n,
    ],
    [
      '总工会',
      `序号|工作单位|职工姓名|身份证号码|困难类别|家庭人口|家庭月人均收入（元）|慰问金额（元）|联系电话|银行卡号|开户行
       1|某厂|李四`,
      0,
      1,
      'ordinal workplace name id_number category household_size - amount phone account bank',
      100n,
    ],
    [
      '红十字会',
      `区红十字会“千万人帮万家”发放表|||||
       编号|受助人姓名|居民身份证号|所属街道|大礼包|数量（份）|领取人签字|代领人签字`,
      1,
      1,
      'ordinal name id_number subdistrict goods quantity sign agent',
    ],
    [
      '民政低保, by household',
      `单位：户、元|||||||
       序号|户主姓名|户主身份证号|户主性别|低保证号|保障人数|居委会|实发金额`,
      1,
      1,
      'ordinal name id_number sex household_id household_size committee amount',
      100n,
    ],
    [
      'head beside members',
      '户主姓名|户主身份证号|与户主关系|姓名|身份证号|户主性别|性别|补助金额',
      0,
      1,
      'head head_id - name id_number - sex amount',
    ],
    [
      '教育',
      '序号|学校|班级|学生姓名|证件类型|证件号码|监护人姓名|监护人身份证号|监护人联系电话|资助项目|资助标准|资助金额(元)',
      0,
      1,
      'ordinal workplace - name id_type id_number guardian - other_phone measure - amount',
      100n,
    ],
    [
      '慈善基金会',
      '姓　名*|证件号（必填）|救助类型|拟发金额|实发金额（人民币：元）|开户人姓名|银行帐号|开户银行|备 注：',
      0,
      1,
      'name id_number measure payable amount holder account bank remark',
      100n,
    ],
    [
      'bank batch',
      '批次号|收款人账号|收款人户名|金额|交易流水号|交易结果|交易日期|币种',
      0,
      1,
      'batch account name amount serial result paid_on -',
    ],
    ['who came for it', '姓名|住址|慰问金|领取人', 0, 1, 'name address amount agent'],
    ['who came and who signed', '姓名|慰问金|领款人姓名|代领人', 0, 1, 'name amount - agent'],
    ['who came alone', '序号|领取人|慰问金', 0, 1, 'ordinal name amount'],
    ['whose account it is', '姓名|收款人|收款账号|金额', 0, 1, 'name holder account amount'],
    ['bank batch with names', '姓名|户名|卡号|金额', 0, 1, 'name holder account amount'],
    ['万元 above', '某表||\n||(单位：万元)\n姓名|身份证号|金额', 2, 1, 'name id_number amount', 1_000_000n],
    ['千元 above', '金额单位：千元||\n姓名|身份证号|金额', 1, 1, 'name id_number amount', 100_000n],
    ['unit in two cells', '||单位：|万元\n序号|姓名|身份证号|金额', 1, 1, 'ordinal name id_number amount', 1_000_000n],
    ['单位 that is a bureau', '单位：普陀区民政局||\n姓名|身份证号|金额', 1, 1, 'name id_number amount', 100n],
    ['title over unit above', '单位：万元||\n姓名|身份证号|金额（元）', 1, 1, 'name id_number amount', 100n],
    ['unit of another column', '姓名|身份证号|标准（万元/人）|金额', 0, 1, 'name id_number - amount', 100n],
    ['unit without brackets', '姓名|身份证号|补助金额/万元', 0, 1, 'name id_number amount', 1_000_000n],
    [
      'groups of two rows',
      `2024年春节慰问发放清册|||||||
       序号|姓名|身份证号|银行信息|||补助情况||备注
       |||户名|账号|开户行|标准|金额（元）|
       1|张三|||||500|500|`,
      1,
      2,
      'ordinal name id_number holder account bank - amount remark',
      100n,
    ],
    [
      'groups of two rows whose merged cells were filled',
      `序号|姓名|身份证号|银行信息|银行信息|金额
       序号|姓名|身份证号|户名|账号|金额`,
      0,
      2,
      'ordinal name id_number holder account amount',
    ],
    [
      'names in the second row only',
      `序号|家庭情况||||补助情况||备注
       |户主姓名|身份证号|人口|住址|项目|金额（万元）|
       1|张三||3||低保|0.05|`,
      0,
      2,
      'ordinal name id_number household_size address measure amount remark',
      1_000_000n,
    ],
    [
      'a group of somebody else',
      `姓名|身份证号|监护人信息|||金额
       ||姓名|身份证号|电话|`,
      0,
      2,
      'name id_number guardian - other_phone amount',
    ],
    [
      'a group of the head',
      `姓名|身份证号|户主||金额
       ||姓名|身份证号|`,
      0,
      2,
      'name id_number head head_id amount',
    ],
    [
      'a group of an agent',
      `姓名|身份证号|金额|代领人|
       |||姓名|身份证号`,
      0,
      2,
      'name id_number amount agent -',
    ],
    ['a unit below', '姓名|身份证号|金额\n||（万元）\n张三||0.05', 0, 2, 'name id_number amount', 1_000_000n],
    ['titles over two rows', '姓名|身份证|发放\n|号码|金额\n张三||5', 0, 2, 'name id_number amount'],
    [
      'upper row is a title row',
      '填报单位：甲街道||填报日期：2017年1月|\n序号|姓名|身份证号|金额',
      1,
      1,
      'ordinal name id_number amount',
    ],
    [
      'labels with values above are no header',
      '填报部门：民政局|受助人数：35|发放金额：5000元|联系人：王五\n姓名|身份证号|金额|电话',
      1,
      1,
      'name id_number amount phone',
    ],
    ['a total right below', '姓名|身份证号|金额\n合计||\n张三||500', 0, 1, 'name id_number amount'],
    [
      'addresses',
      '姓名|身份证|街道（镇）|村（居）委会|户籍地址|居住地址|手机|联系电话|补贴金额',
      0,
      1,
      'name id_number subdistrict committee address - phone other_phone amount',
    ],
    [
      'the thing comes last',
      '帮困对象姓名|帮困对象电话|补助对象所在街道|2016年补助金额',
      0,
      1,
      'name phone subdistrict amount',
    ],
    ['goods only', '序号|姓名|慰问品|份数', 0, 1, 'ordinal name goods quantity'],
    [
      'department and measure',
      '部门|帮困项目|对象|公民身份号码|发放金额',
      0,
      1,
      'department measure - id_number amount',
    ],
    ['exact goes over contained', '姓名|身份证号|春节慰问金额合计数|金额', 0, 1, 'name id_number - amount'],
    [
      'English',
      'No.|Full Name|ID number|Sub-district|Amount (yuan)|Remarks',
      0,
      1,
      'ordinal name id_number - amount remark',
    ],
    [
      'columns of a database',
      'name,id_number,department,paid_on,amount'.replaceAll(',', '|'),
      0,
      1,
      'name id_number department paid_on amount',
    ],
    [
      'village rolls',
      '乡镇（街道）|村（社区）|姓名|身份证号|一卡通账号|补贴资金|优抚类别',
      0,
      1,
      'subdistrict committee name id_number account amount category',
    ],
    [
      'payroll',
      '人员编号|人员姓名|身份证号|应发合计|扣款合计|实发合计',
      0,
      1,
      'other_id name id_number payable - amount',
    ],
    ['initials', 'xm|sfzh|je', 0, 1, 'name id_number amount'],
    ['both languages', '姓名 Name|身份证号 ID No.|金额 Amount', 0, 1, 'name id_number amount'],
  ])('%s', (_, text, titles, header, fields, unit) => {
    const head = headOf(table(text));
    expect(fieldsOf(head)).toBe(fields);
    expect({ titles: head.titles, header: head.header }).toEqual({ titles, header });
    expect(head.unit).toBe(unit ?? 100n);
  });

  it('prints the titles of two rows together', () => {
    const head = headOf(table('姓名|银行信息|||金额\n|户名|账 号|网点|（元）'));
    expect(head.columns.map(({ title }) => title)).toEqual([
      '姓名',
      '银行信息 户名',
      '银行信息 账 号',
      '银行信息 网点',
      '金额 （元）',
    ]);
    expect(head.unitFrom).toBe('金额 （元）');
  });

  it('says what named the unit, and how each column was read', () => {
    const head = headOf(table('|单位：万元||\n姓名|身份证号|2016年金额|民族|怪列'));
    expect(head.unitFrom).toBe('单位：万元');
    expect(head.columns.map(({ how }) => how)).toEqual(['exact', 'exact', 'contained', 'unused', 'unknown']);
  });

  it('takes no ID number of a head for that of somebody who has a name', () => {
    expect(fieldsOf(headOf(table('姓名|户主身份证号|金额')))).toBe('name head_id amount');
    expect(fieldsOf(headOf(table('户主|身份证号|户主身份证号|金额')))).toBe('head id_number head_id amount');
  });

  it.each([
    [
      '男方姓名|女方姓名|男方身份证号|女方身份证号|女方年龄|联系电话|女方电话|金额',
      'name wife id_number - - phone other_phone amount',
    ],
    ['男方|||女方|||金额\n姓名|身份证号|电话|姓名|身份证号|电话|', 'name id_number phone wife - other_phone amount'],
    ['丈夫|妻子|金额', 'name wife amount'],
    ['妻子姓名|妻子身份证号|金额', 'name id_number amount'],
    ['姓名|丈夫姓名|丈夫身份证号|金额', 'name spouse - amount'],
    ['子女姓名|姓名|男方姓名|女方姓名|金额', '- name - - amount'],
    ['姓名|配偶|配偶身份证号|金额', 'name spouse - amount'],
    ['姓名|男方姓名|配偶姓名|金额', 'name - spouse amount'],
    ['姓名|配偶姓名|男方姓名|金额', 'name spouse - amount'],
    ['夫妻姓名|户主|金额', 'name head amount'],
  ])('tells the two of a couple apart: %s', (text, fields) => {
    expect(fieldsOf(headOf(table(text)))).toBe(fields);
  });

  it('knows a guardian, and whose telephone is another’s', () => {
    expect(fieldsOf(headOf(table('姓名|学校|家长|家长手机号码|金额')))).toBe(
      'name workplace guardian other_phone amount',
    );
  });

  it('takes nothing of another person, and no other thing, for a field', () => {
    const others =
      `配偶身份证号 监护人身份证号 联系人姓名 子女姓名 父亲姓名 母亲身份证号 经办人姓名 计量单位 单位性质 残疾证有效期
      月收入 人均收入 存折 户主与户内人员关系 与户主关系 发放标准 补助标准 填报单位 代领人身份证号 持卡人身份证号 姓名(配偶)
      身份证有效期 身份证复印件 金额大写 补助方式 体检项目编号 是否本人账号 账户类型 受助人数 申请金额`.split(/\s+/);
    for (const title of others) {
      const head = headOf([['姓名', '身份证号', '金额', title]]);
      expect([title, head.columns[3]?.field]).toEqual([title, null]);
    }
  });

  it('takes opinions, results and questions of a row for its state, where it is to be paid', () => {
    const states =
      '街道意见 居委审核 审核意见（居委） 健在情况 生存状况 人员变动情况 复核结论 是否在世 是否符合 是否重复享受 核定结果'.split(
        ' ',
      );
    for (const title of states) {
      expect([title, headOf([['姓名', '身份证号', '金额', title]]).columns[3]?.field]).toEqual([title, 'state']);
    }
    const others =
      '父母健在情况 配偶状态 成员变动情况 健康状况 婚姻状况 低保状态 是否低保 是否享受低保 户籍变动情况 审批金额 补助情况说明书'.split(
        ' ',
      );
    for (const title of others) {
      expect([title, headOf([['姓名', '身份证号', '金额', title]]).columns[3]?.field]).not.toEqual([title, 'state']);
    }
  });

  it('does not take body rows for a second header row', () => {
    expect(headOf(table('姓名|与户主关系|金额|备注\n张三|户主||')).header).toBe(1);
    expect(headOf(table('姓名|金额|备注\n张三|500|电话')).header).toBe(1);
    expect(headOf(table('姓名|金额|签收|\n|||签名')).header).toBe(2);
  });
});

describe('what the user says', () => {
  const list = table('姓名|领款人|身份证号|金额（市）|金额（区）|应发金额');

  it('decides between columns, by whatever part of the title tells', () => {
    const head = headOf(list, { 领款人: 'agent', '金额（区）': 'amount', '金额（市）': '忽略' });
    expect(fieldsOf(head)).toBe('name agent id_number - amount payable');
    expect(head.columns[3]).toEqual({ index: 3, title: '金额（市）', field: null, how: 'given' });
  });

  it('goes over what is recognised, and may be said in Chinese', () => {
    expect(fieldsOf(headOf(table('姓名|身份证号|金额|应发金额'), { 应发金额: '金额' }))).toBe(
      'name id_number - amount',
    );
    expect(fieldsOf(headOf(table('姓名|备注|金额'), { 备注: '-' }))).toBe('name - amount');
  });

  it('makes a header of titles that nobody knows', () => {
    const head = headOf(table('某某表|\n谁|给多少\n张三|5'), { 谁: 'name', 给多少: 'amount' });
    expect({ ...head, columns: fieldsOf(head) }).toMatchObject({ titles: 1, header: 1, columns: 'name amount' });
  });

  it('names a column of two header rows by both or by the lower', () => {
    const rows = table('姓名|补助金额||身份证号\n|市级|区级|');
    expect(fieldsOf(headOf(rows, { '补助金额 市级': 'amount' }))).toBe('name amount - id_number');
    expect(fieldsOf(headOf(rows, { 区级: 'amount' }))).toBe('name - amount id_number');
  });

  it('must name columns and fields that are there', () => {
    expect(faultsOf(table('姓名|身份证号|金额'), { 身分证号: 'id_number', 备注: 'amout' })).toEqual([
      { code: 'list-given-field-unknown', row: null, title: '备注', field: 'amout', nearest: 'amount' },
      {
        code: 'list-given-column-unknown',
        row: 1,
        title: '身分证号',
        nearest: '身份证号',
        titles: ['姓名', '身份证号', '金额'],
        lists: 1,
      },
    ]);
  });

  it('may not give one field to two columns', () => {
    expect(faultsOf(table('姓名|甲|乙'), { 甲: 'amount', 乙: 'amount' })).toMatchObject([
      { code: 'list-column-ambiguous', field: 'amount' },
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['姓名|受助人|金额', 'name', [0, 1]],
    ['姓名|金额|慰问金', 'amount', [1, 2]],
    ['姓名|金额|金额', 'amount', [1, 2]],
    ['姓名|身份证号|证件号码|金额', 'id_number', [1, 2]],
    ['姓名|部门|条线|金额', 'department', [1, 2]],
    ['姓名|补助项目|对象类别|金额', 'measure', [1, 2]],
    ['姓名|银行账号|银行卡号|金额', 'account', [1, 2]],
  ])('%s: which is the %s?', (text, field, indexes) => {
    const titles = table(text)[0] ?? [];
    const choices = indexes.map((index) => ({ title: titles[index], index }));
    expect(faultsOf(table(text))).toEqual([{ code: 'list-column-ambiguous', row: 1, field, choices }]);
  });

  it('an amount that is only owed is none', () => {
    expect(faultsOf(table('某表|\n姓名|身份证号|应发金额'))).toEqual([
      {
        code: 'list-column-missing',
        row: 2,
        field: 'amount',
        titles: ['姓名', '身份证号', '应发金额'],
        nearest: null,
        payable: '应发金额',
      },
    ]);
  });

  it('nothing like an amount is one fault, which guesses at a misspelling', () => {
    expect(faultsOf(table('姓名|身份证号|补助全额'))).toMatchObject([
      { code: 'list-column-missing', field: 'amount', nearest: '补助全额', payable: null },
    ]);
  });

  it('need not say how much where only who is who is asked', () => {
    const read = (text: string) => readHead(table(text), { own: new Map(), anywhere: new Map() }, 'payouts', false);
    expect(read('姓名|工作单位|电话')).not.toHaveProperty('faults');
    expect(read('街道|工作单位|账号')).toMatchObject({ faults: [{ code: 'list-column-missing', field: 'name' }] });
  });

  it('no header: says what stands there', () => {
    expect(faultsOf(table('姓明|身分证|全额\n张三|李四|5'))).toMatchObject([
      { code: 'list-no-header', row: null, rows: 2, nearest: { title: '姓明', known: '姓名' }, garbled: false },
    ]);
    expect(faultsOf([])).toMatchObject([{ code: 'list-no-header', shown: [] }]);
    expect(faultsOf(table('张三|户主|备注|990000195001010010'))).toMatchObject([{ code: 'list-no-header' }]);
  });

  it.each(['濮撳悕|韬唤璇佸彿|閲戦', 'ÐÕÃû|Éí·ÝÖ¤ºÅ|½ð¶î', '\uFFFD\uFFFD|\uFFFD\uFFFD|1', 'å§“å\u0090\u008d|é‡‘é¢'])(
    'no header in the wrong encoding: %s',
    (text) => {
      expect(faultsOf(table(text))).toMatchObject([{ code: 'list-no-header', garbled: true }]);
    },
  );
});

describe('fields', () => {
  it('the word for each field in Chinese is a title that means it', () => {
    for (const field of LIST_FIELDS) {
      expect([field, FIELD_OF_TITLE.get(LIST_FIELD_WORDS[field].zh)]).toEqual([field, field]);
    }
  });

  it('every title means its own field, with stars, brackets, spaces and a colon', () => {
    for (const [title, field] of FIELD_OF_TITLE) {
      if (['name', 'amount', 'husband', 'wife'].includes(field)) continue; // the wife beside a name is somebody's spouse
      const printed = ` *${[...title].join('　')}（必填）： `;
      const { columns } = headOf(
        [['姓名', '金额', '身份证号', printed]].map((row) => (field === 'id_number' ? row.toSpliced(2, 1) : row)),
      );
      expect([title, columns.at(-1)?.field]).toEqual([title, field]);
    }
  });
});

describe('any table', () => {
  const title = fc.constantFrom(
    ...FIELD_OF_TITLE.keys(),
    '',
    '单位：万元',
    '银行信息',
    '（元）',
    '配偶姓名',
    '合计',
    '1',
  );
  const cell = fc.oneof(title, fc.string({ unit: 'binary' }));
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 });

  it('has a head or faults', () => {
    fc.assert(
      fc.property(
        rows,
        fc.dictionary(cell, fc.oneof(fc.constantFrom(...LIST_FIELDS), fc.string())),
        (sample, given) => {
          const head = readHead(sample, { own: new Map(Object.entries(given)), anywhere: new Map() });
          if ('faults' in head) {
            expect(head.faults.length).toBeGreaterThan(0);
            return;
          }
          const fields = head.columns.flatMap(({ field }) => (field === null || head.joined.has(field) ? [] : [field]));
          expect(new Set(fields).size).toBe(fields.length);
          expect(head.columns.map(({ index }) => index)).toEqual([...head.columns.keys()]);
          expect(head.titles + head.header).toBeLessThanOrEqual(sample.length);
        },
      ),
    );
  });

  it('is read the same with its columns in another order', () => {
    const distinct = fc.uniqueArray(title, {
      minLength: 2,
      maxLength: 10,
      selector: (one) => FIELD_OF_TITLE.get(one) ?? one,
    });
    const shuffled = distinct.chain((titles) =>
      fc.tuple(fc.constant(titles), fc.shuffledSubarray(titles, { minLength: titles.length })),
    );
    const reading = (titles: readonly string[]) => {
      const head = readHead([titles]);
      if ('faults' in head) return head.faults.map(({ code }) => code);
      return head.columns.map(({ title: printed, field, how }) => `${printed} ${field} ${how}`).sort();
    };
    fc.assert(
      fc.property(shuffled, ([titles, other]) => {
        expect(reading(other)).toEqual(reading(titles));
      }),
    );
  });
});
