/** One page for a journalist: the figures with their denominators, what was kept and what was not, the answer, whom to write to. */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import { figuresOn } from '#domain/review/review-tally.ts';
import { DONE_WORD } from '#ui/messages/done.fr.ts';
import { ambitionLine, coverageLine, keptLine } from '#ui/messages/reviews/figures.fr.ts';
import * as words from '#ui/messages/reviews/page.fr.ts';
import type { PromiseInWords } from '#ui/messages/reviews/promise-in-words.ts';
import type { Block, Inline, PrintedDocument } from '../document/document.ts';
import { paragraph, quotation, type ReviewPlace } from './review-document.ts';

/** On one page: the review holds them all. */
const MOST = 3;

export type PressSection<Shown> = {
  readonly title: string;
  readonly shown: readonly Shown[];
  /** How many are left out. */
  readonly more: number;
};

export type PressSummary<Shown> = {
  readonly title: string;
  readonly lede: string;
  readonly facts: readonly string[];
  readonly sections: readonly PressSection<Shown>[];
};

export function pressSummary<Shown extends PromiseInWords>(
  review: FrozenReview,
  promises: readonly Shown[],
): PressSummary<Shown> {
  const on = words.atDate(figuresOn(review));
  const section = (title: string, states: readonly AssessmentStatus[]): PressSection<Shown> => {
    const found = promises.filter(({ said }) => said !== null && !said.before && states.includes(said.state));
    // What can be verified comes first.
    const sorted = found.toSorted(
      (one, other) => (other.said?.evidence.length ?? 0) - (one.said?.evidence.length ?? 0),
    );
    return { title, shown: sorted.slice(0, MOST), more: Math.max(0, found.length - MOST) };
  };
  return {
    title: `${words.reviewTitle(review)} ${words.reviewSubject(review)}`,
    lede: `${words.publishedBy(review)} ${keptLine(review.tally)}, ${on}.`,
    facts: [`${ambitionLine(review.tally)}.`, `${coverageLine(review.tally)}.`],
    sections: [
      section(words.PRESS_KEPT, ['kept']),
      section(words.PRESS_BROKEN, ['broken', 'not-started']),
      section(words.PRESS_PARTLY, ['partly-kept', 'underway']),
    ],
  };
}

export type PressPlace = Pick<ReviewPlace, 'address' | 'promises' | 'replies'> & {
  /** Where one writes to the collective. */
  readonly contact: string;
  /** The day the summary is taken. */
  readonly today: string;
};

export function pressDocument(review: FrozenReview, at: PressPlace): PrintedDocument {
  const { title, lede, facts, sections } = pressSummary(review, at.promises);
  const last = at.replies.at(-1);
  return {
    title,
    subtitle: words.PRESS_TITLE,
    footer: words.PRINTED_FOOT(at.address, review.publishedOn),
    madeAt: new Date(review.publishedAt),
    blocks: [
      paragraph([{ text: lede, style: 'strong' }]),
      list(facts.map((text) => [{ text }])),
      ...sections.flatMap(({ title: name, shown, more }): readonly Block[] => [
        { kind: 'heading', level: 1, text: name },
        shown.length === 0
          ? paragraph([{ text: words.PRESS_NONE }])
          : list([...shown.map(line), ...(more > 0 ? [[{ text: words.PRESS_AND_MORE(more), href: at.address }]] : [])]),
      ]),
      { kind: 'heading', level: 1, text: words.PRESS_REPLY(words.otherSide(review)) },
      last === undefined
        ? paragraph([{ text: words.PRESS_NO_REPLY(words.otherSide(review), at.today) }])
        : quotation(words.repliedOn(last.role, last.repliedAt), last.words),
      { kind: 'heading', level: 1, text: words.PRESS_CONTACT },
      paragraph([
        { text: words.PRESS_WRITE, href: at.contact },
        { text: `. ${words.PRESS_METHOD} ` },
        { text: words.PRESS_QUOTE(title, at.address) },
      ]),
    ],
  };
}

function line({ label, title, said }: PromiseInWords): readonly Inline[] {
  const state = said === null ? '' : `${DONE_WORD[said.state]}. `;
  return [{ text: `${label}. ${title}. `, style: 'strong' }, { text: `${state}${said?.sentence ?? ''}` }];
}

function list(items: readonly (readonly Inline[])[]): Block {
  return { kind: 'list', ordered: false, items };
}
