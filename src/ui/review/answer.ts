/**
 * What the form of one proposal shows: what was read, as people corrected it so far. Text as it is, never markup.
 * What comes back from the form: ./answer-form.ts.
 */
import type { Edition, Measure } from '#domain/charter/edition.ts';
import type { Commitment } from '#domain/pact/commitment.ts';
import type { Decision } from '#domain/pact/decision.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { ACTION_FIELDS, type ActionField } from '#domain/plan/plan.ts';
import type { CommitmentFinding } from '#reading/contract.ts';
import { passageText } from '#use-cases/drafts/review/quotations.ts';
import { reviewedCommitment } from '#use-cases/drafts/review/reviewed-commitment.ts';
import type { ProposalView } from '#use-cases/drafts/see-draft.ts';

/** Empty: the document does not speak of the level, or nobody compared the clause. */
export type StanceField = Stance | '';

export type ClauseField = { readonly clause: number; readonly text: string; readonly stance: StanceField };
export type LevelField = {
  readonly level: number;
  readonly stance: StanceField;
  readonly clauses: readonly ClauseField[];
};

export type Answer =
  | { readonly kind: 'signatory'; readonly listName: string; readonly leader: string }
  | { readonly kind: 'principle'; readonly stance: Stance; readonly observations: readonly string[] }
  | {
      readonly kind: 'commitment';
      readonly measure: number | null;
      readonly stance: Stance;
      readonly levels: readonly LevelField[];
      readonly observations: readonly string[];
      readonly competentBody: string;
    }
  | { readonly kind: 'local-commitment'; readonly text: string; readonly relatedMeasures: readonly number[] }
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'plan';
      readonly title: string;
      readonly council: {
        readonly date: string;
        readonly item: string;
        readonly rapporteur: string;
        readonly decision: string;
      };
    }
  | { readonly kind: 'axis'; readonly title: string }
  | {
      readonly kind: 'action';
      readonly number: string;
      readonly title: string;
      readonly axis: string;
      readonly fields: Readonly<Record<ActionField, string>>;
    };

/** What may move elsewhere: to a local commitment, or to a measure. */
export type Move = {
  readonly text: string;
  readonly relatedMeasures: readonly number[];
  readonly measure: number | null;
  readonly stance: Stance;
  readonly levels: readonly LevelField[];
};

type About = { readonly text: string; readonly edition: Edition | null };

export function answerFor(proposal: ProposalView, { text, edition }: About): Answer {
  const decision = proposal.decided?.decision ?? null;
  switch (proposal.kind) {
    case 'signatory': {
      const corrected = decision?.kind === 'correct-signatory' ? decision : null;
      const { list, leader } = proposal.finding;
      return {
        kind: 'signatory',
        listName: (corrected?.listName === undefined ? list : corrected.listName) ?? '',
        leader: (corrected?.leader === undefined ? leader : corrected.leader) ?? '',
      };
    }
    case 'principle': {
      const corrected = decision?.kind === 'correct-principle' ? decision : null;
      return {
        kind: 'principle',
        stance: corrected?.stance ?? proposal.finding.stance,
        observations: corrected?.observations ?? proposal.finding.observations,
      };
    }
    case 'commitment':
      return commitmentAnswer(proposal.finding, { decision, text, edition });
    case 'local-commitment': {
      const corrected = decision?.kind === 'correct-local' ? decision : null;
      return {
        kind: 'local-commitment',
        text: corrected?.text ?? proposal.finding.text,
        relatedMeasures: corrected?.relatedMeasures ?? proposal.finding.relatedMeasures,
      };
    }
    case 'unread':
      return { kind: 'unread' };
    case 'plan': {
      const corrected = decision?.kind === 'correct-plan' ? decision : null;
      const council = { ...proposal.finding.council, ...corrected?.council };
      return {
        kind: 'plan',
        title: corrected?.title ?? proposal.finding.title ?? '',
        council: {
          date: council.date ?? '',
          item: council.item ?? '',
          rapporteur: council.rapporteur ?? '',
          decision: council.decision ?? '',
        },
      };
    }
    case 'axis': {
      const corrected = decision?.kind === 'correct-axis' ? decision : null;
      return { kind: 'axis', title: corrected?.title ?? proposal.finding.title };
    }
    case 'action': {
      const corrected = decision?.kind === 'correct-action' ? decision : null;
      const { finding } = proposal;
      const fields = { ...finding.fields, ...corrected?.fields };
      return {
        kind: 'action',
        number: corrected?.number ?? finding.number,
        title: corrected?.title ?? finding.title,
        axis: (corrected?.axis === undefined ? finding.axis : corrected.axis) ?? '',
        fields: fieldTexts(fields),
      };
    }
  }
}

/** The commitment as it will be published, decisions included; null while no measure is known. */
export function commitmentNow(
  finding: CommitmentFinding,
  { decision, text }: { decision: Decision | null; text: string },
): Commitment | null {
  const correction = decision?.kind === 'correct-commitment' ? decision : null;
  const measure = correction?.measure ?? finding.measure;
  return measure === null ? null : reviewedCommitment({ text }, { finding, measure, correction });
}

export function moveFor(proposal: ProposalView, { text, edition }: About): Move | null {
  if (!['commitment', 'local-commitment', 'unread'].includes(proposal.kind)) return null;
  const decision = proposal.decided?.decision;
  const toLocal = decision?.kind === 'to-local' ? decision : null;
  const toMeasure = decision?.kind === 'to-measure' ? decision : null;
  const measure = toMeasure?.measure ?? null;
  return {
    text: toLocal?.text ?? passageText(text, proposal.spans),
    relatedMeasures: toLocal?.relatedMeasures ?? [],
    measure,
    stance: toMeasure?.stance ?? 'accepted',
    levels: levelFields(measureOf(edition, measure), toMeasure?.levels ?? []).map((level) => ({
      ...level,
      clauses: [],
    })),
  };
}

function commitmentAnswer(
  finding: CommitmentFinding,
  { decision, text, edition }: About & { decision: Decision | null },
): Answer {
  const now = commitmentNow(finding, { decision, text });
  const correction = decision?.kind === 'correct-commitment' ? decision : null;
  const from = now ?? { ...finding, ...correction };
  return {
    kind: 'commitment',
    measure: now?.measure ?? null,
    stance: from.stance,
    levels: levelFields(measureOf(edition, now?.measure ?? null), from.levels),
    observations: from.observations,
    competentBody: from.competentBody ?? '',
  };
}

type Said = {
  readonly level: number;
  readonly stance: Stance;
  readonly clauses?: readonly { readonly clause: number; readonly stance: Stance }[] | undefined;
};

/** The levels of the edition, and those that the document has on top; without an edition's levels, three. */
function levelFields(measure: Measure | null, said: readonly Said[]): readonly LevelField[] {
  const known = measure === null || measure.levels.length === 0 ? [1, 2, 3] : measure.levels.map(({ level }) => level);
  const numbers = [...new Set([...known, ...said.map(({ level }) => level)])].sort((a, b) => a - b);
  return numbers.map((number) => {
    const now = said.find(({ level }) => level === number);
    const reference = measure?.levels.find(({ level }) => level === number);
    return {
      level: number,
      stance: now?.stance ?? '',
      clauses: (reference?.clauses ?? []).map(({ clause, text }) => ({
        clause,
        text,
        stance: now?.clauses?.find((one) => one.clause === clause)?.stance ?? '',
      })),
    };
  });
}

function measureOf(edition: Edition | null, number: number | null): Measure | null {
  return edition?.measures.find((measure) => measure.number === number) ?? null;
}

function fieldTexts(fields: Readonly<Record<ActionField, string | null>>): Readonly<Record<ActionField, string>> {
  return Object.fromEntries(ACTION_FIELDS.map((field) => [field, fields[field] ?? ''])) as Record<ActionField, string>;
}
