/** What is said of rows that are probably one person's, in Chinese: which of them certainly are, and what speaks for it. */
const zh = {
  one: { person: '同一人', household: '一户' },
  /** All that is known of a group is probable. */
  probably: (one: string) => `很可能是${one}，须核实`,
  /** Some rows certainly belong together, the others probably do too. */
  partly: (sure: readonly string[], rest: string, one: string) =>
    `其中${sure.map((rows) => `${rows}确定是${one}`).join('，')}，${rest}很可能是，须核实`,
  /** Of several that each are certain, all together are probable. */
  altogether: (sure: readonly string[], one: string) =>
    `其中${sure.map((rows) => `${rows}确定是${one}`).join('，')}，合起来很可能是${one}，须核实`,
  rows: (file: string, rows: readonly number[], more: number) => `${file}第${rows.join('、')}${more > 0 ? '…' : ''}行`,
  list: (items: readonly string[]) => items.join('、'),
};

export type IdentityWords = typeof zh;
export default zh;
