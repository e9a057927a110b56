import { type Command, Option } from 'commander';
import { isDay } from '../../domain/calendar.ts';
import type { NoticesBy } from '../../domain/published/notices-by.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { choice, examples, several } from '../flags.ts';
import { listFlags } from '../list-flags.ts';
import type { NoticeFormat, PublishFlags } from '../publish-flags.ts';

const FORMATS: readonly NoticeFormat[] = ['xlsx', 'html', 'docx'];
const BY: readonly NoticesBy[] = ['committee', 'measure', 'department'];

/** `relief publish CAMPAIGN [LIST…] -o FOLDER/`: the notices that go on the wall. */
export function declarePublish(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('publish')
    .description(cli.publish)
    .argument('<files...>', cli.campaignAndLists)
    .option('-o, --output <folder>', cli.publishFolder)
    .addOption(
      choice(catalogue, '-f, --format <format>', cli.publishFormat, FORMATS).argParser(
        (value, before: readonly string[] | undefined) => {
          if (FORMATS.includes(value as NoticeFormat)) return several(value, before);
          throw new UsageError(cli.badChoice('--format', value, FORMATS.join(', ')));
        },
      ),
    )
    .addOption(choice(catalogue, '--by <what>', cli.publishBy, BY))
    .addOption(choice(catalogue, '--names <how>', cli.publishNames, ['full', 'masked']))
    .addOption(
      new Option('--from <day>', cli.publishFrom).argParser((value) => {
        if (isDay(value)) return value;
        throw new UsageError(cli.badAsOf(value).replace('--as-of', '--from'));
      }),
    )
    .addOption(
      new Option('--days <number>', cli.publishDays).argParser((value) => {
        const days = Number(value);
        if (Number.isInteger(days) && days >= 1 && days <= 366) return days;
        throw new UsageError(cli.badDays(value));
      }),
    )
    .option('--unit <words>', cli.publishUnit)
    .option('--phone <number>', cli.publishPhone)
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(command, catalogue).action(async (files: string[], flags: PublishFlags) => {
    if (flags.output === undefined) throw new UsageError(cli.publishNeedsFolder);
    const { writeNotices } = await import('../publish.ts');
    await writeNotices(files, { ...flags, folder: flags.output, formats: flags.format ?? FORMATS }, context);
    finish(EXIT.ok);
  });
}

const EXAMPLES = [
  'relief publish campaign.yaml -o 公示/',
  'relief publish campaign.yaml --by measure --from 2026-01-12 --days 7 -o 公示/',
  'relief publish campaign.yaml lists/*.xlsx --phone 59720000 -f docx -o 公示/',
  'relief check --public 公示/',
];
