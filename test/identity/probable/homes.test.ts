import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';

/** Somebody's valid number, or none. */
const numberOf = (serial: number) => {
  const first17 = `99000019${30 + (serial % 60)}0${1 + (serial % 9)}${10 + (serial % 17)}${String(serial).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};

const SURNAMES = Array.from('赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕');
const GIVEN = Array.from('晨曦岚峰霖涛瑶琪颖哲睿钧铭锋钰琳珊瑜瑾璐');
const others = Array.from({ length: 60 }, (_, at) =>
  [
    `${SURNAMES[at % 20]}${GIVEN[(at * 7) % 20]}${GIVEN[(at * 3 + 5) % 20]}`,
    // Where nearly everybody has a number, only those are compared who may be somebody without one.
    at % 5 === 0 ? '' : numberOf(100 + at),
    `兰溪路${10 + at}弄${1 + (at % 7)}号`,
  ].join(','),
);

/** How many homes the people at these addresses are of; they have ID numbers, or not. */
async function homesAt(addresses: readonly string[], known: boolean): Promise<number> {
  const people = addresses.map((address, at) =>
    [['顾淑珍', '高秀强', '朱华红'][at], known ? numberOf(1 + at) : '', address].join(','),
  );
  const list = ['姓名,身份证号,家庭住址', ...people, ...others].map((row) => `${row},500`).join('\n');
  return withLists([inputOf(saved(`${list.replace('家庭住址,500', '家庭住址,金额')}\n`))], async (lists) => {
    await resolveIdentities(lists);
    const { homes } = await lists.database.one<{ homes: bigint }>(
      `select count(distinct home) as homes from resolved where row < ${addresses.length + 2}`,
    );
    return Number(homes);
  });
}

describe('who probably lives together', () => {
  it('is whoever has one address', async () => {
    expect(await homesAt(['练塘镇庆华村64号2室', '练塘镇庆华村64号2室'], true)).toBe(1);
    expect(await homesAt(['青浦区练塘镇人民路3号501室', '人民路3号501室'], true)).toBe(1);
  });

  it('is nobody in another town, where villages and streets are called alike', async () => {
    for (const known of [true, false]) {
      expect(await homesAt(['盈浦街道庆华村64号', '练塘镇庆华村64号'], known)).toBe(2);
      expect(await homesAt(['盈浦街道人民路3号501室', '练塘镇人民路3号501室'], known)).toBe(2);
    }
    expect(await homesAt(['盈浦街道人民路3号501室', '练塘镇人民路3号501室', '人民路3号501室'], true)).toBe(3);
  });
});
