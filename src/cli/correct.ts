/** `cli correct pact 12 --draft 34 --reason "…"`: another reading of the same file takes the place of the one shown. */
import { parseArgs } from 'node:util';
import { storesOn } from '#server/stores.ts';
import { correctPublished } from '#use-cases/published/correct-published.ts';
import { correctMessages } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { addressOf, complainOf, operatorNamed, publishedNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: correctMessages.summary,
  usage: correctMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        draft: { type: 'string' },
        reason: { type: 'string' },
        'accept-all': { type: 'boolean', default: false },
        reviewed: { type: 'boolean', default: false },
        by: { type: 'string' },
      },
    });
    const { reason, reviewed, 'accept-all': acceptAll } = values;
    const named = publishedNamed(positionals);
    const draft = readNumber(values.draft);
    if (named === null || draft === null || reason === undefined) throw new Misuse(correctMessages.argumentsMissing);
    const request = {
      ...named,
      draft: { id: draft },
      reason,
      doubts: acceptAll ? 'accept' : 'refuse',
      reviewed,
    } as const;
    return await context.withRuntime(async (runtime) => {
      const corrected = await correctPublished(storesOn(runtime.db), operatorNamed(values.by), request, new Date());
      if (!corrected.ok) return complainOf(corrected.refusal, context);
      context.say(correctMessages.done(named.what, addressOf(runtime, named.path)));
      const { lostLinks } = corrected.value;
      if (lostLinks > 0) context.complain(correctMessages.lostLinks(lostLinks));
      return 0;
    });
  },
};
