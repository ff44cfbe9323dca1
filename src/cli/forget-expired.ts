/** `cli forget-expired`: what the server also does by itself (src/server/jobs/forget-expired-drafts.ts). */
import { parseArgs } from 'node:util';
import { storesOn } from '#server/stores.ts';
import { forgetExpiredDrafts } from '#use-cases/drafts/forget-drafts.ts';
import { forgetMessages } from '#ui/messages/operator.fr.ts';
import type { Command } from './command.ts';
import { complainOf, operatorNamed } from './operator.ts';

export const command: Command = {
  summary: forgetMessages.summary,
  usage: forgetMessages.usage,
  async run(args, context) {
    parseArgs({ args: [...args], options: {} });
    const forgotten = await context.withRuntime(({ db }) =>
      forgetExpiredDrafts(storesOn(db), operatorNamed(undefined), {}, new Date()),
    );
    if (!forgotten.ok) return complainOf(forgotten.refusal, context);
    context.say(forgetMessages.done(forgotten.value.drafts, forgotten.value.files));
    return 0;
  },
};
