/** `cli publish 12`: the operator makes a draft public. */
import { parseArgs } from 'node:util';
import { storesOn } from '#server/stores.ts';
import { publishDraft } from '#use-cases/drafts/publish-draft.ts';
import { publishMessages } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { addressOf, complainOf, operatorNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: publishMessages.summary,
  usage: publishMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'accept-all': { type: 'boolean', default: false },
        reviewed: { type: 'boolean', default: false },
        'same-file': { type: 'boolean', default: false },
        by: { type: 'string' },
      },
    });
    const id = readNumber(positionals[0]);
    if (id === null || positionals.length !== 1) throw new Misuse(publishMessages.draftMissing);
    // The page claims a review only when somebody says so: publishing is not reading.
    const { reviewed, 'accept-all': acceptAll, 'same-file': sameFile } = values;
    const request = {
      draft: { id },
      doubts: acceptAll ? 'accept' : 'refuse',
      reviewed,
      sameFile: sameFile ? 'accept' : 'refuse',
    } as const;
    return await context.withRuntime(async (runtime) => {
      const published = await publishDraft(storesOn(runtime.db), operatorNamed(values.by), request, new Date());
      if (!published.ok) return complainOf(published.refusal, context);
      const { kind } = published.value;
      const path = `/${kind === 'pact' ? 'pactes' : 'plans'}/${published.value.id}`;
      context.say(publishMessages.published(kind, addressOf(runtime, path)));
      return 0;
    });
  },
};
