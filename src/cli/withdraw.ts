/** `cli withdraw pact 12 --reason "…"`: a pact or plan is shown no longer, and its address says why. */
import { parseArgs } from 'node:util';
import { storesOn } from '#server/stores.ts';
import { withdrawPublished } from '#use-cases/published/withdraw-published.ts';
import { withdrawMessages } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { addressOf, complainOf, operatorNamed, publishedNamed } from './operator.ts';

export const command: Command = {
  summary: withdrawMessages.summary,
  usage: withdrawMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' }, by: { type: 'string' } },
    });
    const { reason } = values;
    const named = publishedNamed(positionals);
    if (named === null || reason === undefined) throw new Misuse(withdrawMessages.argumentsMissing);
    return await context.withRuntime(async (runtime) => {
      const actor = operatorNamed(values.by);
      const withdrawn = await withdrawPublished(storesOn(runtime.db), actor, { ...named, reason }, new Date());
      if (!withdrawn.ok) return complainOf(withdrawn.refusal, context);
      context.say(withdrawMessages.done(named.what, addressOf(runtime, named.path)));
      return 0;
    });
  },
};
