/** What is said of doubts by person, in Chinese. Loaded only where they are shown. */
const zh = {
  title: (campaign: string) => `${campaign}：按人排的疑点`,
  verdict: {
    none: '没有疑点',
    all: (people: string, cases: string) => `${people}人有疑点，共${cases}件，都列在下面`,
    cut: (shown: string, people: string, cases: string) =>
      `先看${shown}人（共${people}人有疑点，${cases}件），按可能损失的钱排`,
    rest: (people: string, amount: string) => `没有排进来的有${people}人，涉及${amount}元`,
    missed: (money: string, low: string, high: string, answered: string) =>
      `按抽样的${answered}人推算，没有排进来的里面大约有${money}元属实（在${low}元到${high}元之间，100次里约95次不出这个范围）`,
    unknown: (answered: string, sample: string) =>
      `没有排进来的里面有多少属实，还推算不出：抽样${sample}人，有反馈的${answered}人；把抽样的也核实`,
    noSample: '没有抽样：没有排进来的里面有多少属实，推算不出（加 --sample）',
  },
  sheet: '先看的',
  sample: '抽样',
  sampleNote: '从没有排进来的人里随机抽的，同样的名单抽出同样的人；他们核实了，才推算得出没有看的里面有多少属实',
  columns: {
    number: '序号',
    people: '姓名、证件号',
    atStake: '涉及金额',
    expected: '可能损失',
    cases: '件数',
    says: '疑点',
    units: '单位',
    ids: '疑点编号',
    places: '所在',
    state: '核实结果',
  },
  nobody: '（不是哪一个人的）',
  below: '可能损失＝涉及金额×证据轻重，只用来排先后；同一笔钱不重复算',
};

export type DoubtsWords = typeof zh;
export default zh;
