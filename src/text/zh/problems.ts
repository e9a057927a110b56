import { grouped } from '../../domain/money.ts';
import type { ForeignKind, ProblemCode, ProblemData, WorkbookDamage } from '../../domain/problem.ts';
import { LIST_FIELDS, type ListField } from '../../domain/row/list-field.ts';
import { LIST_FIELD_WORDS } from '../list-fields.ts';

const example: Record<ProblemData['bad-field']['kind'], string> = {
  money: '金额写成 33万元、约190万元、100余万元 或纯数字（元）',
  count: '数量写成 约600人、1000户、640份、近5000人次',
  rate: '标准写成 550元/人、每户200-500元、户均2000元、最高5000元/户',
  duration: '期限写成 3个月、90天、一学年',
  date: '日期写成 2017-02-09、2016年12月底前、12月下旬、春节前',
  id: '编号只用小写字母、汉字、数字和连字符，如 low-income；也可以不写编号，用名称引用',
  condition: '条件写成 1、2-4 或 2+',
  text: '填上文字，或删去这一行',
  year: '在文件开头写 year: 2017（春节所在的年份）',
  layout:
    '写成 {账号}、{户名}、{金额}、{代发编号} 这样的字段，后面可加 :分、:012（左补零到12字节）、:<20（右补空格）；见 docs/pay.md',
};

const fieldProblem: Record<ProblemData['bad-field']['problem'], (got: string) => string> = {
  'not-a-figure': (got) => `看不懂“${got}”`,
  'not-money': (got) => `“${got}”不是金额`,
  'range-reversed': (got) => `“${got}”：前面的数比后面的大`,
  'not-a-count': (got) => `“${got}”是金额，这里要数量`,
  'bad-grouping': (got) => `“${got}”的千分位不对`,
  'too-vague': (got) => `“${got}”没有确切的数`,
  'contradictory-qualifiers': (got) => `“${got}”的限定词互相矛盾`,
  negative: (got) => `“${got}”是负数`,
  'below-fen': (got) => `“${got}”精确到分以下`,
  'not-whole': (got) => `“${got}”不是整数`,
  absurd: (got) => `“${got}”大得不可能`,
  'not-a-date': (got) => `“${got}”不是日期`,
  'not-a-duration': (got) => `“${got}”不是期限`,
  'not-an-id': (got) => `“${got}”不能作编号`,
  'not-a-condition': (got) => `“${got}”不是条件`,
  'empty-text': () => '这里是空的',
  'not-a-layout': (got) => `看不懂“${got}”`,
  'layout-lacks': (got) => `缺少 ${got}`,
  'layout-misplaced': (got) => `这里不能写 ${got}`,
  'reach-unit-missing': (got) => `“${got}”没有单位，看不出是人、户还是份`,
  'year-missing': (got) => `“${got}”是哪一年的？文件里没有 issued，也没有 year`,
  'repeated-id': (got) => `编号“${got}”重复`,
};

/** What to write instead of a figure that stops at `at`. */
function unreadMend(kind: ProblemData['bad-field']['kind'], got: string, at: string): string {
  if (!NUMBER.test(got))
    return kind === 'rate'
      ? '这里没有数：由别人另定的写成“由某某另定”，按比例的写成“低保标准的50%”，别的话写进 note:'
      : '这里没有数：删去这一行，原话写进 note:';
  if (/^[（(]/.test(at)) return `括号里的话写进 note:，这里只留“${got.slice(0, Math.max(0, got.search(/[（(]/)))}”`;
  if (RANGE_OF_COUNTS.test(got) && kind === 'count') return '数量是区间的，写下限：不少于100人；区间写进 note:';
  if (SEVERAL.test(got)) return severalFigures[kind] ?? example[kind];
  return SAYS_HOW_MUCH.test(at) ? example[kind] : `去掉“${at}”，说明写进 note:；${example[kind]}`;
}

/** What must not be taken out: a number, money, a unit, or what changes a figure. */
const SAYS_HOW_MUCH = /[\d点元每人户名位次一二两三四五六七八九十百千万亿多余不未均平增减比较差缺欠亏剩第]|[上去往]年/;
/** Two numbers with a comma or a 和 between, or 其中 before the second. */
const SEVERAL = /\d[^\d]*(?:其中|[,，;；、和及])[^\d]*\d/;
const RANGE_OF_COUNTS = /\d\s*[-~～—至到]\s*\d/;
const NUMBER = /[\d０-９一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾]/;

/** Where several figures stand in one place. */
const severalFigures: Partial<Record<ProblemData['bad-field']['kind'], string>> = {
  money: '一处只写一个金额：其中的部分另写一个项目，加 of: 总项的编号或名称；几个资金来源写进 funds:',
  count:
    '一处只写一个数量：几部分写成 {total: 18名, parts: [5名, 13名]}；同一件事的两个数写成 1355户9980人；其中的另写一个项目，加 of:',
  rate: '几档写成 tiers:，现金和实物写成 parts:，每增一人另加的写成 increase:',
};

const workbookDamage: { [D in WorkbookDamage]: string } = {
  archive: '文件不完整，或压缩的内容解不开',
  checksum: '内容与保存时的校验码不符',
  xml: '内容不是完整的 XML',
  'document-type': '内容里有实体声明（DTD），电子表格不会这样写',
  'part-missing': '缺少其中的工作表或别的部件',
  'part-repeated': '里面有两个同名的部件，不同的软件会打开不同的那一个',
  'row-order': '行号重复，或前后颠倒',
  reference: '行号、单元格或合并区域的地址不对',
  'shared-string': '单元格引用的文字不存在',
  xls: '.xls 的内容读不下去',
};

/** What a file is that is no list, and how to come to one. */
const foreign: { [K in ForeignKind]: readonly [what: string, mend: string] } = {
  document: ['这是文字文档（Word、WPS 文字等），不是名单', '名单若是文档里的表格，复制到 Excel/WPS 表格，另存为 .xlsx'],
  slides: ['这是演示文稿，不是名单', '向来源单位要表格文件（.xlsx、.xls、.et、.csv）'],
  pdf: ['这是 PDF，不是表格文件', '向来源单位要原来的表格文件（.xlsx、.xls、.et、.csv）；PDF、扫描件不能据以核对'],
  ofd: ['这是 OFD 版式文件，不是表格文件', '向来源单位要原来的表格文件（.xlsx、.xls、.et、.csv）'],
  image: ['这是图片，不是表格文件', '向来源单位要原来的表格文件（.xlsx、.xls、.et、.csv）；照片、扫描件不能据以核对'],
  dbf: ['这是 dBASE/FoxPro 数据表（.dbf）', '用 Excel/WPS 打开，另存为 .xlsx'],
  database: ['这是数据库文件（Access、SQLite）', '从数据库里导出名单，存为 .xlsx 或 csv'],
  xlsb: ['这是二进制工作簿（.xlsb）', '用 Excel 打开，另存为 .xlsx'],
  iwork: ['这是苹果电脑的 Numbers 或 Pages 文件', '在 Numbers 里导出为 Excel（.xlsx）'],
  mail: ['这是邮件，不是名单', '名单若是附件，先把附件存下来'],
  xml: ['这是 XML，不是电子表格存的那一种', '向来源单位要 .xlsx 或 csv'],
  'web-page': ['这是网页，里面没有表格', '检查是不是给错了文件，或存下来的是登录页、出错页；名单请重新导出'],
  shortcut: ['这是快捷方式，不是文件本身', '给出它指向的那个文件'],
  program: ['这是程序，不是名单', '检查是不是给错了文件'],
  notice: [
    '这是一篇文字（通知、方案、总结之类），不是名单',
    '名单要有表头（姓名或身份证号，金额），一人一行；检查是不是给错了文件',
  ],
  campaign: [
    '这是活动文件，这里要的是名单',
    '活动文件直接写在命令后面；lists:、rosters:、returns: 和 --roster、--returns 里只写名单、名册和回盘',
  ],
};

/** Why a file that is to be published can't be looked at, and what to do then. */
const notPublic: { [W in ProblemData['public-unread']['why']]: readonly [what: string, mend: string] } = {
  picture: ['这是图片，里面的字查不了', '自己逐字看一遍；要公示的表最好用原来的 .xlsx、.docx'],
  foreign: [
    '这种文件查不了',
    '能查的有 .xlsx、.xls、.et、.docx、.doc、.wps、.pptx、.ods、.odt、.ofd、.csv、.txt、.html、.pdf；先另存为其中一种',
  ],
  damaged: ['文件坏了，查不下去', '用原来的软件打开，另存一份再查'],
  encrypted: ['文件加了密码，查不了', '去掉密码，另存一份再查'],
};

/** What a file is that no campaign can be drafted from. */
const notNotice: { [K in ForeignKind]: string } = {
  document: '这种文字文档（.odt、.rtf、.wps）读不了',
  slides: '这是演示文稿，不是文件正文',
  pdf: '这是 PDF',
  ofd: '这是 OFD 版式文件，读不了',
  image: '这是图片，里面没有文字',
  dbf: '这是数据表，不是文件正文',
  database: '这是数据库文件，不是文件正文',
  xlsb: '这是工作簿，不是文件正文',
  iwork: '这是苹果电脑的 Pages 或 Numbers 文件，读不了',
  mail: '这是邮件，不是文件正文',
  xml: '这是 XML，不是文件正文',
  'web-page': '这是网页，里面没有文字',
  shortcut: '这是快捷方式，不是文件本身',
  program: '这是程序，不是文件正文',
  notice: '这是一篇文字',
  campaign: '这已经是活动文件了',
};

/** The YAML library's faults in Chinese, by its codes; what is commonest here is said first. */
const yamlFault: Readonly<Record<string, string>> = {
  BAD_ALIAS: '以 * 或 & 开头的文字要加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠用错了',
  BAD_INDENT: '缩进不对，或括号没有成对',
  BAD_SCALAR_START: '以 @、` 等符号开头的文字要加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，或上一行少了冒号；带冒号的文字要加引号',
  BLOCK_IN_FLOW: '括号里不能换成缩进的写法',
  KEY_OVER_1024_CHARS: '键太长，多半是少了冒号',
  MISSING_CHAR: '少了冒号（要用半角“: ”，后面有空格）、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键没有写完，多半是少了冒号，用了全角“：”，或冒号后面没有空格',
  TAB_AS_INDENT: '缩进用了制表符',
  UNEXPECTED_TOKEN: '多了或放错了符号',
};

const type = (expected: string) =>
  expected
    .split('|')
    .map(
      (one) =>
        ({
          word: '一个词，不是列表',
          string: '文字',
          number: '数字',
          int: '整数',
          boolean: 'true 或 false',
          object: '一组“键: 值”',
          array: '列表',
          record: '一组“键: 值”',
        })[one] ?? one,
    )
    .join('或');

const didYouMean = (nearest: string | null) => (nearest === null ? '' : `，是不是“${nearest}”？`);
const fieldWord = (field: ListField) => LIST_FIELD_WORDS[field].zh;

/** Why an input can't be used, and how to mend it, in Chinese. Loaded only when that has to be said. */
const zh = {
  describe: {
    'file-missing': () => ['找不到这个文件', '检查路径和文件名'],
    'list-pattern-too-wide': ({ limit }) => [
      `这个写法要翻看${grouped(String(limit))}个以上的文件夹`,
      '写明放在哪个文件夹里，如 名单/*.csv',
    ],
    'file-unreadable': ({ reason }) => [`读不了（${reason}）`, '检查文件的权限，或是否正被别的程序占用'],
    'file-is-folder': () => [
      '这是文件夹',
      '写出要读的文件，如 文件夹/campaign.yaml、文件夹/*.csv；只写文件夹，读的是直接放在里面的名单',
    ],
    'file-too-large': ({ limit }) => [`超过 ${limit / 1024 / 1024} MB，不会是活动文件`, '检查是不是给错了文件'],
    'part-of-itself': () => ['活动把自己写成了下级活动', '从 parts: 里去掉它自己'],
    'file-empty': () => ['文件是空的', '检查是不是给错了文件，或没有传完整；活动文件可用 relief init 写一份样例'],
    'file-binary': () => [
      '这不是文本文件',
      '活动文件要是 YAML 文本，名单要是 xlsx、xls、et、ods、csv 或 parquet；文档、图片都不行',
    ],
    'register-foreign': () => [
      '这不是台账：表头不是 relief 写的那些列',
      '疑点台账 cases.csv、代发台账 payments.csv 由 relief 写，不要改名借用，也不要删它的列；另有用处的文件请换一个名字',
    ],
    'payment-ledger-changed': ({ lines }) => [
      `代发台账有几行不是 relief 写的样子（改过、删过或读不懂）：第${lines.join('、')}行`,
      '台账说不准，谁已经付过就说不准，所以没有编批：用备份换回原来的 payments.csv，不要手改',
    ],
    'payment-key': ({ why }) => [
      {
        missing: '代发台账的密钥文件不在了',
        foreign: '密钥文件不是这本代发台账的',
        unreadable: '密钥文件的内容不对',
      }[why],
      '没有它认不出谁已经在批里，所以没有编批：把当初与 payments.csv 一起生成的 payments.key 放回活动文件旁边',
    ],
    'sealing-key': ({ why }) => [
      {
        foreign: '这不是密封名单的密钥文件（口令、短密码都不能作密钥：号码的个数有限，试一遍口令就全猜得出来）',
        weak: '密钥不是随机生成的：里面的字节大多重复',
      }[why],
      '用 relief seal --new-key 文件 生成一把，由牵头的一方妥善交给各部门，大家用同一把',
    ],
    'sealed-version': ({ version, known }) => [
      `密封名单是第${version}版的，这里只认第${known}版，没有比对`,
      '两边用同一版的 relief 重新密封',
    ],
    'sealed-changed': ({ why }) => [
      {
        head: '密封名单开头的说明或表头改过，没有比对',
        cut: '密封名单不完整：没有最后的校验行，没有比对',
        rows: '密封名单的内容与最后的校验值不符：改过，或者传坏了，没有比对',
      }[why],
      '请密封的部门重新发送原文件；不要用表格软件打开后另存',
    ],
    'sealed-other': ({ other, what }) => [
      what === 'key'
        ? `这份密封名单的密钥与 ${other} 的不是同一把，没有比对：比不出来不等于没有重复`
        : `这份密封名单的算法与 ${other} 的不同（SHA-256、SM3 不能混用），没有比对`,
      what === 'key' ? '各部门用同一把密钥重新密封' : '都用 --sm3，或都不用，重新密封',
    ],
    'sealed-mixed': ({ other }) => [
      `这份没有密封，而 ${other} 是密封的：两种不能放在一起比对，没有比对`,
      '用同一把密钥把这份也密封：relief seal 名单 --key-file 密钥 -o 文件夹',
    ],
    'payment-template': (fault) => {
      switch (fault.why) {
        case 'not-xlsx':
          return ['银行模板不是 .xlsx', '用 WPS 或 Excel 把模板另存为 .xlsx'];
        case 'no-header':
          return [
            `模板里没有一行同时有这些列标题：${fault.titles.join('、')}`,
            'columns: 的列标题要与模板的表头一字不差；不在第一张表的，写 sheet:',
          ];
        case 'not-empty':
          return [`模板表头下面第${fault.row}行已经有内容`, '删去模板里的示例行：留着的话，银行会把它当作一笔付出去'];
      }
    },
    'list-changed': () => ['这个文件在读的过程中改动了，没有据它得出任何结果', '等文件不再变动，重新运行'],
    'file-encoding': ({ looksLike }) => [
      looksLike ? `不是 UTF-8，看来是 ${looksLike}` : '不是 UTF-8 文本',
      '用编辑器另存为 UTF-8',
    ],
    'workbook-encrypted': () => ['工作簿设有打开密码', '先在 Excel/WPS 中去掉打开密码，另存后再试'],
    'parquet-damaged': () => ['不是完好的 Parquet 文件', '重新导出或传送一次，或另存为 CSV、xlsx'],
    'parquet-too-large': ({ limit }) => [
      `展开后超过 ${Math.floor(limit / 1024 / 1024)} MB，同样的内容重复得不像名单`,
      '检查是不是给错了文件；确是名单就重新导出为 CSV',
    ],
    'workbook-damaged': ({ detail }) => [
      `工作簿已损坏：${workbookDamage[detail]}`,
      '用 Excel/WPS 打开，另存为新的 .xlsx 后再试；打不开就请对方重新发送',
    ],
    'workbook-too-large': ({ limit }) => [
      `工作簿展开后超过 ${limit / 1024 / 1024} MB，不会是名单`,
      '检查是不是给错了文件；确是名单就分成几个文件，或另存为 csv',
    ],
    'workbook-not-a-workbook': () => [
      '这不是工作簿，看不出是什么文件',
      '检查是不是给错了文件；是表格文件，就用原来的软件另存为 .xlsx 或 csv',
    ],
    'workbook-sheet-missing': ({ sheet, sheets }) => [`没有叫“${sheet}”的工作表`, `可用：${sheets.join('、')}`],
    'list-foreign': ({ kind }) => foreign[kind],
    'notice-foreign': ({ kind }) => [
      kind === null ? '这是表格或压缩文件，不是文件正文' : notNotice[kind],
      '给出通知、方案、意见、报道的正文：.docx、.pdf、.doc、.txt、.md 或网页',
    ],
    'notice-damaged': ({ kind }) => [
      `这份 .${kind} 已损坏，读不下去`,
      '用 Word、WPS 或阅读器打开，另存一份；或复制全文存为 .txt',
    ],
    'notice-encrypted': () => ['这份文件有密码，打不开', '去掉密码再存一份'],
    'notice-too-long': () => ['这份文件太长，不像一份通知', '只留下通知的正文'],
    'notice-is-picture': ({ pages }) => [
      `这份 PDF 共${pages}页，都是图片，里面没有文字`,
      '要原来的文字文件（.docx、.doc、.txt），或先做文字识别（OCR）再核对',
    ],
    'public-unread': ({ why }) => notPublic[why],
    'list-not-written': () => [
      '网页、XML 表格和 ods 只能读，不能照原样拆成两份；一份也没有写',
      '用 Excel/WPS 打开，另存为 .xlsx，再用它运行',
    ],
    'list-page-irregular': () => [
      '这是网页，里面的表格写得不规整，读不准哪一格是谁的',
      '用 Excel/WPS 打开，另存为 .xlsx 后再试',
    ],
    'archive-not-supported': ({ kind }) => [`这是压缩包（${kind}），不是名单`, '先解压，再给出里面的 csv 或 xlsx 文件'],
    'list-no-header': ({ rows, isCut, isEmpty, shown, nearest, garbled }) => [
      isEmpty
        ? '名单是空的'
        : `前 ${rows} 行里没有认得的表头；${shown.length === 0 ? '没有像标题的文字' : `开头的文字是：${shown.join('、')}`}${nearest ? `（“${nearest.title}”是不是“${nearest.known}”？）` : ''}`,
      garbled
        ? '看来是编码不对（乱码）：用原来的软件另存为 UTF-8 或 xlsx'
        : `表头要有姓名或身份证号，以及金额或实物（名册不用金额）；别的叫法用 --column 标题=字段，或写在活动文件名单的 columns: 里${isCut ? `；表头在第 ${rows} 行以下的，先删去上面的说明` : ''}`,
    ],
    'list-column-ambiguous': ({ field, choices }) => [
      `有几列都像“${fieldWord(field)}”：${choices.map(({ title, index }) => `“${title}”（第${index + 1}列）`).join('、')}`,
      choices.every(({ title }) => title === choices[0]?.title)
        ? `标题相同，分不出：先改其中一列的标题，再用 --column 标题=${field} 指明（或写在 columns: 里）`
        : `用 --column 标题=${field} 指明是哪一列（或写在 columns: 里），不要的列写 标题=忽略`,
    ],
    'list-column-missing': ({ field, titles, nearest, payable }) => [
      `没有“${fieldWord(field)}”列${didYouMean(nearest)}；现有：${titles.join('、')}`,
      payable
        ? `“${payable}”是应发，不一定已发；确实要按它算，写 --column ${payable}=${field}（或写在 columns: 里）`
        : `${field === 'amount' ? '名单要有金额，或实物、数量' : '名单要有姓名或身份证号'}；用 --column 标题=${field} 指明是哪一列（或写在 columns: 里）`,
    ],
    'list-given-column-unknown': ({ title, nearest, titles, lists }) => [
      `${lists === 1 ? '名单里没有' : `${lists}份名单都没有`}“${title}”这一列${didYouMean(nearest)}`,
      `改正 --column 或 columns: 里的标题；现有：${titles.join('、')}`,
    ],
    'list-given-field-unknown': ({ title, field, nearest }) => [
      `没有“${field}”这个字段${didYouMean(nearest)}`,
      `写成 --column ${title}=字段（或在 columns: 里）；字段有：${LIST_FIELDS.map((one) => `${one}（${fieldWord(one)}）`).join('、')}；不要的列写 忽略`,
    ],
    'csv-quote-runaway': ({ lines, closed }) => [
      closed
        ? `这一行有个引号，隔了 ${lines} 行以上才配成对：中间的人会全被吞进一格`
        : '这一行有个引号（"），到文件末尾也没有配对：后面的人会全被吞进一格',
      '去掉多余的引号，或用 Excel/WPS 打开后另存为 .xlsx',
    ],
    'csv-record-too-long': ({ limit }) => [`一行超过 ${limit / 1024 / 1024} MB，不会是名单`, '检查是不是给错了文件'],
    'yaml-syntax': ({ code, detail }) => [
      `YAML 写法有误：${yamlFault[code] ?? detail}`,
      '检查缩进（只用空格）、冒号后的空格、引号是否成对',
    ],
    'yaml-duplicate-key': ({ key, firstLine }) => [`“${key}”重复，第 ${firstLine} 行已经写过`, '留一处，删去另一处'],
    'yaml-aliases': ({ limit }) => [`别名（*）展开后超过 ${limit} 项`, '直接写出内容，不要用别名嵌套'],
    'yaml-too-deep': ({ limit }) => [`嵌套超过 ${limit} 层`, '检查缩进或括号是否写错'],
    'yaml-too-many': () => ['毛病多得数不过来，这不会是活动文件', '检查是不是给错了文件'],
    'yaml-several-documents': () => ['一个文件里有几份活动（---）', '一份活动一个文件'],
    'not-a-campaign': () => ['这不是活动文件：开头应是“键: 值”', 'relief init 可以写一份样例'],
    'unknown-key': ({ key, nearest, known, within }) => [
      `不认识“${key}”${nearest === null && within ? '' : didYouMean(nearest)}`,
      nearest === null && within
        ? `这里没有这一项，它在“${within}”里：${within}: {${key}: …}`
        : known.length > 0
          ? `这里可用：${known.join('、')}；各是什么，见 docs/campaign.md`
          : '删去这一行',
    ],
    'missing-key': ({ key }) => [`缺少“${key}”`, `补上 ${key}: …`],
    'wrong-type': ({ expected, got }) => [
      `${got ? `“${got}”不对，` : ''}这里要${type(expected)}`,
      /string/.test(expected) ? '纯数字当文字用时加引号' : `改成${type(expected)}`,
    ],
    'wrong-word': ({ got, nearest, allowed }) => [
      `“${got}”不在可选之列${didYouMean(nearest)}`,
      `可选：${allowed.join('、')}`,
    ],
    'too-few': ({ minimum }) => [`至少要有 ${minimum} 项`, '补上内容，或删去这一行'],
    'bad-field': ({ problem, kind, got, at }) => [
      kind === 'layout'
        ? fieldProblem[problem](at ?? got)
        : `${fieldProblem[problem](got)}${at && at !== got ? `，读到“${at}”读不下去` : ''}`,
      problem === 'repeated-id'
        ? '换一个编号；引用它的地方也要改'
        : at && kind !== 'layout'
          ? unreadMend(kind, got, at)
          : example[kind],
    ],
  } satisfies { [C in ProblemCode]: (data: ProblemData[C]) => readonly [what: string, mend: string] } as {
    [C in ProblemCode]: (data: ProblemData[C]) => readonly [what: string, mend: string];
  },
  count: (count: number, shown: number) =>
    shown < count ? `共 ${count} 处，以上是前 ${shown} 处，改好后再运行。` : `共 ${count} 处，改好后再运行。`,
  mend: '改法',
};

export type ProblemWords = typeof zh;
export default zh;
