/** `cli addresses import FILE`: the public e-mail addresses of lists and town halls, by which a role is confirmed. */
import { parseArgs } from 'node:util';
import { readAddressLines } from '#reading/candidates/address-lines.ts';
import { openTable } from '#reading/table/open-table.ts';
import type { Row } from '#reading/table/row-parser.ts';
import { storesOn } from '#server/stores.ts';
import { errorCode } from '#server/error-code.ts';
import { enterAddresses, type TypedAddress } from '#use-cases/campaign/enter-addresses.ts';
import { addressesMessages as words } from '#ui/messages/campaign-cli.fr.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { importMessages } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { operatorNamed } from './operator.ts';
import { readBounded } from './read-bounded.ts';

/** 36,000 communes with two addresses each weigh less than 10 MB. */
const LIMIT = 20 * 1024 * 1024;

export const command: Command = {
  summary: words.summary,
  usage: words.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' } },
    });
    const [verb, file, ...others] = positionals;
    if (verb !== 'import' || file === undefined || others.length > 0) throw new Misuse(words.argumentsMissing);
    const read = await readBounded(file, LIMIT).catch((error: unknown) => errorCode(error) ?? 'inconnu');
    if (typeof read === 'string' || read.kind !== 'read') {
      context.complain(importMessages.unreadable(file, typeof read === 'string' ? read : read.kind));
      return 1;
    }
    const rows: Row[] = [];
    for await (const batch of (await openTable(() => [read.bytes])).rows()) rows.push(...batch);
    const lines = readAddressLines(rows);
    if (lines === null) {
      context.complain(words.noColumns);
      return 1;
    }
    const addresses = lines.map(({ owner, ...line }): TypedAddress => ({ ...line, owner: toOwner(owner) }));
    return await context.withRuntime(async ({ db }) => {
      const entered = await enterAddresses(storesOn(db), operatorNamed(values.by), addresses, new Date());
      if (!entered.ok) {
        context.complain(sayCampaignRefusal(entered.refusal));
        return 1;
      }
      context.say(words.done(entered.value.added, entered.value.known));
      return 0;
    });
  },
};

/** A line that names nobody is told as an unknown list. */
function toOwner(owner: NonNullable<ReturnType<typeof readAddressLines>>[number]['owner']): TypedAddress['owner'] {
  if (owner === null) return { list: 0 };
  if ('list' in owner) return owner;
  return 'siren' in owner
    ? { place: { kind: 'grouping', siren: owner.siren } }
    : { place: { kind: 'municipality', code: owner.municipality } };
}
