/**
 * The charter that members of collectives accept: data/collectives/charte.md, read once. Its version is kept with each
 * collective and each founding, so that one can say what was accepted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type CollectivesCharter = {
  readonly version: string;
  readonly title: string;
  /** What comes before the first heading. */
  readonly opening: readonly string[];
  readonly parts: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
};

const charter = parseCharter(readFileSync(find(), 'utf8'));

export function collectivesCharter(): CollectivesCharter {
  return charter;
}

/** A version, a title, paragraphs, parts: nothing else of Markdown is understood. Throws on what is not that. */
export function parseCharter(text: string): CollectivesCharter {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const version = /^version: *(\S+)$/m.exec(head)?.[1];
  const blocks = body
    .split(/\n{2,}/)
    .map((block) => block.trim().replaceAll('\n', ' '))
    .filter((block) => block !== '');
  const title = blocks.shift()?.replace(/^# /, '');
  if (version === undefined || title === undefined)
    throw new Error('data/collectives/charte.md has no version or title');
  const opening: string[] = [];
  const parts: { title: string; paragraphs: string[] }[] = [];
  for (const block of blocks) {
    if (block.startsWith('## ')) parts.push({ title: block.slice(3), paragraphs: [] });
    else (parts.at(-1)?.paragraphs ?? opening).push(block);
  }
  return { version, title, opening, parts };
}

/** Found from this module upwards: it runs from src/ as well as from the built server. */
function find(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'data', 'collectives', 'charte.md');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('data/collectives/charte.md is missing: it comes with the program.');
}
