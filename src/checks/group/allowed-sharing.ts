import { contactKey, readAccount } from '../../domain/people/contact.ts';
import { readName } from '../../domain/people/person-name.ts';
import { readPhone } from '../../domain/people/phone.ts';
import type { GroupSearch } from './group-rule.ts';

/** SQL: what may be shared, as the campaign says. */
export const ALLOWED = {
  account: `select number from may_be_shared where kind = 'account'`,
  phone: `select number from may_be_shared where kind = 'phone'`,
  agent: `select number from may_be_shared where kind = 'agent'`,
} as const;

/** Makes the table that `ALLOWED` asks: accounts by their number or their holder's name, telephones, and agents by name. */
export async function allowSharing({ lists: { database }, campaign }: GroupSearch): Promise<void> {
  await database.run('create or replace temp table may_be_shared (kind varchar, number bigint)');
  const { accounts = [], phones = [], agents = [] } = campaign?.sharing ?? {};
  const add = (kind: string, column: string, where: string, text: string) =>
    database.run(
      `insert into may_be_shared select distinct '${kind}', r.${column} from resolved r
        join any_payout p on p.list = r.list and p.row = r.row where r.${column} is not null and ${where}`,
      [text],
    );
  const isContact = (column: string) => `$1 = ltrim(coalesce(p.${column}_text, p.${column}::varchar), '0')`;
  for (const text of accounts) {
    await add('account', 'account', isContact('account'), contactKey(readAccount(text)) ?? text);
    await add('account', 'account', 'p.holder = $1', readName(text).name);
  }
  for (const text of phones) await add('phone', 'phone', isContact('phone'), contactKey(readPhone(text)) ?? text);
  for (const text of agents) await add('agent', 'agent', 'coalesce(p.agent, p.named_agent) = $1', readName(text).name);
}

/** A contact as all rows that share it have it: some may write zeros before it. */
export const withoutZeros = (contact: string | null | undefined): string => (contact ?? '').replace(/^0+/, '');
