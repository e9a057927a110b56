import { describe, expect, it } from 'vitest';
import { readKinship } from '../../../src/domain/people/kinship.ts';

describe('how the holder of an account is related to the payee', () => {
  it.each(
    '父子 父女 母子 母女 祖孙 爷孙 外祖父 外婆 姥姥 奶奶 夫妻 夫妻关系 配偶 丈夫 妻 长子 次女 儿媳 女婿 婆媳 兄弟 姐弟 叔侄 舅甥 姑姑 侄子 外甥女 养父 继母 其父 学生母亲 户主之子 母亲（监护人） 父子/监护人 监护人 法定监护人 家长 直系亲属'.split(
      ' ',
    ),
  )('%s explains it', (text) => {
    expect(readKinship(text)).not.toBeNull();
  });

  it.each([
    '本人',
    '本人账户',
    '邻居',
    '同事',
    '朋友',
    '亲戚',
    '村干部',
    '代领人',
    '其他',
    '无',
    '户主',
    '',
    '不是父子',
  ])('%s explains nothing', (text) => {
    expect(readKinship(text)).toBeNull();
  });
});
