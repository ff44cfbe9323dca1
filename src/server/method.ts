/**
 * How promises are assessed, in words: data/method/N.md, one file a version, read once. A version that was published never
 * changes; the next one has another number.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Method = {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly since: string;
  readonly title: string;
  readonly opening: readonly MethodBlock[];
  readonly parts: readonly { readonly id: string; readonly title: string; readonly blocks: readonly MethodBlock[] }[];
};

export type MethodBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `term` null: a plain line. */
  | {
      readonly kind: 'list';
      readonly items: readonly { readonly term: string | null; readonly text: string }[];
    };

const methods = readMethods(find());

/** Latest first. */
export function allMethods(): readonly Method[] {
  return methods;
}

/** Null: there is no such version. */
export function methodOf(version: string): Method | null {
  return methods.find((method) => method.version === version) ?? null;
}

function readMethods(folder: string): readonly Method[] {
  return readdirSync(folder)
    .filter((file) => /^\d+\.md$/.test(file))
    .toSorted((x, y) => Number.parseInt(y) - Number.parseInt(x))
    .map((file) => parseMethod(readFileSync(join(folder, file), 'utf8'), file));
}

/** A version, its day, a title, parts of paragraphs and lists: nothing else of Markdown is understood. Throws on another. */
export function parseMethod(text: string, file: string): Method {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const version = /^version: *(\d+)$/m.exec(head)?.[1];
  const since = /^since: *(\d{4}-\d{2}-\d{2})$/m.exec(head)?.[1];
  const blocks = body
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const title = blocks.shift()?.replace(/^# /, '');
  if (version === undefined || since === undefined || title === undefined || `${version}.md` !== file) {
    throw new Error(`data/method/${file}: no version, day or title, or another version than its name`);
  }
  const opening: MethodBlock[] = [];
  const parts: { id: string; title: string; blocks: MethodBlock[] }[] = [];
  for (const block of blocks) {
    if (block.startsWith('## ')) parts.push({ id: `partie-${parts.length + 1}`, title: block.slice(3), blocks: [] });
    else (parts.at(-1)?.blocks ?? opening).push(blockOf(block));
  }
  return { version, since, title, opening, parts };
}

function blockOf(block: string): MethodBlock {
  if (!block.startsWith('- ')) return { kind: 'paragraph', text: block.replaceAll('\n', ' ') };
  const items = block.split(/\n(?=- )/).map((line) => {
    const [, term, text] = /^- (?:\*\*(.+?)\*\* : )?([\s\S]+)$/.exec(line) ?? [];
    return { term: term ?? null, text: (text ?? '').replaceAll('\n', ' ') };
  });
  return { kind: 'list', items };
}

/** Found from this module upwards: it runs from src/ as well as from the built server. */
function find(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'data', 'method');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('data/method is missing: it comes with the program.');
}
