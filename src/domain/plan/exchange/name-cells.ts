/** Names in a cell, one a line: `Voirie [service]` where the kind is not the usual one of the column. */
import type { EntryKind } from '../directory-entry.ts';
import { isClosed, isQuoted, quoted, splitItems, unquoted, type Separator } from './items.ts';
import type { NamedEntry } from './plan-lines.ts';
import { codeOfWord, KIND_WORDS } from './words.ts';

export function namesWritten(entries: readonly NamedEntry[], usual: EntryKind): string {
  return entries.map((entry) => nameWritten(entry, usual)).join('\n');
}

/** Each once, in order. */
export function namesIn(
  cell: string,
  how: { readonly usual: EntryKind; readonly separator: Separator },
): readonly NamedEntry[] {
  const entries = splitItems(cell, how.separator).map((piece) => nameIn(piece, how.usual));
  return entries.filter(
    ({ kind, name }, at) => entries.findIndex((other) => other.kind === kind && other.name === name) === at,
  );
}

export function nameWritten({ kind, name }: NamedEntry, usual: EntryKind): string {
  const suffix = kind === usual ? '' : ` [${KIND_WORDS[kind]}]`;
  const plain = name + suffix;
  const [read, ...others] = splitItems(plain, 'semicolon');
  const isPlain =
    read !== undefined && isClosed(plain) && others.length === 0 && sameName(nameIn(read, usual), { kind, name });
  return isPlain ? plain : quoted(name) + suffix;
}

export function nameIn(piece: string, usual: EntryKind): NamedEntry {
  const [, before, word] = /^(.*\S)\s*\[([^[\]]+)\]$/s.exec(piece) ?? [];
  const kind = word === undefined || isQuoted(piece) ? null : codeOfWord(word, KIND_WORDS);
  if (kind === null || before === undefined) return { kind: usual, name: unquoted(piece) };
  return { kind, name: unquoted(before) };
}

function sameName(one: NamedEntry, other: NamedEntry): boolean {
  return one.kind === other.kind && one.name === other.name;
}
