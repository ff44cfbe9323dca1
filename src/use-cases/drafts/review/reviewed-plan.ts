/** A plan's reading and the decisions of a person, put together: the plan as it will be published. */
import type { Action, Axis, Council, Plan } from '#domain/plan/plan.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { PlanReading } from '#reading/contract.ts';
import { askedAbout, type AskedAbout } from './asked-about.ts';
import { isWaiting, proposalsOf, type Decisions, type Proposal } from './proposal.ts';
import { quote } from './quotations.ts';

export type ReviewedPlan = Omit<Plan, 'place'>;

export type PlanNotReady =
  | { readonly kind: 'undecided'; readonly proposals: readonly AskedAbout[] }
  | { readonly kind: 'action-twice'; readonly number: string; readonly proposals: readonly AskedAbout[] }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'nothing-planned' };

export type PlanReview = {
  readonly reading: PlanReading;
  readonly decisions: Decisions;
  readonly acceptAll?: boolean;
};

export function reviewedPlan({
  reading,
  decisions,
  acceptAll = false,
}: PlanReview): Result<ReviewedPlan, PlanNotReady> {
  const proposals = proposalsOf(reading);
  const waiting = proposals.filter((proposal) => isWaiting(proposal, decisions));
  if (waiting.length > 0 && !acceptAll) {
    return refuse({ kind: 'undecided', proposals: waiting.map((proposal) => askedAbout(proposal, reading.text)) });
  }

  let title = reading.title;
  let council = withoutSpans(reading.council);
  const axes: Axis[] = [];
  const actions: { readonly proposal: Proposal; readonly action: Action }[] = [];
  for (const proposal of proposals) {
    const decision = decisions.get(proposal.id);
    if (decision?.kind === 'refuse') continue;
    if (proposal.kind === 'plan' && decision?.kind === 'correct-plan') {
      title = decision.title ?? title;
      council = { ...council, ...decision.council };
    }
    if (proposal.kind === 'axis') {
      const { number, title: read, subAxes } = proposal.finding;
      axes.push({ number, title: (decision?.kind === 'correct-axis' ? decision.title : null) ?? read, subAxes });
    }
    if (proposal.kind === 'action') {
      const correction = decision?.kind === 'correct-action' ? decision : null;
      const { spans, ...finding } = proposal.finding;
      const action: Action = {
        ...finding,
        number: correction?.number ?? finding.number,
        title: correction?.title ?? finding.title,
        axis: correction?.axis === undefined ? finding.axis : correction.axis,
        fields: { ...finding.fields, ...correction?.fields },
        amounts: finding.amounts.map(({ text, euros }) => ({ text, euros })),
        dates: finding.dates.map(({ text, day }) => ({ text, day })),
        quotations: quote(reading.text, spans),
      };
      actions.push({ proposal, action });
    }
  }
  for (const [number, same] of Map.groupBy(actions, ({ action }) => action.number)) {
    if (same.length > 1) {
      const proposals = same.map(({ proposal }) => askedAbout(proposal, reading.text));
      return refuse({ kind: 'action-twice', number, proposals });
    }
  }
  if (title === null || title.trim() === '') return refuse({ kind: 'title-missing' });
  if (actions.length === 0) return refuse({ kind: 'nothing-planned' });
  return accept({ title, council, axes, actions: actions.map(({ action }) => action) });
}

function withoutSpans({ date, item, rapporteur, decision }: PlanReading['council']): Council {
  return { date, item, rapporteur, decision };
}
