import type { Command } from 'commander';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { widthFor } from '../options.ts';

/** `relief explain [RULE]`: a rule's documentation, or the list of rules. */
export function declareExplain(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io, chalk } = context;
  program
    .command('explain')
    .description(catalogue.cli.explain)
    .argument('[rule]', catalogue.cli.rule)
    .action(async (id?: string) => {
      const { RULES, ruleOf } = await import('../../checks/index.ts');
      const { nearest } = await import('../../domain/nearest.ts');
      const { renderRule, renderRuleList } = await import('../../render/rules.ts');
      if (id === undefined) {
        io.stdout.write(renderRuleList(RULES, catalogue, chalk));
      } else {
        const rule = ruleOf(id);
        if (!rule)
          throw new UsageError(
            catalogue.explain.unknown(
              id,
              nearest(
                id,
                RULES.map((known) => known.id),
              ),
            ),
          );
        io.stdout.write(renderRule(rule, catalogue, chalk, widthFor(undefined, io)));
      }
      finish(EXIT.ok);
    });
}
