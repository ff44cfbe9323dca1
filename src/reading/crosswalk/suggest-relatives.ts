/**
 * Which promises of two charters look alike, each with the words that made it. It proposes and nothing more: a person says that
 * they are relatives, and how (docs/decisions/0036).
 *
 * The likeness is the one of actions and promises (../links): words weighted by how few promises hold them, titles, clauses that
 * are the same. What was measured on the charters we have is in suggest-relatives.test.ts.
 */
import type { CharterText } from '#domain/charter/edition.ts';
import type { Likeness, LikenessReason, NearClauses, RelativeFound } from '#domain/crosswalk/likeness.ts';
import { promisesOf, type ClauseWords, type PromiseWords } from '#domain/crosswalk/promise-words.ts';
import { wordBag, type WordBag } from '../links/word-bag.ts';
import { indexOf, NOTHING_SHARED, sharedWith, wordsThatTell, type Shared } from '../links/word-index.ts';
import { tokenize } from '../text/tokens.ts';

export type Compared = Pick<CharterText, 'principles' | 'measures'>;

/** Below it two texts only happen to share words. */
const NEAR = 0.11;
/** For one promise; past it nobody would look. */
const FOR_ONE = 5;
const REASON_WORDS = 6;
const SAME_TITLE = 0.3;

/**
 * At most five for a promise of `from`, all of them the likeliest first. Pure. Cost: that of reading both texts once, then of the
 * words that promises share; clauses are compared only where two promises are near.
 */
export function suggestRelatives(from: Compared, to: Compared): readonly RelativeFound[] {
  const here = promisesOf(from).map(preparedOf);
  const there = promisesOf(to).map(preparedOf);
  const index = indexOf(
    there.map(({ bag }) => bag),
    here.map(({ bag }) => bag),
  );
  return here
    .flatMap((promise) => {
      const shared = sharedWith(index, promise.bag);
      return there
        .map((other, at) => ({ other, likeness: likenessOf(promise, other, shared.get(at) ?? NOTHING_SHARED) }))
        .flatMap(({ other, likeness }) => (likeness === null ? [] : [{ other, ...likeness }]))
        .toSorted((one, other) => other.score - one.score)
        .slice(0, FOR_ONE)
        .map(({ other, score, reasons }) => ({
          from: promise.item,
          to: other.item,
          score,
          reasons,
          near: nearest(promise, other),
        }));
    })
    .toSorted(byScore);
}

function byScore(one: RelativeFound, other: RelativeFound): number {
  return other.score - one.score || one.from.localeCompare(other.from) || one.to.localeCompare(other.to);
}

/** Read once, however many promises it is compared with. */
type Prepared = {
  readonly item: string;
  readonly title: string;
  readonly bag: WordBag;
  readonly clauses: readonly (ClauseWords & { readonly words: string; readonly bag: WordBag })[];
};

function preparedOf({ item, title, introduction, clauses }: PromiseWords): Prepared {
  return {
    item,
    title: wordsIn(title),
    bag: wordBag({ title, text: [introduction, ...clauses.map(({ text }) => text)].join('\n') }),
    clauses: clauses.map((clause) => ({
      ...clause,
      words: wordsIn(clause.text),
      bag: wordBag({ title: '', text: clause.text }),
    })),
  };
}

function likenessOf(from: Prepared, to: Prepared, { cosine, words }: Shared): Likeness | null {
  const titled = from.title === to.title && from.title !== '';
  const same = sameClauses(from, to);
  const told = cosine >= NEAR ? wordsThatTell(words, REASON_WORDS) : [];
  if (!titled && same === 0 && told.length === 0) return null;
  const shared = told.map(({ here, there }) => ({ from: here.words, to: there.words }));
  const reasons: LikenessReason[] = [
    ...(titled ? [{ kind: 'same-title' } as const] : []),
    ...(same === 0 ? [] : [{ kind: 'same-clauses', clauses: same } as const]),
    ...(told.length === 0 ? [] : [{ kind: 'shared-words', words: shared } as const]),
  ];
  return { score: Math.min(1, cosine + (titled ? SAME_TITLE : 0) + (same > 0 ? SAME_TITLE : 0)), reasons };
}

/** A short clause (« Niveau unique ») may be the same anywhere. */
const LONG_ENOUGH = 30;

function sameClauses(from: Prepared, to: Prepared): number {
  const known = new Set(to.clauses.map(({ words }) => words));
  return from.clauses.filter(({ text, words }) => text.length >= LONG_ENOUGH && known.has(words)).length;
}

/** Without case, accents nor signs between words. */
function wordsIn(text: string): string {
  return tokenize(text).keys.join(' ');
}

function nearest({ clauses: here }: Prepared, { clauses: there }: Prepared): NearClauses | null {
  const index = indexOf(there.map(({ bag }) => bag));
  let best: { readonly cosine: number; readonly near: NearClauses } | null = null;
  for (const clause of here) {
    for (const [at, { cosine }] of sharedWith(index, clause.bag)) {
      const other = there[at];
      if (other === undefined || cosine <= (best?.cosine ?? 0)) continue;
      best = { cosine, near: { from: addressOf(clause), to: addressOf(other) } };
    }
  }
  return best?.near ?? null;
}

function addressOf({ level, clause }: ClauseWords): { readonly level: number; readonly clause: number } {
  return { level, clause };
}
