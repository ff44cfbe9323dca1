import type { PageServerLoad } from './$types';
import { dumpsFolder } from '#server/dumps/dump-files.ts';
import { dumpLines, dumpShown } from '#server/dumps/dump-list.ts';
import { runtime } from '#server/runtime.ts';
import { loadedCopies } from '#server/storage/loaded-copies.ts';
import { dumpLine, dumpOnPage } from '#ui/dumps/dump-page.ts';
import { originLines } from '#ui/messages/dumps.fr.ts';

export const load: PageServerLoad = async ({ url }) => {
  const { config, db } = await runtime();
  const folder = dumpsFolder(config.dataDirectory);
  const lines = await dumpLines(folder);
  const [latest] = lines;
  const shown = latest === undefined ? null : await dumpShown(folder, latest.day);
  return {
    origins: originLines(await loadedCopies(db)),
    dump: shown === null ? null : dumpOnPage(shown, { origin: url.origin, isOnly: lines.length === 1 }),
    lines: lines.map((line, at) => dumpLine(line, at === lines.length - 1)),
  };
};
