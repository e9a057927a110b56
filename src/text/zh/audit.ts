const words = {
  title: '运行日志核验',
  sheet: '有问题的行',
  line: '行',
  why: '问题',
  whole: '日志完好：没有一行被改动、删去或调换',
  broken: (lines: string) => `日志被动过：${lines}行对不上，见下`,
  span: (runs: string, first: string, last: string) => `记了${runs}次运行，从 ${first} 到 ${last}`,
  empty: '还没有记下任何运行',
  seal: (seal: string) => `最后一行的校验：${seal}。另存一份，以后可以看出末尾有没有被删`,
  faults: {
    changed: '这一行被改过，或者它前面的行被删去、调换',
    unreadable: '不是一次运行的记录',
    half: '没有写完（当时被中断）',
  },
};
export type AuditWords = typeof words;
export default words;
