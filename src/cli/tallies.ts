/** `cli tallies verify|rebuild`: the country's figures beside a recount. `verify`: exit code 1 when one is wrong. */
import { parseArgs } from 'node:util';
import { pass } from '#domain/access/gate.ts';
import { recountedDifference, recountTallies } from '#server/storage/tallies.ts';
import { sayTallyFault, talliesMessages } from '#ui/messages/tallies.fr.ts';
import { Misuse, type Command } from './command.ts';
import { complainOf, operatorNamed } from './operator.ts';

/** Lines shown at most. */
const SHOWN = 20;

export const command: Command = {
  summary: talliesMessages.summary,
  usage: talliesMessages.usage,
  async run(args, context) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [what] = positionals;
    if (positionals.length !== 1 || (what !== 'verify' && what !== 'rebuild')) {
      throw new Misuse(talliesMessages.verifyOrRebuild);
    }
    const passed = pass(operatorNamed(undefined), {
      act: what === 'verify' ? 'verify-tallies' : 'rebuild-tallies',
      state: 'none',
    });
    if (!passed.ok) return complainOf(passed.refusal, context);
    return await context.withRuntime(async ({ db }) => {
      if (what === 'rebuild') {
        await db.transaction().execute((transaction) => recountTallies(transaction, new Date()));
        context.say(talliesMessages.rebuilt);
        return 0;
      }
      const faults = await recountedDifference(db, { limit: SHOWN + 1 });
      for (const fault of faults.slice(0, SHOWN)) context.say(sayTallyFault(fault));
      if (faults.length === 0) context.say(talliesMessages.sound);
      else context.complain(talliesMessages.broken(Math.min(faults.length, SHOWN), faults.length <= SHOWN));
      return faults.length === 0 ? 0 : 1;
    });
  },
};
