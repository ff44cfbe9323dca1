/**
 * Which actions of a plan look like which promises, each with its reason. It proposes and nothing more: a person makes the link,
 * or says that the likeness is none.
 *
 * Texts are near when they share words that few promises have (a cosine between weighted words, as in Salton's vector model),
 * when a sheet names a measure, or when the title of one is read in the other.
 */
import type { Edition } from '#domain/charter/edition.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import {
  linkKey,
  type ActionWords,
  type CommitmentWords,
  type LinkReason,
  type LinkSuggestion,
} from '#domain/plan/link.ts';
import { referenceOf, wordsOf } from '../align/reference.ts';
import { findTitle } from '../align/title.ts';
import { wordBag } from './word-bag.ts';
import { indexOf, NOTHING_SHARED, sharedWith, wordsThatTell, type Shared } from './word-index.ts';

export type SuggestLinks = {
  readonly actions: readonly ActionWords[];
  readonly commitments: readonly CommitmentWords[];
  /** Editions of the commitments, for the titles of their measures. */
  readonly editions: readonly Edition[];
  /** Keys (`linkKey`) of links that are there, or were dismissed. */
  readonly except: ReadonlySet<string>;
};

/** Below it two texts only happen to share words. */
const NEAR = 0.14;
/** For one action; past it nobody would look. */
const FOR_ONE_ACTION = 3;
const REASON_WORDS = 4;

/**
 * At most three for an action, the likeliest first, in the order of the actions. Pure; the cost is that of reading the texts
 * once, then of the words that each action shares with promises.
 */
export function suggestLinks({ actions, commitments, editions, except }: SuggestLinks): readonly LinkSuggestion[] {
  const index = indexOf(commitments.map(wordBag));
  return actions.flatMap((action) => {
    const titled = titlesIn(action, editions);
    const named = measuresNamed(action);
    const shared = sharedWith(index, wordBag(action));
    return commitments
      .map((commitment, at) =>
        likeness(action, commitment, { shared: shared.get(at) ?? NOTHING_SHARED, titled, named }),
      )
      .filter((suggestion) => suggestion !== null)
      .filter((suggestion) => !except.has(linkKey(suggestion)))
      .toSorted((a, b) => b.score - a.score || a.item.localeCompare(b.item))
      .slice(0, FOR_ONE_ACTION);
  });
}

type Compared = {
  readonly shared: Shared;
  readonly titled: ReadonlySet<string>;
  readonly named: ReadonlyMap<number, string>;
};

function likeness(action: ActionWords, { edition, item }: CommitmentWords, compared: Compared): LinkSuggestion | null {
  const key = commitmentKeyOf(item);
  const named = key?.kind === 'measure' ? (compared.named.get(key.measure) ?? null) : null;
  const titled = compared.titled.has(`${edition} ${item}`);
  const { cosine, words } = compared.shared;
  const told = (cosine >= NEAR ? wordsThatTell(words, REASON_WORDS) : []).map(({ here, there }) => ({
    action: here.words,
    commitment: there.words,
  }));
  const reasons: LinkReason[] = [
    ...(named === null ? [] : [{ kind: 'names-measure', words: named } as const]),
    ...(titled ? [{ kind: 'same-title' } as const] : []),
    ...(told.length === 0 ? [] : [{ kind: 'shared-words', words: told } as const]),
  ];
  if (reasons.length === 0) return null;
  const score = Math.min(1, cosine + (named === null ? 0 : 0.5) + (titled ? 0.3 : 0));
  return { action: action.id, edition, item, score, reasons };
}

/** « mesure 15 du Pacte », « Pacte pour la transition, mesure n° 15 »: a number alone may be of anything. */
function measuresNamed({ title, text }: ActionWords): ReadonlyMap<number, string> {
  const named = new Map<number, string>();
  for (const part of [title, text]) {
    for (const found of part.matchAll(/\bmesures?\s+(?:n[°o]\s*)?(\d{1,3})\b/giu)) {
      const around = part.slice(Math.max(0, found.index - 60), found.index + found[0].length + 40);
      if (/\bpacte\b|\bcharte\b/i.test(around)) named.set(Number(found[1]), found[0]);
    }
  }
  return named;
}

/** Measures whose title is read at the start of the action's. */
function titlesIn({ title }: ActionWords, editions: readonly Edition[]): ReadonlySet<string> {
  const { keys } = wordsOf(title);
  return new Set(
    editions.flatMap((edition) => {
      const found = findTitle(referenceOf(edition), { keys, number: null });
      if (found === null || found.coverage < 0.6 || found.precision < 0.6) return [];
      return [`${edition.id} m${found.measure}`];
    }),
  );
}
