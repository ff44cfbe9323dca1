/** `cli export CODE FOLDER`: everything that the site knows of a place, in a folder that proves itself. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pass } from '#domain/access/gate.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { publicAddress } from '#server/config.ts';
import { followUpRecord } from '#server/export/follow-up-record.ts';
import { placeFolder } from '#server/export/place-folder.ts';
import { writeFolder } from '#server/export/write-folder.ts';
import { instanceKey } from '#server/seal/instance-key.ts';
import { placeRecord } from '#server/storage/place-record.ts';
import { reviewRecords } from '#server/storage/review-records.ts';
import { placeFacts, placeRef } from '#server/storage/places.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';
import { exportMessages } from '#ui/messages/proof-commands.fr.ts';
import { Misuse, type Command } from './command.ts';
import { complainOf, operatorNamed } from './operator.ts';

export const command: Command = {
  summary: exportMessages.summary,
  usage: exportMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' }, 'no-scans': { type: 'boolean', default: false } },
    });
    const [code, folder, ...others] = positionals;
    if (code === undefined || folder === undefined || others.length > 0)
      throw new Misuse(exportMessages.argumentsMissing);
    const place = placeNamed(code);
    if (place === null) throw new Misuse(exportMessages.unknownPlace(code));
    const passed = pass(operatorNamed(values.by), { act: 'export-place', state: 'none' });
    if (!passed.ok) return complainOf(passed.refusal, context);
    return await context.withRuntime(async (runtime) => {
      const { config, db } = runtime;
      const [known, named] = await Promise.all([placeFacts(db, place), placeRef(db, place)]);
      if (known === null || named === null) {
        context.complain(exportMessages.unknownPlace(code));
        return 1;
      }
      const key = await instanceKey(runtime);
      const at = new Date();
      const reviews = await reviewRecords(db, place);
      const given = {
        reviews,
        followUp: await followUpRecord(db, { place: named, code: place, zone: known.zone, now: at }),
        place: { kind: place.kind, code: codeOf(place), name: known.name },
        record: await placeRecord(db, place),
        certificates: await sealCertificates(db),
        site: publicAddress(config),
        at,
        scans: !values['no-scans'],
      };
      const files = await placeFolder(given, key);
      const written = await writeFolder(resolve(folder), files);
      if (!written.ok) {
        context.complain(exportMessages.notEmpty(folder));
        return 1;
      }
      const { published, texts } = given.record;
      if (published.length + texts.length === 0) context.say(exportMessages.nothing(known.name));
      context.say(exportMessages.written(folder, files.length, written.value.bytes));
      return 0;
    });
  },
};

function placeNamed(code: string): PlaceCode | null {
  const upper = code.toUpperCase();
  if (/^(?:\d{5}|2[AB]\d{3})$/.test(upper)) return { kind: 'municipality', code: upper };
  return /^\d{9}$/.test(code) ? { kind: 'grouping', siren: code } : null;
}
