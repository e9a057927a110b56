import { compactCell } from '../cell-text.ts';

/** 岳父, 外祖母, 二姐, 侄女: one relative of another; and two of them, as they stand to each other. */
const RELATIVE =
  '(?:养|继|生|岳|公)?(?:父亲?|母亲?)|爸爸?|妈妈?|父母|公婆|(?:外|曾)?祖(?:父|母)|[爷奶]{1,2}|外[公婆]|姥[姥爷]|配偶|爱人|丈夫|妻子?|夫|老[公婆]' +
  '|(?:[长次三四五大小二独养继幼]?)(?:子|女|儿子|女儿|闺女|儿)|子女|(?:外|曾)?孙(?:子|女)?|外孙[子女]|儿媳妇?|媳妇?|女婿' +
  '|[大小二三四堂表]?(?:哥哥?|弟弟?|姐姐?|妹妹?)|[大小二三四]?(?:伯[父母伯]?|叔[叔父]?|婶[婶子]?|姑[姑父妈]?|舅[舅父妈]?|姨[姨妈夫]?)|侄[子女儿]?|外甥女?';
const PAIR =
  '(?:养|继)?[父母][子女]|[祖爷奶]孙|外祖孙|夫[妻妇]|婆媳|翁婿|岳婿|[堂表]?(?:兄[弟妹]|姐[妹弟]|姊妹)|[叔伯姑][侄]|[舅姨][甥]';
/** Not 亲戚, which may be anybody. */
const OTHERWISE = '(?:直系|近)?亲属|家属|(?:法定|第一|临时)?监护人?|被监护人?|法定代理人?|家长|监护关系';
const WHOSE = '(?:[系为是属]|其|本人|学生|孩子|儿童|老人|受助人|对象|户主)*的?之?';
const KIN = new RegExp(`^${WHOSE}(?:${RELATIVE}|${PAIR}|${OTHERWISE})(?:关系)?$`);

/** 母亲（监护人）, 父子/监护人: what stands in brackets says it too. */
const BETWEEN = /[()/、,;，；\s]+/;

/**
 * How somebody is related to whoever is paid, as it stands; null where that explains nothing: 本人, 邻居, 同事, nothing at all.
 */
export function readKinship(text: string): string | null {
  const words = compactCell(text);
  return words.split(BETWEEN).some((word) => KIN.test(word)) ? words : null;
}
