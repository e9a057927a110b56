import { describe, expect, it } from 'vitest';
import { readStates } from '../../../src/domain/row/payout-state.ts';

const stated = (...said: string[]) => readStates(said.join('\u001f'));

describe('what columns say against a row', () => {
  it.each([
    ['deceased', '人员状态:死亡'],
    ['deceased', '生存状态:已故'],
    ['deceased', '是否在世:否'],
    ['deceased', '健在情况:否'],
    ['excluded', '居委审核:拟不予救助'],
    ['deceased', '是否死亡:是'],
    ['moved', '变动情况:迁出'],
    ['refused', '是否放弃:√'],
    ['excluded', '人员状态:注销'],
    ['excluded', '发放状态:停发'],
    ['excluded', '核查结果:不符合'],
    ['excluded', '审核意见:不同意'],
    ['excluded', '审批意见:不予救助'],
    ['excluded', '审核结果:未通过'],
    ['excluded', '审核结果:否'],
    ['excluded', '审批结果:×'],
    ['excluded', '变动情况:减少'],
    ['withheld', '待遇状态:暂停'],
    ['excluded', '是否符合条件:否'],
    ['repeated', '比对结果:与残联重复'],
    ['repeated', '是否重复:是'],
    ['withheld', '发放状态:退票'],
    ['withheld', '备注2:暂缓发放'],
    ['questioned', '核查结果:异常'],
    ['questioned', '比对结果:不一致'],
  ])('%s: %s', (says, said) => {
    const [title, cell] = said.split(':');
    expect(stated(said)).toEqual({ title, cell, says });
    expect(stated('审核意见:同意', said, '状态:正常')).toEqual({ title, cell, says });
  });

  it.each([
    '人员状态:正常',
    '人员状态:在册',
    '是否在世:是',
    '是否享受低保:否',
    '是否符合低保条件:否',
    '是否注销户口本:是',
    '是否有死亡证明:是',
    '是否死亡:否',
    '是否放弃:否',
    '是否重复:否',
    '是否停发:无',
    '是否享受:是',
    '审核意见:同意',
    '审核意见:通过',
    '核查结果:无异常',
    '核查结果:无',
    '人员状态:否',
    '核查结果:符合条件',
    '核查结果:属实',
    '变动情况:新增',
    '变动情况:调整金额',
    '发放状态:未发放',
    '发放状态:已发放',
    '健康状态:异常',
    '备注2:减少一人',
    ':',
    '',
  ])('nothing: %s', (said) => {
    expect(stated(said)).toBeNull();
  });
});
