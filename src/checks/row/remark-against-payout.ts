import { isForSuch, LONGEST_OBJECTION, type Objection, readObjection } from '../../domain/row/payout-remark.ts';
import { readStates, STRUCK_THROUGH } from '../../domain/row/payout-state.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';

const SAYS: Readonly<Record<Objection, { readonly zh: string; readonly en: string }>> = {
  deceased: { zh: '已经死亡', en: 'is dead' },
  moved: { zh: '已经迁走', en: 'has moved away' },
  refused: { zh: '本人不领', en: 'wants nothing' },
  excluded: { zh: '按此不应发放', en: 'should not be paid' },
  repeated: { zh: '与别处重复', en: 'is paid elsewhere' },
  withheld: { zh: '没有发成或先不发', en: 'is not paid, or not yet' },
  questioned: { zh: '有疑问，没有核清', en: 'is in doubt' },
};

/** Where it stands: in the remark, a comment on a cell, or a column of this title; or the row is struck through. */
const PLACES = { remark: '', comment: '批注', struck: STRUCK_THROUGH } as const;

/** Somebody is to be paid of whom the row itself says that they should not be. */
export default defineRowRule<{ column: string; remark: string; says: Objection }>({
  id: 'remark-against-payout',
  severity: 'warning',
  documentation: {
    zh: {
      title: '备注、状态与发放矛盾',
      what: '这一行要发钱，备注却写着这个人已去世、迁出、放弃、不符合、已停发，与别处重复、已由别的部门发放，或者未领、退回、暂缓、待核实、账号有误、资料不全、查无此人、录错；或者状态、审核、核查、变动一类的栏里是“死亡”“注销”“不同意”“不符合”“异常”“减少”，“是否在世”是“否”；或者xlsx里这一行的批注这样写，姓名、身份证号划了删除线。备注只看一开头就这样写的：“丈夫去世”说的是别人，不算；“账号有误，已更正”也不算；发放状态“未发放”不算。项目本来就是发给这些人的（丧葬、遗属、渐退、补发等）不看。',
      why: '经办人已经看出不该发，却没有把这一行删去：不改，钱照样会发出去。',
      example: '备注“1月5日去世”，节日补助1200元仍在名单上。',
      mend: '核实后从名单删去，或把备注、状态改成现在的情况；由继承人依规定领取的，写明领款人。已经发了的，追回。',
    },
    en: {
      title: 'Remark or state speaks against the payout',
      what: 'The row pays somebody, and its remark says that the person died, moved away, wants nothing, does not qualify or was struck off (去世, 迁出, 放弃, 不符合, 停发), is paid elsewhere (与民政局重复, 已由总工会发放), or that the money was not paid, came back, or is held back (未领, 退回, 暂缓, 待核实, 账号有误, 资料不全), or that something is amiss (查无此人, 录错); or a column of states, examinations or changes says so (死亡, 注销, 不同意, 不符合, 异常, 减少; 否 under 是否在世); or, in an .xlsx, a comment on one of its cells says so, or its name or ID number is struck through. Only a remark that begins so is taken: 丈夫去世 speaks of somebody else, 账号有误，已更正 of what is mended; and 未发放 of a payment is as it should be. Measures that are meant for just such people (丧葬, 遗属, 渐退, 补发 …) are not looked at.',
      why: 'Whoever keeps the list saw that nothing is due, and left the row in: the money will go out all the same.',
      example: 'The remark is 1月5日去世, and 1,200 yuan of 节日补助 are still on the list.',
      mend: 'Verify, and take the row off the list, or bring the remark or the state up to date; where an heir is entitled, name who is paid. Recover what has been paid.',
    },
  },
  message: {
    zh: ({ column, remark, says }) =>
      column === PLACES.struck
        ? '这一行划了删除线，仍列着发放：不发的，把这一行删去'
        : `${column === PLACES.remark ? '备注' : column === PLACES.comment ? '批注' : `“${column}”`}写着“${remark}”：${SAYS[says].zh}，仍列着发放`,
    en: ({ column, remark, says }) =>
      column === PLACES.struck
        ? 'the row is struck through, and yet is listed to be paid: delete it if nothing is to be paid'
        : `${column === PLACES.remark ? 'the remark' : column === PLACES.comment ? 'a comment on a cell' : column} says “${remark}”: this person ${SAYS[says].en}, and yet is listed to be paid`,
  },
  needs: [],
  column: ({ column }) => {
    if (column === PLACES.remark) return 'remark';
    return column === PLACES.comment || column === PLACES.struck ? 'name' : { title: String(column) };
  },
  find: async ({ judge, assignments: { measures } }) => {
    const remark = `case when length(p.remark) <= ${LONGEST_OBJECTION} then p.remark end`;
    const where = '(p.remark is not null or p.state is not null)';
    const judged = await judge({ remark, state: 'p.state', measure: 'p.measure' }, where, (row) => {
      if (isForSuch(measures[row.measure as number]?.measure.name ?? '')) return null;
      const says = readObjection(String(row.remark ?? ''));
      if (says !== null) return { detail: { column: '', remark: String(row.remark), says } };
      const stated = readStates(String(row.state ?? ''));
      if (stated === null) return null;
      const place = stated.cell === STRUCK_THROUGH ? PLACES.struck : stated.title || PLACES.comment;
      return { detail: { column: place, remark: stated.cell, says: stated.says } };
    });
    return [{ where, judged }];
  },
  show: (_, { column, remark, says }) => ({
    column: maskText(String(column)),
    remark: maskText(String(remark)),
    says: says as Objection,
  }),
});
