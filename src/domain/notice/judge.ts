import type { Around } from './around.ts';
import type { Figure } from './figure.ts';
import { judgeCount } from './judge-count.ts';
import { type Judgement, judgeMoney } from './judge-money.ts';

/** What a figure is: a value of the draft, or why it is none. */
export function judge(figure: Figure, around: Around): Judgement {
  switch (figure.kind) {
    case 'money':
      return judgeMoney(around);
    case 'count':
      return judgeCount(around);
    case 'bare':
      return judgeBare(around);
    case 'vague':
    case 'cut':
      return { open: figure.kind };
    default:
      return { aside: figure.kind };
  }
}

/** 8700多万城乡困难群众, 3.2万困难家庭: what is counted in tens of thousands may go without its measure word. */
function judgeBare(around: Around): Judgement {
  const people =
    /^(?:(?![让使给向为送大元款])[\u4e00-\u9fff]){0,8}?(群众|职工|学生|学子|老人|儿童|人口|对象|残疾人|农民工|居民|党员|患者|妇女|家庭|农户|贫困户)/.exec(
      around.after,
    )?.[1];
  if (!people || !/[万亿][余多]?$/.test(around.printed)) return { open: 'no-unit' };
  return judgeCount({ ...around, printed: `${around.printed}${/家庭|户$/.test(people) ? '户' : '人'}` });
}
