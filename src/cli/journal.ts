/** `cli journal verify`: proves that nobody rewrote a promise. Exit code 1 when something was. */
import { parseArgs } from 'node:util';
import { pass } from '#domain/access/gate.ts';
import { verifyJournal } from '#server/storage/journal-verify.ts';
import { journalMessages, sayJournalFault } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { complainOf, operatorNamed } from './operator.ts';

export const command: Command = {
  summary: journalMessages.summary,
  usage: journalMessages.usage,
  async run(args, context) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Misuse(journalMessages.verifyOnly);
    const passed = pass(operatorNamed(undefined), { act: 'verify-journal', state: 'none' });
    if (!passed.ok) return complainOf(passed.refusal, context);
    const { events, erased, head, faults } = await context.withRuntime(({ db }) => verifyJournal(db));
    context.say(journalMessages.counted(events, erased));
    context.say(journalMessages.head(head));
    for (const fault of faults) context.say(sayJournalFault(fault));
    if (faults.length > 0) {
      context.complain(journalMessages.broken(faults.length));
      return 1;
    }
    context.say(journalMessages.sound);
    return 0;
  },
};
