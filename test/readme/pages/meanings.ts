/** What the meanings in the contract’s schemas, which are published in English, say in Chinese: a test holds that none is missing. */
export const MEANINGS: Readonly<Record<string, string>> = {
  'A day: YYYY-MM-DD.': '日期，YYYY-MM-DD。',
  'Absurd amounts, which are in `amount`.': '离谱的金额，已含在 `amount` 里。',
  'Absurd amounts, which are in `listed`, and which of them are in `open` and `unmentioned`.':
    '离谱的金额，已含在 `listed` 里；其中也含在 `open`、`unmentioned` 里的另列。',
  'The amount of `listed` without the outliers.': '`listed` 的金额减去离谱的金额。',
  'An amount in yuan, as a decimal string.': '以元为单位的金额，十进制字符串。',
  'By how much evidence there is; it decides the order and no more.': '依据有多少；只决定先后。',
  'Columns; of an inner list, one is enough.': '栏目；内层列表里有一栏就行。',
  'Counts by what they are of; people and households are distinct counts, times add up. Null where nothing is said.':
    '按单位分的数量；人、户按不重复的算，人次相加。没有说的是 null。',
  'Every row of any file that is no payout, and why.': '各文件中不是发放记录的每一行，以及原因。',
  'Files in which nothing looks like a sheet of answers.': '看不出是反馈表的文件。',
  'Files that the campaign names and that were not read.': '活动文件写了、而没有读的文件。',
  'Gone since the list was mended, without an answer.': '没有答复，名单整改后不再有的。',
  'How many findings each rule has, by its id.': '每条规则有多少处疑点，按规则编号。',
  'How many people at least, if all pairs to review were one, and at most, by what is certain alone.':
    '至少多少人（待核的几对都是同一人），至多多少人（只认确定的）。',
  'How many.': '数量。',
  'How probable it is that they are one person.': '是同一人的概率。',
  'How sure it is that its rows are one person’s, or one household’s; null where that is not asked.':
    '各行是同一人或同一户的把握；不问这个的是 null。',
  'In the language that was asked for.': '用所要的语言写。',
  'Lines that were changed or before which something is gone; that are no run; that end in the middle.':
    '改过的、前面少了行的、不是运行记录的、只写了一半的行。',
  'Of sealed lists alone: rows that could not be compared, or not fully, and what their departments found before they sealed them.':
    '只有密封的名单才有：没有比或比不全的行数，各部门密封前查出的疑点数。',
  'Lists of what was paid earlier.': '以前发放的名单。',
  'Names with masked numbers, unless they were asked for.': '姓名和打星号的证件号；要了全号的是全号。',
  'No payout counts twice, in however many cases it is.': '一笔发放不管涉及几件，只算一次。',
  'Null where nothing says who lives together.': '名单没有写谁和谁一户的，是 null。',
  'Of the last line; kept elsewhere it shows whether lines were taken away at the end.':
    '末行的；另存一份，就能看出末尾有没有少行。',
  'Of those, what no bank return speaks of.': '其中回盘没有提到的。',
  'On a list, but not of what is due to them.': '在名单上，但没有发应得的项目。',
  'Only where lists or bank returns show that something was not done.': '只有名单或回盘显示有事没有办的才有。',
  'Pages without text, of which nothing was read.': '没有文字、什么也没读到的页。',
  'Pairs of one who went and one who came who may be one person.': '一个退出、一个新增，可能是同一人的几对。',
  'Payouts of which no amount is known: `amount` is then a lower bound.':
    '不知道金额的发放记录：有的话，`amount` 只是下限。',
  'Payouts that say no amount: where there are any, sums are lower bounds.':
    '没有写金额的发放记录：有的话，合计只是下限。',
  'People reached of those eligible; null where nobody is.': '应覆盖的人里已覆盖的；没有应覆盖的，是 null。',
  'People who are one on both because that is confirmed, and not certain.':
    '两边是同一人，凭的是核实过的结论，不是确定的依据。',
  'Payouts that a rule which did run could not judge, for want of something in the row or the campaign.':
    '规则查了，而名单的行或活动文件缺了什么、没有判断的发放记录。',
  'People whom two departments have in common.': '两个部门都发的人。',
  'Perhaps somebody on a list: to be reviewed.': '可能就是名单上的某人：待核实。',
  'Rosters of people who must not be paid.': '不得领取的人的名册。',
  'So many of the sample have been answered.': '抽查的已有多少件答复。',
  'Telephones of offices, and numbers that were allowed.': '单位电话，和允许的号码。',
  'The SHA-256 of the file’s bytes.': '文件内容的 SHA-256。',
  'The bank has said nothing of them, or has not decided.': '银行没有提到，或没有定。',
  'The last day of the exception.': '例外的最后一天。',
  'The lists on which it did not run.': '没有查的名单。',
  'The money at stake.': '涉及的金额。',
  'The same for the same finding, whatever the order of lines or rows; of what is shown, never of a hidden digit.':
    '同一疑点总是同一编号，与行的先后无关；只由显示的内容算出，不含遮盖的数字。',
  'The standard that every row is taken to be paid by, where the list has no amounts.':
    '名单没有金额时，每行按什么标准算。',
  'To the day that `state` speaks of.': '到 `state` 所说的日期。',
  'What arrived is more, or less, than listed.': '到账比名单多或少的。',
  'What of the rest is true, estimated from the answers to the sample, with an interval of 95%; null until there are enough.':
    '其余的有多少属实，由抽查的答复估计，附 95% 区间；答复不够时是 null。',
  'What the campaign costs.': '活动的金额。',
  'What too many people have in common for every two of them to be compared.': '太多人相同、没有两两比较的内容。',
  'When its money left; true where only that is said.': '钱什么时候付出；只说已付出的，是 true。',
  'Whether only some rules or departments were asked for.': '是否只查了部分规则或部门。',
  'Which lists were read: the campaign’s own, those that were given besides, and what was named twice.':
    '读了哪些名单：活动文件自己的、另外给的、写了两次的。',
  'Which of several lists on one sheet.': '一张工作表上几份名单中的第几份。',
  'Whom a case goes to; `name` is empty for whoever runs the campaign.': '疑点下发给谁；给主办单位的，`name` 为空。',
  'Whom of the row: 2 is the second of a couple.': '行里的哪个人：2 是夫妻中的第二人。',
  'Why a value is to be looked at, with the readings that were possible.': '为什么要看一下，以及可能的几种读法。',
  'As the document prints it.': '文件的原文。',
  'What the document says it costs.': '文件写的金额。',
  'Count × standard.': '数量×标准。',
  'What the budget uses: stated, else computed where that is one value.':
    '预算采用的金额：文件写的；没有写的，算得出一个数就用算出的。',
  'False of history, which is added nowhere.': '写往年情况的是 false，哪里都不加进去。',
  'The measure that it is a part of; it is then not added.': '它是哪一项的其中项；其中项不再相加。',
  '`amount` without the outliers.': '`amount` 去掉离谱的金额。',
  'The line of a text file, the row that a spreadsheet shows; from 1.': '文本文件的行，或表格显示的行号；从 1 起。',
  'A character of the line, from 1, or the title of a column.': '行里第几个字符，从 1 起；或者栏目名。',
  '`rows` = `payouts` + `setAside` + `rejected`.': '`rows` = `payouts` + `setAside` + `rejected`。',
  'Per cent, as a decimal string.': '百分数，十进制字符串。',
  '`risk` = `confirmed` + `refuted` + `open`; `confirmed` = `recovered` + `irrecoverable` + `unsettled`.':
    '`risk` = `confirmed` + `refuted` + `open`；`confirmed` = `recovered` + `irrecoverable` + `unsettled`。',
  'before = left + changed + same; now = added + changed + same.':
    'before = left + changed + same；now = added + changed + same。',
  'now = before + added − left + changed, to the fen; changed is what those on both get more.':
    'now = before + added − left + changed，精确到分；changed 是两边都有的人多领的。',
  'How each side may be taken.': '两边各可以怎么算。',
  'Whether the difference is one of wholes.': '差额是否为整体的差额。',
  'Whether it was paid earlier.': '是否以前已发。',
  '`onNoList` + `onOtherLists` + `unclear`.': '`onNoList` + `onOtherLists` + `unclear`。',
  '`all` = `placed` + `aside` + `open`.': '`all` = `placed` + `aside` + `open`。',
  'What each gets, in cash and in goods.': '每份发什么，现金和实物。',
  'log₂, in bits: how much more it is seen of one person than of two of a household, and of two unrelated people.':
    '以 2 为底的对数（比特）：在同一人身上见到，比在同户两人、在不相干的两人身上见到，可能多少。',
  'Masked.': '已遮盖。',
};
