/**
 * Whether a decision, as it came from a form, is one that can be taken about this proposal.
 * Bounds: texts of 20,000 characters, lists of 200.
 */
import * as v from 'valibot';
import type { CharterText } from '#domain/charter/edition.ts';
import type { Decision } from '#domain/pact/decision.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { ACTION_FIELDS } from '#domain/plan/plan.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Proposal } from './proposal.ts';

export type BadDecision =
  | { readonly kind: 'bad-decision'; readonly why: 'malformed' | 'not-for-this-proposal' | 'stance-needs-levels' }
  | { readonly kind: 'unknown-measure'; readonly measure: number }
  | { readonly kind: 'unknown-level'; readonly measure: number; readonly level: number };

/** `edition` null: not chosen yet; then measures and levels are checked when publishing. */
export function checkDecision(
  given: unknown,
  { proposal, edition }: { proposal: Proposal; edition: CharterText | null },
): Result<Decision, BadDecision> {
  const parsed = v.safeParse(DECISION, given);
  if (!parsed.success) return refuse({ kind: 'bad-decision', why: 'malformed' });
  const decision: Decision = parsed.output;
  if (!FITTING[proposal.kind].includes(decision.kind)) {
    return refuse({ kind: 'bad-decision', why: 'not-for-this-proposal' });
  }
  if (decision.kind === 'correct-commitment' && decision.stance !== undefined && proposal.kind === 'commitment') {
    const levels = decision.levels ?? proposal.finding.levels;
    if (levels.length > 0) return refuse({ kind: 'bad-decision', why: 'stance-needs-levels' });
  }
  const misfit = edition === null ? null : misfitWith(edition, decision, proposal);
  return misfit === null ? accept(decision) : refuse(misfit);
}

const FITTING: Readonly<Record<Proposal['kind'], readonly Decision['kind'][]>> = {
  signatory: ['confirm', 'refuse', 'undecide', 'correct-signatory'],
  principle: ['confirm', 'refuse', 'undecide', 'correct-principle'],
  commitment: ['confirm', 'refuse', 'undecide', 'correct-commitment', 'to-local'],
  'local-commitment': ['confirm', 'refuse', 'undecide', 'correct-local', 'to-measure'],
  unread: ['confirm', 'refuse', 'undecide', 'to-local', 'to-measure'],
  plan: ['confirm', 'undecide', 'correct-plan'],
  axis: ['confirm', 'refuse', 'undecide', 'correct-axis'],
  action: ['confirm', 'refuse', 'undecide', 'correct-action'],
};

const text = v.pipe(
  v.string(),
  v.maxLength(20_000),
  v.check((given) => !given.includes('\0') && given.isWellFormed()),
);
const words = v.pipe(
  text,
  v.check((given) => given.trim() !== ''),
);
const stance = v.picklist(STANCES);
const small = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(200));
const levels = list(
  v.strictObject({
    level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
    stance,
    clauses: v.exactOptional(
      list(v.strictObject({ clause: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)), stance })),
    ),
  }),
);
const line = v.exactOptional(v.nullable(text));

const DECISION = v.variant('kind', [
  v.strictObject({ kind: v.literal('confirm') }),
  v.strictObject({ kind: v.literal('refuse') }),
  v.strictObject({ kind: v.literal('undecide') }),
  v.strictObject({
    kind: v.literal('correct-commitment'),
    measure: v.exactOptional(small),
    stance: v.exactOptional(stance),
    levels: v.exactOptional(levels),
    observations: v.exactOptional(list(text)),
    competentBody: line,
  }),
  v.strictObject({
    kind: v.literal('correct-principle'),
    stance: v.exactOptional(stance),
    observations: v.exactOptional(list(text)),
  }),
  v.strictObject({
    kind: v.literal('correct-local'),
    text: v.exactOptional(words),
    relatedMeasures: v.exactOptional(list(small)),
  }),
  v.strictObject({ kind: v.literal('correct-signatory'), listName: line, leader: line }),
  v.strictObject({
    kind: v.literal('correct-action'),
    number: v.exactOptional(v.pipe(words, v.maxLength(40))),
    title: v.exactOptional(words),
    axis: line,
    fields: v.exactOptional(v.strictObject(v.entriesFromList(ACTION_FIELDS, line))),
  }),
  v.strictObject({ kind: v.literal('correct-axis'), title: v.exactOptional(words) }),
  v.strictObject({
    kind: v.literal('correct-plan'),
    title: v.exactOptional(words),
    council: v.exactOptional(v.strictObject({ date: line, item: line, rapporteur: line, decision: line })),
  }),
  v.strictObject({ kind: v.literal('to-local'), text: words, relatedMeasures: list(small) }),
  v.strictObject({ kind: v.literal('to-measure'), measure: small, stance, levels }),
]);

function misfitWith(edition: CharterText, decision: Decision, proposal: Proposal): BadDecision | null {
  if (decision.kind !== 'correct-commitment' && decision.kind !== 'to-measure') return null;
  const read = proposal.kind === 'commitment' ? proposal.finding.measure : null;
  const number = decision.measure ?? read;
  if (number === null) return null;
  const measure = edition.measures.find((candidate) => candidate.number === number);
  if (measure === undefined) return { kind: 'unknown-measure', measure: number };
  // An edition may give a title alone (levels are then the signatory's own); one level is numbered 1.
  if (measure.levels.length === 0) return null;
  const unknown = decision.levels?.find(({ level }) => !measure.levels.some((known) => known.level === level));
  return unknown === undefined ? null : { kind: 'unknown-level', measure: number, level: unknown.level };
}
