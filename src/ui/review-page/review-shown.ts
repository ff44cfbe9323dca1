/** A published review, in words and in order, so that its page and its files only set it. */
import { isPromised } from '#domain/follow-up/promised.ts';
import type { FrozenPromise, FrozenReview } from '#domain/review/frozen-review.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { evidenceShown, saidShown, type EvidenceShown, type SaidShown } from '#ui/follow-up/voices-shown.ts';
import { levelsInWords, looked } from '#ui/messages/follow-up.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { CHECK_WORD } from '#ui/messages/reviews/page.fr.ts';
import { promiseLabel } from '#ui/messages/reviews/names.fr.ts';
import type { PromiseInWords } from '#ui/messages/reviews/promise-in-words.ts';
import { levelLabel } from '#ui/messages/stances.fr.ts';
import { threadLink } from '#ui/review-work/thread-link.ts';

/** What was written beside the review since; nothing, for a file of what was published. */
export type Beside = {
  readonly said: ReadonlyMap<string, Pick<SaidAssessment, 'id' | 'hidden'>>;
  readonly answers: ReadonlyMap<string, readonly SaidAssessment[]>;
  readonly errata: readonly { readonly item: string | null; readonly words: string; readonly writtenAt: Date }[];
};

/** On the page one may also report a file, and link to an answer. */
export type PromiseShown = PromiseInWords & {
  readonly item: string;
  readonly said: { readonly evidence: readonly EvidenceShown[] } | null;
  readonly answers: readonly (SaidShown & { readonly at: Date })[];
};

export const NOTHING_BESIDE: Beside = { said: new Map(), answers: new Map(), errata: [] };

export function promisesShown(review: FrozenReview, beside: Beside = NOTHING_BESIDE): readonly PromiseShown[] {
  return review.promises.map((promise) => {
    const { item, stance, levels, townHall } = promise;
    const promised = levels.filter(isPromised).map(({ level }) => level);
    return {
      item,
      part: partOf(item),
      label: promiseLabel(item, promise.label),
      title: withHiddenSigns(heading(promise.title)),
      stance,
      levels,
      thread: threadLink(review.place.code, { edition: review.edition.id, item }),
      said: saidOf(promise, { promised, said: beside.said.get(item) }),
      then:
        townHall === null
          ? null
          : { state: townHall.status, sentence: withHiddenSigns(townHall.sentence), on: townHall.assessedOn },
      answers: (beside.answers.get(item) ?? []).map((one) => ({ ...saidShown(one, promised), at: one.saidAt })),
      errata: beside.errata
        .filter((erratum) => erratum.item === item)
        .map(({ words, writtenAt }) => ({ words: withHiddenSigns(words), at: writtenAt })),
    };
  });
}

function saidOf(
  { said }: FrozenPromise,
  about: {
    readonly promised: readonly number[];
    readonly said: Pick<SaidAssessment, 'id' | 'hidden'> | undefined;
  },
): PromiseShown['said'] {
  if (said === null) return null;
  return {
    state: said.status,
    before: said.beforeMandate,
    levels: levelsInWords(about.promised, said.levels),
    sentence: withHiddenSigns(said.sentence),
    on: looked(said.assessedOn),
    evidence: evidenceShown(said.evidence, {
      files: about.said === undefined ? '' : `/preuves/e${about.said.id}`,
      hidden: about.said?.hidden ?? [],
    }),
    checks: said.checks.map(({ level, text, answer, note }) => {
      const seen = note === '' ? '' : ` (${withHiddenSigns(note)})`;
      return `${levelLabel(level)}, ${text} ${CHECK_WORD[answer]}${seen}`;
    }),
  };
}

function partOf(item: string): 'm' | 'p' | 'l' {
  return item.startsWith('m') ? 'm' : item.startsWith('p') ? 'p' : 'l';
}
