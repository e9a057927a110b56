import { LONGEST_OBJECTION, type Objection, readObjection } from '../../domain/row/payout-remark.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';

const SAYS: Readonly<Record<Objection, { readonly zh: string; readonly en: string }>> = {
  deceased: { zh: '已经死亡', en: 'is dead' },
  moved: { zh: '已经迁走', en: 'has moved away' },
  refused: { zh: '本人不领', en: 'wants nothing' },
  excluded: { zh: '不再符合', en: 'was taken off' },
  repeated: { zh: '与别处重复', en: 'is paid elsewhere' },
  withheld: { zh: '没有发或先不发', en: 'is not paid, or not yet' },
};

/** Somebody is to be paid of whom the row itself says that they should not be. */
export default defineRowRule<{ remark: string; says: Objection }>({
  id: 'remark-against-payout',
  severity: 'warning',
  documentation: {
    zh: {
      title: '备注与发放矛盾',
      what: '这一行要发钱，备注却写着这个人已去世、迁出、放弃、不符合、已停发，与别处重复、已由别的部门发放，或者未领、退回、暂缓、待核实。只看备注一开头就这样写的：“丈夫去世”说的是别人，不算。项目本来就是发给这些人的（丧葬、遗属、渐退、补发等）不看。',
      why: '经办人已经看出不该发，却没有把这一行删去：不改，钱照样会发出去。',
      example: '备注“1月5日去世”，节日补助1200元仍在名单上。',
      mend: '核实后从名单删去，或把备注改成现在的情况；由继承人依规定领取的，写明领款人。已经发了的，追回。',
    },
    en: {
      title: 'Remark speaks against the payout',
      what: 'The row pays somebody, and its remark says that the person died, moved away, wants nothing, does not qualify or was struck off (去世, 迁出, 放弃, 不符合, 停发), is paid elsewhere (与民政局重复, 已由总工会发放), or that the money was not paid, came back, or is held back (未领, 退回, 暂缓, 待核实). Only a remark that begins so is taken: 丈夫去世 speaks of somebody else. Measures that are meant for just such people (丧葬, 遗属, 渐退, 补发 …) are not looked at.',
      why: 'Whoever keeps the list saw that nothing is due, and left the row in: the money will go out all the same.',
      example: 'The remark is 1月5日去世, and 1,200 yuan of 节日补助 are still on the list.',
      mend: 'Verify, and take the row off the list, or bring the remark up to date; where an heir is entitled, name who is paid. Recover what has been paid.',
    },
  },
  message: {
    zh: ({ remark, says }) => `备注写着“${remark}”：${SAYS[says].zh}，仍列着发放`,
    en: ({ remark, says }) => `the remark says “${remark}”: this person ${SAYS[says].en}, and yet is listed to be paid`,
  },
  needs: [],
  column: () => 'remark',
  find: async ({ judge, assignments: { measures } }) => {
    const where = `length(p.remark) <= ${LONGEST_OBJECTION}`;
    const judged = await judge({ remark: 'p.remark', measure: 'p.measure' }, where, ({ remark, measure }) => {
      const name = measures[measure as number]?.measure.name ?? '';
      const says = readObjection(String(remark), name);
      return says === null ? null : { detail: { remark: String(remark), says } };
    });
    return [{ where, judged }];
  },
  show: (_, { remark, says }) => ({ remark: maskText(String(remark)), says: says as Objection }),
});
