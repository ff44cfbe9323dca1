/**
 * `cli verify PATH`: a PDF of this site, or a folder written by `export`. Exit code 0: intact; 1: altered, with where;
 * 2: it cannot tell. A folder is checked with nothing but its files; a file is compared with what the site keeps.
 */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Verification } from '#domain/signature/verification.ts';
import { checkFolder } from '#publishing/proof/checker/check-folder.ts';
import { publicAddress } from '#server/config.ts';
import { readFolder } from '#server/export/write-folder.ts';
import { verifyEcdsa } from '#server/export/verify-ecdsa.ts';
import { verifyPdf } from '#server/seal/verify-pdf.ts';
import { sayFolderReport } from '#ui/messages/folder-check.fr.ts';
import { verifyMessages } from '#ui/messages/proof-commands.fr.ts';
import { sayVerification } from '#ui/messages/verification.fr.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';

export const command: Command = {
  summary: verifyMessages.summary,
  usage: verifyMessages.usage,
  async run(args, context) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new Misuse(verifyMessages.pathMissing);
    try {
      const folder = (await stat(path)).isDirectory();
      return folder ? await verifyFolder(path, context) : await verifyFile(await readFile(path), context);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
      context.complain(verifyMessages.unreadable(path, String(error.code)));
      return 2;
    }
  },
};

async function verifyFolder(path: string, { say, complain }: CommandContext): Promise<number> {
  const report = await checkFolder(await readFolder(resolve(path)), verifyEcdsa);
  if (report.faults.some(({ kind }) => kind === 'no-manifest')) {
    complain(verifyMessages.notAFolderOfOurs(path));
    return 2;
  }
  for (const line of sayFolderReport(report)) say(line);
  return report.faults.length === 0 ? 0 : 1;
}

async function verifyFile(bytes: Uint8Array, { say, withRuntime }: CommandContext): Promise<number> {
  const found = await withRuntime(({ config, db }) => verifyPdf(bytes, { db, address: publicAddress(config) }));
  const { title, sentences, after } = sayVerification(found);
  for (const line of [title, ...sentences, ...(after ?? [])]) say(line);
  return EXIT[found.kind];
}

const EXIT: Readonly<Record<Verification['kind'], number>> = {
  sealed: 0,
  'agreed-text': 0,
  'canonical-text': 0,
  evidence: 0,
  original: 0,
  altered: 1,
  'foreign-seal': 2,
  unknown: 2,
};
