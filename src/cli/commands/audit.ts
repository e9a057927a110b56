import { Command } from 'commander';
import type { AuditAnswer } from '../../answer/audit.ts';
import { wordsFor } from '../../text/words.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT } from '../errors.ts';
import { examples, type SheetFlags, sheetFlags } from '../flags.ts';
import { deliver, destination, FORMATS } from '../output.ts';
import { type Presentation, present } from '../present.ts';

/** `relief audit verify JOURNAL`: is the journal of runs as it was written? */
export function declareAuditVerify(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = new Command('audit verify')
    .description(cli.auditVerify)
    .argument('<journal>', cli.journal)
    .addHelpText('after', examples(['relief audit verify 运行日志.csv'], catalogue));
  program.addCommand(command);
  sheetFlags(command, catalogue, FORMATS, cli.output).action(async (journal: string, flags: SheetFlags) => {
    const target = destination(flags, 1, context);
    const { auditAnswer } = await import('../../answer/audit.ts');
    const answer = auditAnswer(journal);
    const data = await present(presentation(answer, context), target.format, flags, context);
    await deliver([{ name: 'audit', data }], target, context);
    finish(answer.faults.length > 0 ? EXIT.findings : EXIT.ok);
  });
}

const presentation = (answer: AuditAnswer, { catalogue }: Context): Presentation => ({
  records: async () => [(await import('../../render/json/audit.ts')).auditRecord(answer)],
  reports: async () => {
    const words = await wordsFor('audit', catalogue.language);
    return [(await import('../../report/audit/audit-report.ts')).auditReport(answer, words)];
  },
});
