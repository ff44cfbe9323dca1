/** `cli link 1 2.3 --measure 15`: a person says which measure an action carries out. */
import { parseArgs } from 'node:util';
import { storesOn } from '#server/stores.ts';
import { linkAction } from '#use-cases/plans/link-action.ts';
import { linkMessages } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { complainOf, operatorNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: linkMessages.summary,
  usage: linkMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        measure: { type: 'string' },
        charter: { type: 'string', default: 'pacte-transition-2020' },
        by: { type: 'string' },
      },
    });
    const [planText, action, ...others] = positionals;
    const plan = readNumber(planText);
    const measure = readNumber(values.measure);
    if (plan === null || action === undefined || measure === null || others.length > 0) {
      throw new Misuse(linkMessages.argumentsMissing);
    }
    const linked = await context.withRuntime(({ db }) =>
      linkAction(
        storesOn(db),
        operatorNamed(values.by),
        { plan, action, edition: values.charter, measure },
        new Date(),
      ),
    );
    if (!linked.ok) return complainOf(linked.refusal, context);
    context.say(linked.value.already ? linkMessages.already : linkMessages.done);
    return 0;
  },
};
