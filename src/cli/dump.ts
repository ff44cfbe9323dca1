/**
 * `cli dump make [--into FOLDER]`, `cli dump verify FOLDER`, `cli dump load FOLDER`: public copies (docs/open-data.md).
 * Verifying needs neither a site nor a database. Exit code 1 when something is wrong.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pass } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { publicAddress } from '#server/config.ts';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { inSnapshot, makeDump } from '#server/dumps/make-dump.ts';
import { objectsIn } from '#server/dumps/read-dump.ts';
import { verifyDump } from '#server/dumps/verify-dump.ts';
import { writeDump } from '#server/dumps/write-dump.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { COPIED_RESOURCES } from '#server/open-data/open-resources.ts';
import { storesOn } from '#server/stores.ts';
import { syntheticCountry } from '#server/storage/synthetic-country.ts';
import { dumpMessages, sayCannotLoad, sayDumpFault } from '#ui/messages/dump-command.fr.ts';
import { loadDump } from '#use-cases/dumps/load-dump.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { complainOf, operatorNamed } from './operator.ts';

export const command: Command = {
  summary: dumpMessages.summary,
  usage: dumpMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' }, into: { type: 'string' } },
    });
    const [what, folder, ...others] = positionals;
    if (others.length > 0 || (what === 'make') !== (folder === undefined))
      throw new Misuse(dumpMessages.makeVerifyOrLoad);
    if (what === 'make') return await make(values, context);
    if (folder === undefined || values.into !== undefined) throw new Misuse(dumpMessages.makeVerifyOrLoad);
    if (what === 'verify') return (await verify(resolve(folder), context)) === null ? 1 : 0;
    if (what === 'load') return await load(resolve(folder), values, context);
    throw new Misuse(dumpMessages.makeVerifyOrLoad);
  },
};

type Options = { readonly by?: string | undefined; readonly into?: string | undefined };

async function make({ by, into }: Options, context: CommandContext): Promise<number> {
  const passed = pass(operatorNamed(by), { act: 'make-dump', state: 'none' });
  if (!passed.ok) return complainOf(passed.refusal, context);
  if (into !== undefined && !(await isEmpty(resolve(into)))) {
    context.complain(dumpMessages.notEmpty(into));
    return 1;
  }
  return await context.withRuntime(async ({ config, db }) => {
    await refreshEditions(db);
    const now = new Date();
    const day = dayIn(now, 'Europe/Paris');
    const synthetic = (await syntheticCountry(db)) !== null;
    const wanted = { day, now, site: publicAddress(config), resources: COPIED_RESOURCES, synthetic };
    if (into !== undefined) {
      const files = await inSnapshot(db, (snapshot) => writeDump(snapshot, resolve(into), wanted));
      context.say(dumpMessages.made(into, files.length));
      return 0;
    }
    const folder = dumpsFolder(config.dataDirectory);
    const made = await makeDump(db, folder, wanted);
    if (made.kind === 'being-made') {
      context.complain(dumpMessages.beingMade);
      return 1;
    }
    context.say(
      made.kind === 'there' ? dumpMessages.there(day) : dumpMessages.made(join(folder, day), made.files.length),
    );
    return 0;
  });
}

/** What the copy says of itself; null: something is wrong with it, and was told. */
async function verify(folder: string, context: CommandContext) {
  const { faults, files, bytes, copy } = await verifyDump(folder);
  for (const fault of faults) context.complain(sayDumpFault(fault));
  if (faults.length > 0 || copy === null) return null;
  context.say(dumpMessages.sound(copy.day, files, bytes));
  return copy;
}

/** A copy that is not what it says is loaded into nothing. */
async function load(folder: string, { by }: Options, context: CommandContext): Promise<number> {
  const copy = await verify(folder, context);
  if (copy === null) return 1;
  return await context.withRuntime(async ({ db }) => {
    const loaded = await loadDump(storesOn(db), operatorNamed(by), { read: objectsIn(folder), copy }, new Date());
    if (!loaded.ok) {
      context.complain(sayCannotLoad(loaded.refusal));
      return 1;
    }
    context.say(dumpMessages.loaded(loaded.value));
    // A server asks once, when it starts.
    if ((await syntheticCountry(db)) !== null) context.say(dumpMessages.loadedSynthetic);
    return 0;
  });
}

async function isEmpty(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).length === 0;
}
