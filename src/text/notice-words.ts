/** What a public notice says. It hangs on a wall in China, and is Chinese in every language. */
export const NOTICE_WORDS = {
  title: (campaign: string, about: string) => `关于${campaign}拟发放对象的公示${about === '' ? '' : `（${about}）`}`,
  basis: (document: string, people: string) => `根据${document}，经核对，拟发放${people}，现予公示。`,
  noBasis: (people: string) => `经核对，拟发放${people}，现予公示。`,
  document: (issuer: string, document: string) => [issuer, document].filter((part) => part !== '').join(''),
  people: (rows: string) => `${rows}人次`,
  period: (from: string, until: string, days: number) => `公示时间：${from}至${until}（${days}天）。`,
  objections: (unit: string, phone: string) =>
    `公示期内对公示内容有异议的，请向${unit}反映，我们为反映人保密。监督电话：${phone}。`,
  noPhone: '                    ',
  columns: {
    ordinal: '序号',
    name: '姓名',
    place: '居（村）委会',
    department: '发放部门',
    measure: '项目',
    amount: '金额（元）',
    quantity: '份数',
  },
  masked: '依法保护个人隐私，部分姓名以“*”代替。',
  unknown: { committee: '未写居委会', measure: '未写项目', department: '未写部门' },
  unit: '（公章）',
  date: (day: string) => {
    const [year = '', month = '', date = ''] = day.split('-');
    return `${year}年${Number(month)}月${Number(date)}日`;
  },
  file: (about: string) => `公示-${about}`,
  sheet: '公示',
} as const;
