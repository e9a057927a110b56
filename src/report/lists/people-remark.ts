import { grouped } from '../../domain/money.ts';
import type { ListWords } from '../../text/zh/lists.ts';
import type { JoinedPeople } from '../../totals/lists/joined-people.ts';

/** How sure the number of people is; nothing where nobody is only probable. */
export function peopleRemark({ range: { low, high }, review }: JoinedPeople, { people: say }: ListWords): string[] {
  const figure = (count: number) => grouped(String(count));
  return low === high && review === 0 ? [] : [say.between(figure(high), figure(review), figure(low))];
}
