/** All that the page of one proposal shows beside the document: what was read, why, what to watch, what one can say. */
import type { Edition } from '#domain/charter/edition.ts';
import type { Span, Warning } from '#reading/contract.ts';
import { clauseLines } from '#ui/contract/clause-lines.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { decisionWords } from '#ui/messages/lire-decisions.fr.ts';
import { doubtWords, shorten } from '#ui/messages/lire-review.fr.ts';
import type { DraftView, ProposalView } from '#use-cases/drafts/see-draft.ts';
import { answerFor, commitmentNow, moveFor } from './answer.ts';
import { rowOf, type ProposalRow } from './rows.ts';

type Around = { readonly draft: DraftView; readonly edition: Edition | null; readonly rows: readonly ProposalRow[] };

export function proposalPage(proposal: ProposalView, { draft, edition, rows }: Around) {
  const { text, warnings } = draft.reading;
  const decision = proposal.decided?.decision ?? null;
  const nameFor = (id: string): string => rows.find((row) => row.id === id)?.short ?? id;
  return {
    ...rowOf(proposal, edition),
    version: proposal.version,
    confidence: proposal.confidence,
    reasons: proposal.kind === 'commitment' ? proposal.finding.reasons : [],
    doubts: proposal.doubts.map((doubt) => doubtWords(doubt, nameFor)),
    warnings: warningsAbout(proposal.spans, warnings),
    contract: contractOf(proposal, { text, edition }),
    labels: proposal.kind === 'action' ? proposal.finding.labels : [],
    answer: answerFor(proposal, { text, edition }),
    move: moveFor(proposal, { text, edition }),
    decided: decision === null ? null : decisionWords(decision),
    passage: proposal.kind === 'unread' ? shorten(proposal.finding.text, 600) : null,
    measures: needsMeasures(proposal)
      ? (edition?.measures ?? []).map(({ number, title }) => ({ number, title: shorten(heading(title), 90) }))
      : [],
    appendable:
      proposal.kind === 'unread'
        ? rows
            .filter(({ kind, state }) => kind === 'commitment' && state !== 'refused' && state !== 'moved')
            .map(({ id, short, title }) => ({ id, short, title: shorten(title, 60) }))
        : [],
  };
}

export type ProposalPage = ReturnType<typeof proposalPage>;

function contractOf(proposal: ProposalView, { text, edition }: { text: string; edition: Edition | null }) {
  if (proposal.kind !== 'commitment') return null;
  const now = commitmentNow(proposal.finding, { decision: proposal.decided?.decision ?? null, text });
  if (now === null) return null;
  const measure = edition?.measures.find(({ number }) => number === now.measure) ?? null;
  return clauseLines(measure, now);
}

function needsMeasures({ kind }: ProposalView): boolean {
  return kind === 'commitment' || kind === 'local-commitment' || kind === 'unread';
}

function warningsAbout(spans: readonly Span[], warnings: readonly Warning[]): readonly string[] {
  const near = warnings.filter((warning) =>
    warning.spans.some((span) => spans.some(({ start, end }) => span.start < end && start < span.end)),
  );
  return [...new Set(near.map(({ message }) => message))];
}
