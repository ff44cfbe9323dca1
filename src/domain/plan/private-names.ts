/**
 * Names of people who are not public, typed in words that would be shown to everybody: what a version freezes, it freezes for
 * ever, so everything that is written in it is read here.
 */
import { isNamePublic, type UsedEntry } from './directory-entry.ts';
import type { PlanVersionContent } from './plan-version.ts';
import type { PublishedSheet } from './published-sheet.ts';

export type WordsPlace =
  | { readonly kind: 'title' | 'introduction' | 'note' }
  /** By their numbers. */
  | { readonly kind: 'axis' | 'action' | 'news'; readonly number: string };

export type PublicWords = { readonly where: WordsPlace; readonly words: readonly string[] };

export type NameInText = { readonly where: WordsPlace; readonly entry: number };

/** `merged`: other spellings of the same person. */
export type EntryName = Pick<UsedEntry, 'id' | 'kind' | 'name' | 'isElected' | 'isPublic' | 'merged'>;

/**
 * Where the words hold the whole name of somebody whose name is not public, in any of its spellings. A name of one word alone is
 * not looked for: it would be found in everything.
 */
export function privateNamesIn(shown: readonly PublicWords[], entries: readonly EntryName[]): readonly NameInText[] {
  const hidden = entries
    .filter((entry) => !isNamePublic(entry))
    .map(({ id, name, merged }) => ({
      id,
      spellings: [name, ...merged].map(plain).filter((spelling) => spelling.trim().includes(' ')),
    }));
  return shown.flatMap(({ where, words }) => {
    const said = plain(words.join(' | '));
    return hidden
      .filter(({ spellings }) => spellings.some((spelling) => said.includes(spelling)))
      .map(({ id }) => ({ where, entry: id }));
  });
}

/** Everything that somebody typed in a version. Not what a document says (`asWritten`): it was public before. */
export function publicWordsOf(
  content: Pick<PlanVersionContent, 'title' | 'introduction' | 'axes' | 'actions'>,
  note: string,
): readonly PublicWords[] {
  return [
    { where: { kind: 'title' }, words: [content.title] },
    { where: { kind: 'introduction' }, words: [content.introduction] },
    { where: { kind: 'note' }, words: [note] },
    ...content.axes.map(({ path, description }): PublicWords => {
      const own = path.at(-1);
      return { where: { kind: 'axis', number: own?.number ?? '' }, words: [own?.title ?? '', description] };
    }),
    ...content.actions.map(({ sheet }): PublicWords => ({
      where: { kind: 'action', number: sheet.number },
      words: wordsOf(sheet),
    })),
  ];
}

function wordsOf(sheet: PublishedSheet): readonly string[] {
  const { title, blocked, texts, amounts, fundings, steps, documents } = sheet;
  return [
    title,
    ...Object.values(blocked ?? {}),
    ...Object.values(texts).flatMap((text) => text ?? []),
    ...amounts.map((line) => line.words),
    ...fundings.map(({ call }) => call),
    ...steps.map((step) => step.title),
    ...documents.map((document) => document.title),
  ];
}

/** Letters and digits without accents nor capitals, one blank between words and at both ends. */
function plain(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]+/gu, ' ');
  return ` ${letters.trim()} `;
}
