import type { Categories } from './category.ts';

/**
 * Whom notices of this work give to, as they call them: the categories of 社会救助 (社会救助暂行办法), 儿童福利, 优抚, 残联, 工会
 * 和慈善 documents. Only used to tell a list of categories from one long description.
 */
const WORDS = new Set(
  (
    '低保对象 低保户 低保家庭 低保人员 城乡低保家庭 低收入家庭 低收入户 低保边缘家庭 低保边缘户 边缘易致贫户 脱贫户 特困人员 特困户 特困家庭 ' +
    '特困供养人员 五保户 五保对象 支出型困难家庭 支出型贫困家庭 因病支出型贫困家庭 困难家庭 困难户 困难群众 特殊困难家庭 临时救助对象 ' +
    '孤儿 散居孤儿 社会散居孤儿 集中供养孤儿 事实无人抚养儿童 困境儿童 留守儿童 孤残儿童 困难儿童 儿童 ' +
    '老人 困难老人 独居老人 空巢老人 高龄老人 孤老 失能老人 百岁老人 高龄独居老人 老年人 ' +
    '残疾人 困难残疾人 重度残疾人 重残人员 重残无业人员 精神残疾人 智力残疾人 残疾儿童 残疾军人 ' +
    '困难职工 困难农民工 农民工 劳模 困难劳模 特困劳模 一线职工 环卫工人 失业人员 登记失业人员 ' +
    '优抚对象 重点优抚对象 烈属 军属 烈军属 退役军人 困难退役军人 复员军人 伤残军人 老兵 ' +
    '困难党员 老党员 生活困难党员 建国前老党员 老干部 离休干部 困难学生 贫困学生 特困学生 困难教师 大学生 困难大学生 ' +
    '困难妇女 单亲困难母亲 两癌患者 两癌妇女 失独家庭 计划生育特殊家庭 计生特殊家庭 归侨侨眷 困难侨眷 归侨 侨眷 ' +
    '流浪乞讨人员 大病患者 重病患者 尿毒症患者 受灾群众 知青 回沪知青 见义勇为人员 困难青少年 青少年 志愿者'
  ).split(' '),
);

/**
 * Splits `低保对象、孤儿` into its categories, where every part is one by itself: known here, by `categories:`, or as what
 * another measure is for. A description that only has such marks in it (卧床不起、年老失智的老三八红旗手) stays whole.
 */
export function splitCategories(
  text: string,
  categories: Categories,
  others: Pick<ReadonlySet<string>, 'has'>,
): string[] {
  const parts = text.split(/[、，；,;]/).map((part) => part.trim());
  const isCategory = (part: string) =>
    WORDS.has(part) || others.has(part) || part in categories || Object.values(categories).flat().includes(part);
  return parts.length > 1 && parts.every(isCategory) ? parts : [text];
}
