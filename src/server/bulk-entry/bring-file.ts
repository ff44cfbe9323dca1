/** A file of a bulk entry, brought by a form or a command, with what this server knows. */
import { pass, type Actor } from '#domain/access/gate.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import type { Result } from '#domain/shared/result.ts';
import { MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import { loadEditions } from '../charters.ts';
import { unpackZip } from './unpack-zip.ts';
import { TABLE_WORDS } from '#ui/messages/bulk-entry-table.fr.ts';
import { bringEntry, ENTRY_BYTES_LIMIT, type Brought, type Unpacked } from '#use-cases/bulk-entry/bring-entry.ts';
import { bringTable, type CannotBringTable } from '#use-cases/bulk-entry/bring-table.ts';
import { areOurTables, type TableFile } from '#use-cases/bulk-entry/read-table.ts';
import type { Stores } from '#use-cases/stores.ts';

/** Of a file brought by the web, as of every file; more goes by the command line. */
export const WEB_MEGABYTES = Math.floor(MAX_FILE_BYTES / (1024 * 1024));

export async function bringFile(
  stores: Stores,
  actor: Actor,
  { filename, bytes, sending }: { readonly filename: string; readonly bytes: Uint8Array; readonly sending?: string },
  now: Date,
): Promise<Result<Brought, CannotBringTable>> {
  const request = {
    filename,
    bytes,
    charters: loadEditions(),
    today: dayIn(now, 'Europe/Paris'),
    ...(sending === undefined ? {} : { sending }),
  };
  const tabled = { ...request, words: TABLE_WORDS };
  // What is no ZIP and no text is told as no ZIP.
  if (isText(bytes)) return await bringTable(stores, actor, { ...tabled, tables: [{ name: filename, bytes }] }, now);
  let unpacking: ReturnType<typeof unpackZip> | undefined;
  const unpack = async (zip: Uint8Array) => await (unpacking ??= unpackZip(zip));
  // Nothing is unpacked for who may bring nothing.
  if (bytes.length <= ENTRY_BYTES_LIMIT && pass(actor, { act: 'bring-entry', state: 'none' }).ok) {
    const unpacked = await unpack(bytes);
    const tables = unpacked.ok ? onlyTables(unpacked.value) : [];
    if (await areOurTables(tables)) return await bringTable(stores, actor, { ...tabled, tables }, now);
  }
  return await bringEntry(stores, actor, { ...request, documentLimit: MAX_FILE_BYTES, unpack }, now);
}

/** Of a ZIP without a document, when each can be read. */
function onlyTables({ documents, tables }: Unpacked): readonly TableFile[] {
  const whole = tables.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
  return documents.length === 0 && whole.length === tables.length ? whole : [];
}

/** A table in any encoding of ours; a spreadsheet, a PDF or a ZIP begins otherwise. */
function isText(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const marked = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  return head !== '' && !/^(?:PK|%PDF|\{\\rtf)/.test(head) && (marked || !/[\0-\x08\x0e-\x1f]/.test(head));
}
