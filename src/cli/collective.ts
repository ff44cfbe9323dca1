/** `cli collective list | confirm 3 | decline 3 --reason "…" | tend`: collectives, by the operator. */
import { parseArgs } from 'node:util';
import { pass } from '#domain/access/gate.ts';
import { tendCollectives } from '#server/jobs/tend-collectives.ts';
import { collectivesToHelp } from '#server/storage/collectives-to-help.ts';
import { storesOn } from '#server/stores.ts';
import { collectiveMessages as words } from '#ui/messages/collectives/cli.fr.ts';
import { sayCollectiveRefusal } from '#ui/messages/collectives/refusals.fr.ts';
import { confirmCollective, declineCollective } from '#use-cases/collectives/confirm-collective.ts';
import { Misuse, type Command } from './command.ts';
import { complainOf, operatorNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: words.summary,
  usage: words.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string', default: '' }, by: { type: 'string' } },
    });
    const [verb, number, ...others] = positionals;
    const collective = readNumber(number);
    const needsNumber = verb === 'confirm' || verb === 'decline';
    if (others.length > 0 || needsNumber === (collective === null) || !VERBS.includes(verb ?? ''))
      throw new Misuse(words.argumentsMissing);
    const actor = operatorNamed(values.by);
    return await context.withRuntime(async ({ db }) => {
      const stores = storesOn(db);
      if (verb === 'tend') {
        context.say(words.tended(await tendCollectives(db, new Date())));
        return 0;
      }
      if (collective === null) {
        const passed = pass(actor, { act: 'see-collectives-to-help', state: 'none' });
        if (!passed.ok) return complainOf(passed.refusal, context);
        const waiting = (await collectivesToHelp(db, { also: [] })).filter(({ state }) => state === 'requested');
        for (const one of waiting) context.say(words.line(one));
        if (waiting.length === 0) context.say(words.nothing);
        return 0;
      }
      const done =
        verb === 'confirm'
          ? await confirmCollective(stores, actor, { collective }, new Date())
          : await declineCollective(stores, actor, { collective, reason: values.reason }, new Date());
      if (!done.ok) {
        context.complain(sayCollectiveRefusal(done.refusal));
        return 1;
      }
      context.say(verb === 'confirm' ? words.confirmed : words.declined);
      return 0;
    });
  },
};

const VERBS: readonly string[] = ['list', 'confirm', 'decline', 'tend'];
