import type { OpenField } from '../../domain/sealed/open-field.ts';

interface SealedHead {
  readonly list: string;
  readonly payouts: number;
  readonly rejected: number;
  readonly couples: number;
  readonly found: { readonly error: number; readonly warning: number; readonly hint: number };
}

const FIELDS: Readonly<Record<OpenField, string>> = {
  department: '部门',
  measure: '项目',
  amount: '金额',
  date: '日期',
};

/** What is said of sealing lists, in Chinese. */
const zh = {
  refused: {
    keyAlone: '--new-key 只生成密钥：单独用，不和名单、--key-file、-o、--verify 一起写',
    needsLists: '没有给名单：relief seal 名单 --key-file 密钥 -o 文件夹/（先用 --new-key 生成密钥）',
    needsKey: '没有给密钥：--key-file 密钥文件；还没有的，用 relief seal --new-key 文件 生成一把',
    noSm3: '这里的 Node 没有 SM3：换一个带 SM3 的 Node，或各部门都不用 --sm3',
    needsFolder: '密封后的名单要写到文件夹：-o 文件夹/',
    isSealed: (file: string) => `${file} 已经是密封的：密封没有密封过的名单；核验用 --verify`,
    notOne: (file: string) => `${file} 不是密封的名单：--verify 核验的是 relief seal 写的文件`,
    keyIsThere: (file: string) => `${file} 已经存在，没有改动：换一个名字；盖掉旧的密钥，用它密封的名单就都比不了了`,
    notHere: (file: string) =>
      `${file} 是密封的名单：只有 relief dedupe 能比对，也不能看两行怎么比的（--explain-match）`,
    notSealed: (flag: string) => `${flag} 要看没有密封的名单，密封的名单上用不了：请密封的部门自己做`,
  },
  keyMade:
    '密钥已生成，只有本人能读。不要发邮件、不要和密封的名单放在一起；各部门都用这一把，比对的一方不要拿到它：有密钥的人可以把全部身份证号试一遍',
  keyIsOpen: (file: string) => `注意：密钥 ${file} 这台机器上别人也能读；改成只有本人能读（chmod 600）`,
  sealed: (file: string, { payouts, rejected, couples, found }: SealedHead) =>
    `已密封 ${file}：${payouts}行${rejected > 0 ? `，另有${rejected}行读不了，没有密封` : ''}${
      couples > 0 ? `，${couples}行是夫妻两人，只密封了第一人` : ''
    }；密封前查出错误${found.error}处、警告${found.warning}处${found.error + found.warning > 0 ? '，relief check 看是哪些' : ''}`,
  opened: (open: readonly OpenField[]) =>
    open.length === 0
      ? '没有密封而照写的：只有行号、证件号的类别'
      : `没有密封而照写的：行号、证件号的类别、${open.map((field) => FIELDS[field]).join('、')}`,
  next: (folder: string) => `把 ${folder} 里的文件交给比对的一方，密钥不要给：relief dedupe 密封/*.csv`,
  verified: (file: string, { payouts }: SealedHead) => `${file}：${payouts}行，与密封时一样`,
  otherKey: (file: string) => `${file}：是用另一把密钥密封的`,
  forged: (file: string) => `${file}：内容被有意改过（校验值重新算过，但不是用密钥算的）`,
};

export type SealWords = typeof zh;
export default zh;
