import { appendEvents } from '../../../src/write/register/append-events.ts';
import { eventOf } from '../../answer/cases/events.ts';

/** Adds events to a register, one after another, and says which are there: a process of its own, which may be killed. */
const [path = '', who = '', count = ''] = process.argv.slice(2);
for (let nth = 1; nth <= Number(count); nth += 1) {
  appendEvents(path, 'year', () => [eventOf({ by: `${who}${nth}` })]);
  process.stdout.write(`${who}${nth}\n`);
}
