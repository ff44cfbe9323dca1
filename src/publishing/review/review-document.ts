/** A published review to print, keep or send to the council: the same words as its page, as they were frozen. */
import type { FrozenReview } from '#domain/review/frozen-review.ts';
import { figuresOn } from '#domain/review/review-tally.ts';
import type { ReviewReplyRole } from '#domain/review/review.ts';
import { ASSESSMENT_STATUSES } from '#domain/follow-up/assessment.ts';
import type { Block, Inline, PrintedDocument } from '../document/document.ts';
import { BEFORE_MANDATE, DONE_WORD } from '#ui/messages/done.fr.ts';
import { figure } from '#ui/messages/format.fr.ts';
import { promiseInWords } from '#ui/messages/pact.fr.ts';
import { ambitionLine, coverageLine, keptLine } from '#ui/messages/reviews/figures.fr.ts';
import * as words from '#ui/messages/reviews/page.fr.ts';
import type { PromiseInWords } from '#ui/messages/reviews/promise-in-words.ts';

export type ReviewPlace = {
  /** Of the page of the review. */
  readonly address: string;
  /** Of the site, without a slash at the end. */
  readonly origin: string;
  readonly sha256: string;
  readonly promises: readonly PromiseInWords[];
  /** Of the review as a whole, with their dates. */
  readonly errata: readonly { readonly words: string; readonly writtenAt: Date }[];
  readonly replies: readonly { readonly words: string; readonly repliedAt: Date; readonly role: ReviewReplyRole }[];
};

export function reviewDocument(review: FrozenReview, at: ReviewPlace): PrintedDocument {
  const { promises } = at;
  return {
    title: `${words.reviewTitle(review)} ${words.reviewSubject(review)}`,
    subtitle: words.publishedBy(review),
    footer: words.PRINTED_FOOT(at.address, review.publishedOn),
    madeAt: new Date(review.publishedAt),
    blocks: [
      { kind: 'list', ordered: false, items: inBrief(review) },
      ...(review.introduction === ''
        ? []
        : [quotation(words.INTRODUCTION_OF(review.collective.name), review.introduction)]),
      ...errata(at),
      { kind: 'heading', level: 1, text: words.FIGURES },
      figures(review),
      paragraph([{ text: words.FIGURES_NOTE, style: 'emphasis' }]),
      ...replies(at),
      { kind: 'heading', level: 1, text: words.EACH },
      ...(['m', 'p', 'l'] as const).flatMap((part) => {
        const own = promises.filter((promise) => promise.part === part);
        return own.length === 0
          ? []
          : [
              { kind: 'heading', level: 2, text: words.PARTS[part] } as const,
              ...own.flatMap((promise) => onePromise(promise, { origin: at.origin, side: words.otherSide(review) })),
            ];
      }),
      paragraph([{ text: words.FROZEN(at.sha256), style: 'emphasis' }]),
    ],
  };
}

function inBrief(review: FrozenReview): readonly (readonly Inline[])[] {
  const { tally, pact, method } = review;
  const on = words.atDate(figuresOn(review));
  return [
    [{ text: `${keptLine(tally)}, ${on}.`, style: 'strong' }],
    [{ text: `${ambitionLine(tally)}.` }],
    [{ text: `${coverageLine(tally)}.` }],
    [
      {
        text: `Pacte ${words.signedOnWords(pact.signedOn)}, mandat ${pact.termFrom}-${pact.termTo}. ${capital(words.METHOD(method))}.`,
      },
    ],
  ];
}

function figures({ tally }: FrozenReview): Block {
  const { byStatus, beforeMandate, notLookedAt, signed } = tally;
  const lines: readonly (readonly [string, number])[] = [
    ...ASSESSMENT_STATUSES.map((status) => [DONE_WORD[status], byStatus[status]] as const),
    [words.FIGURES_BEFORE, beforeMandate],
    [words.FIGURES_NOT_LOOKED_AT, notLookedAt],
    [words.FIGURES_SIGNED, signed],
  ];
  return {
    kind: 'table',
    caption: words.FIGURES_CAPTION,
    header: [words.FIGURES_STATE, words.FIGURES_COUNT],
    widths: [3, 1],
    rows: lines.map(([name, number]) => [[{ text: name }], [{ text: figure(number) }]]),
  };
}

function onePromise(
  promise: PromiseInWords,
  { origin, side }: { readonly origin: string; readonly side: string },
): readonly Block[] {
  const { label, title, stance, levels, said, then, answers, thread } = promise;
  const promised = promise.part === 'm' ? [paragraph([{ text: `${capital(promiseInWords(stance, levels))}.` }])] : [];
  // On paper a link is worth its address.
  const whole = `${origin}${thread ?? ''}`;
  const link: readonly Inline[] =
    thread === null ? [] : [{ text: `${words.SEE_THREAD} : ` }, { text: whole, href: whole }];
  return [
    { kind: 'heading', level: 3, text: `${label}. ${title}` },
    ...promised,
    ...(said === null ? [paragraph([{ text: words.NOT_LOOKED_AT, style: 'emphasis' }])] : saidBlocks(said, origin)),
    ...promise.errata.map((erratum) => quotation(words.erratumOn(erratum.at, null), erratum.words)),
    ...(then === null
      ? []
      : [quotation(`${side}. ${words.SAID_THEN(then.on)} ${DONE_WORD[then.state]}`, then.sentence)]),
    ...answers.map((answer) =>
      quotation(`${side}. ${words.ANSWERED(answer.at)} ${DONE_WORD[answer.state]}`, answer.sentence),
    ),
    ...(link.length === 0 ? [] : [paragraph(link)]),
  ];
}

function saidBlocks(said: NonNullable<PromiseInWords['said']>, origin: string): readonly Block[] {
  const before = said.before ? ` (${BEFORE_MANDATE})` : '';
  const state = `${DONE_WORD[said.state].toLowerCase()}${before}${said.levels === '' ? '' : ` ; ${said.levels}`}`;
  const proofs = said.evidence.map(({ line, href, outside, quotation: quoted }): readonly Inline[] => [
    { text: line, ...(href === null ? {} : { href: outside ? href : `${origin}${href}` }) },
    ...(quoted === null ? [] : [{ text: ` « ${quoted} »`, style: 'emphasis' as const }]),
  ]);
  return [
    quotation(`${words.THE_COLLECTIVE}, ${said.on.toLowerCase()} : ${state}`, said.sentence),
    ...(proofs.length === 0 ? [] : [{ kind: 'list', ordered: false, items: proofs } as const]),
    ...(said.checks.length === 0
      ? []
      : [
          paragraph([{ text: words.CHECKED(said.checks.length) }]),
          { kind: 'list', ordered: false, items: said.checks.map((text) => [{ text }]) } as const,
        ]),
  ];
}

function errata({ errata: whole }: ReviewPlace): readonly Block[] {
  if (whole.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.ERRATA },
    ...whole.map((erratum) => quotation(words.erratumOn(erratum.writtenAt, null), erratum.words)),
  ];
}

function replies({ replies: all }: ReviewPlace): readonly Block[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.REPLIES },
    ...all.map((reply) => quotation(words.repliedOn(reply.role, reply.repliedAt), reply.words)),
  ];
}

export function paragraph(inlines: readonly Inline[]): Block {
  return { kind: 'paragraph', inlines };
}

export function quotation(who: string, text: string): Block {
  return { kind: 'quotation', who, inlines: [{ text }] };
}

function capital(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase());
}
