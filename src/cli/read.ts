/**
 * `cli read FILE [--charter ID] [--as pact|plan|charter] [--json]`: what the reader understands of a
 * document. A contract that scripts depend on (docs/reading.md): with `--json` one object on the
 * standard output and nothing else; exit 0 read, 1 bad input, 2 wrong usage. No database, no network.
 */
import { parseArgs } from 'node:util';
import { basename } from 'node:path';
import { MAX_FILE_BYTES } from '#reading/extract/extracted.ts';
import type { Kind } from '#reading/recognise.ts';
import { errorCode } from '#server/error-code.ts';
import { readKnownFile } from '#server/jobs/read-known-file.ts';
import { readMessages, readRefusal } from '#ui/messages/read.fr.ts';
import { readingSummary } from '#ui/messages/reading-summary.fr.ts';
import { Misuse, type Command } from './command.ts';
import { readBounded } from './read-bounded.ts';

export const command: Command = {
  summary: readMessages.summary,
  usage: readMessages.usage,
  async run(args, { say, complain }) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { charter: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new Misuse(readMessages.oneFile);
    const as = values.as === undefined ? null : kindOf(values.as);
    const found = await openFile(path);
    if (typeof found === 'string') {
      complain(found);
      return 1;
    }
    const read = await readKnownFile(
      { bytes: found, filename: basename(path) },
      { ...(values.charter === undefined ? {} : { charter: values.charter }), ...(as === null ? {} : { as }) },
    );
    if (!read.ok) {
      complain(readRefusal(read.refusal));
      return read.refusal.kind === 'unknown-charter' ? 2 : 1;
    }
    say(values.json ? JSON.stringify(read.value.reading) : readingSummary(read.value.reading));
    return 0;
  },
};

function kindOf(word: string): Kind {
  if (word === 'pact' || word === 'plan' || word === 'charter') return word;
  throw new Misuse(readMessages.badKind(word));
}

/** The bytes, or the sentence that says why not. */
async function openFile(path: string): Promise<Uint8Array | string> {
  try {
    const read = await readBounded(path, MAX_FILE_BYTES);
    switch (read.kind) {
      case 'read':
        return read.bytes;
      case 'too-large':
        return readRefusal({ kind: 'too-large', bytes: read.bytes, limitInBytes: MAX_FILE_BYTES });
      case 'folder':
        return readMessages.notOpened(path, 'EISDIR');
      case 'no-file':
        return readMessages.noFile(path);
    }
  } catch (error) {
    return readMessages.notOpened(path, errorCode(error) ?? '');
  }
}
