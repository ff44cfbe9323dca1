/**
 * Names of people who are not public, typed in words that would be shown to everybody: what a version freezes, it freezes for
 * ever, so everything that is written in it is read here, and the news of leads that go with it or before it.
 */
import { isNamePublic, type UsedEntry } from './directory-entry.ts';
import type { IndicatorValue, IndicatorWords } from './indicator.ts';
import type { PlanVersionContent } from './plan-version.ts';
import type { PublishedSheet } from './published-sheet.ts';
import { capitalWords, turnedNames } from './turned-names.ts';

export type WordsPlace =
  | { readonly kind: 'title' | 'introduction' | 'note' | 'deliberation' }
  /** What it says of itself, and the places of its figures. */
  | { readonly kind: 'indicator' | 'territories'; readonly title: string }
  /** By their numbers. */
  | { readonly kind: 'axis' | 'action' | 'news'; readonly number: string };

export type PublicWords = { readonly where: WordsPlace; readonly words: readonly string[] };

/** Nothing of it is shown to everybody: `name` is for the town hall's eyes. */
export type PrivateNames = {
  readonly kind: 'private-names';
  readonly found: readonly (NameInText & { readonly name: string })[];
};

export type NameInText = { readonly where: WordsPlace; readonly entry: number };

/** `merged`: other spellings of the same person. */
export type EntryName = Pick<UsedEntry, 'id' | 'kind' | 'name' | 'isElected' | 'isPublic' | 'merged'>;

/**
 * Where the words hold the whole name of somebody whose name is not public, in any of its spellings: as written in the
 * directory, with the surname first, or with an initial in place of the first name (./turned-names.ts). A name of one word
 * alone is looked for only where a capital says that it is one: « Rose » and « Marché » open sentences and name streets too.
 */
export function privateNamesIn(shown: readonly PublicWords[], entries: readonly EntryName[]): readonly NameInText[] {
  const hidden = entries
    .filter((entry) => !isNamePublic(entry))
    .map(({ id, name, merged }) => ({ id, spellings: [name, ...merged].map(spellingOf) }));
  const areAlone = hidden.some(({ spellings }) => spellings.some(({ isAlone }) => isAlone));
  return shown.flatMap(({ where, words }) => {
    const said = plain(words.join(' | '));
    const names = areAlone ? words.flatMap(namesAlone) : [];
    const capitals = capitalWords(words);
    return hidden
      .filter(({ spellings }) =>
        spellings.some(({ whole, isAlone, turned }) =>
          isAlone ? names.includes(whole) : said.includes(whole) || turned.some((form) => capitals.hold(form)),
        ),
      )
      .map(({ id }) => ({ where, entry: id }));
  });
}

function spellingOf(name: string) {
  const whole = plain(name);
  return { whole, isAlone: !whole.trim().includes(' '), turned: turnedNames(name) };
}

/** Null: nobody is named who should not be. */
export function privateNamesRefused(shown: readonly PublicWords[], entries: readonly EntryName[]): PrivateNames | null {
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const found = privateNamesIn(shown, entries).map((one) => ({ ...one, name: names.get(one.entry) ?? '' }));
  return found.length === 0 ? null : { kind: 'private-names', found };
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

/** Everything that somebody typed of an indicator, as everybody would read it. */
export function indicatorWords(
  { title, unit, source, description }: Pick<IndicatorWords, 'title' | 'unit' | 'source' | 'description'>,
  values: readonly Pick<IndicatorValue, 'territory'>[],
): readonly PublicWords[] {
  return [
    { where: { kind: 'indicator', title }, words: [title, unit, source, description] },
    { where: { kind: 'territories', title }, words: [...new Set(values.map(({ territory }) => territory))] },
  ];
}

/** What a lead said, as everybody would read it. `number`: of the action. */
export function newsWords({ number, words }: { readonly number: string; readonly words: string }): PublicWords {
  return { where: { kind: 'news', number }, words: [words] };
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

/** How far before a word its sentence is looked at, in characters: a text of any length costs its length. */
const AROUND = 80;
/** Fewer letters are an initial. */
const SHORTEST_ALONE = 3;
const TITLED = /(?<![\p{L}\p{N}])(?:M|MM|Mr|Mme|Mmes|Mlle|Dr|Me)\.? $/u;
const OPENING = /(?:^|[.!?…•\n])[\s«"“(–—-]*$/u;
const CAPITAL_BEFORE = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*[ -]$/u;
const CAPITAL_AFTER = /^[ -]\p{Lu}/u;

/**
 * Words with a capital that neither opens a sentence nor stands beside another one (« Saint-Paul », « Rose Bertin »), as `plain`
 * writes them. The word that opens a sentence has its capital from there: « Voir Nadia » holds a name.
 */
function namesAlone(text: string): readonly string[] {
  const said = text.normalize('NFC').replace(/[^\S\n]+/gu, ' ');
  return [...said.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu)].flatMap(({ 0: word, index }) => {
    if (word.length < SHORTEST_ALONE) return [];
    const before = `${index > AROUND ? 'x' : ''}${said.slice(Math.max(0, index - AROUND), index)}`;
    const [other = ''] = CAPITAL_BEFORE.exec(before) ?? [];
    const beside =
      (other !== '' && (other.endsWith('-') || !OPENING.test(before.slice(0, -other.length)))) ||
      CAPITAL_AFTER.test(said.slice(index + word.length));
    return TITLED.test(before) || (!OPENING.test(before) && !beside) ? [plain(word)] : [];
  });
}
