/** `cli entry add FILE`: the operator brings a bulk entry, larger than what comes by the web. The team reviews it on its pages. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { bringFile } from '#server/bulk-entry/bring-file.ts';
import { storesOn } from '#server/stores.ts';
import { entryCommand } from '#ui/messages/bulk-entry-command.fr.ts';
import { sayBulkEntryRefusal } from '#ui/messages/bulk-entry-refusals.fr.ts';
import { ENTRY_BYTES_LIMIT } from '#use-cases/bulk-entry/bring-entry.ts';
import { Misuse, type Command } from './command.ts';
import { addressOf, operatorNamed } from './operator.ts';

export const command: Command = {
  summary: entryCommand.summary,
  usage: entryCommand.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' } },
    });
    const [what, path, ...others] = positionals;
    if (what !== 'add' || path === undefined || others.length > 0) throw new Misuse(entryCommand.whichFile);
    const size = await stat(path).then(
      (found) => (found.isFile() ? found.size : null),
      () => null,
    );
    if (size === null) {
      context.complain(entryCommand.noFile(path));
      return 1;
    }
    // Looked at before it is read: a file of any size may be named.
    if (size > ENTRY_BYTES_LIMIT) {
      context.complain(sayBulkEntryRefusal({ kind: 'entry-too-large', limitInBytes: ENTRY_BYTES_LIMIT }));
      return 1;
    }
    const bytes = new Uint8Array(await readFile(path));
    return await context.withRuntime(async (runtime) => {
      const file = { filename: basename(path), bytes };
      const brought = await bringFile(storesOn(runtime.db), operatorNamed(values.by), file, new Date());
      if (!brought.ok) {
        context.complain(sayBulkEntryRefusal(brought.refusal));
        return 1;
      }
      const { entry, items } = brought.value;
      context.say(entryCommand.brought(addressOf(runtime, `/equipe/saisies/${entry}`), items));
      return 0;
    });
  },
};
