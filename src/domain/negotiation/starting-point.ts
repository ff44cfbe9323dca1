/**
 * What a negotiation starts with: the measures that the collective chose, what a document already says, or what was
 * promised in the mandate before. All of it is a first word, open to any change.
 */
import type { Clause, Edition, Measure } from '../charter/edition.ts';
import type { AgreedStance } from '../pact/agreed-text.ts';
import type { Commitment, SignedClause, SignedLevel } from '../pact/commitment.ts';
import type { Pact } from '../pact/pact.ts';
import type { Stance } from '../pact/stance.ts';
import { itemsOfMeasure, keyOf, type Item } from './item.ts';
import { tidyParagraphs, tidyWords, type Position } from './position.ts';
import { AS_PROPOSED, type NewWords } from './several-at-once.ts';

/** What was chosen to begin with, as the negotiation keeps it. */
export type StartingPoint =
  /** The principles that every pact needs, and nothing else. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'everything' }
  | { readonly kind: 'priorities' }
  /** A document read here becomes the first answers of the counterpart: a draft or a published pact. */
  | { readonly kind: 'document'; readonly document: string }
  /** What the pact of the mandate before promised is asked again. */
  | { readonly kind: 'previous-pact'; readonly pact: number }
  /** An addendum begins with what the text that it completes says. */
  | { readonly kind: 'signed-text'; readonly code: string };

type Charter = Pick<Edition, 'principles' | 'measures' | 'rules'>;

/** The carrier asks these measures whole, and the principles that are part of every pact. */
export function demandsOf(edition: Charter, measures: readonly number[]): readonly NewWords[] {
  const asked = edition.measures.filter(({ number }) => measures.includes(number));
  return [...requiredPrinciples(edition), ...asked.flatMap(itemsOfMeasure)].map((item) => ({
    item,
    position: AS_PROPOSED,
  }));
}

/** The carrier asks again what was promised, in the words of that promise; refusals of that time are left to the present. */
export function demandsOfPact(edition: Charter, pact: SaidBefore): readonly NewWords[] {
  const promised = wordsOfPact(edition, pact).filter(({ position }) => position?.stance?.kind === 'accepted');
  const known = new Set(promised.map(({ item }) => keyOf(item)));
  return [
    ...requiredPrinciples(edition)
      .filter((item) => !known.has(keyOf(item)))
      .map((item) => ({ item, position: AS_PROPOSED })),
    ...promised.map(({ item, position }) => ({ item, position: position && { ...position, observation: null } })),
  ];
}

export type SaidBefore = Pick<Pact, 'principles' | 'commitments'>;

/**
 * What a pact says of each item of the edition. Items that it passes over, or of which its words are lost, are left unsaid.
 */
export function wordsOfPact(edition: Charter, pact: SaidBefore): readonly NewWords[] {
  const principles = pact.principles.flatMap(({ letter, stance, observations }): NewWords[] => {
    const taken = stanceFrom(stance, null);
    const known = edition.principles.some((principle) => principle.letter === letter);
    if (taken === null || !known) return [];
    return [
      {
        item: { kind: 'principle', letter },
        position: { stance: taken, wording: null, observation: joined(observations) },
      },
    ];
  });
  const measures = pact.commitments.flatMap((commitment) => {
    const measure = edition.measures.find(({ number }) => number === commitment.measure);
    return measure === undefined ? [] : wordsOfCommitment(measure, commitment);
  });
  return [...principles, ...measures];
}

function wordsOfCommitment(measure: Measure, commitment: Commitment): readonly NewWords[] {
  const observation = joined(commitment.observations);
  if (measure.levels.length === 0) {
    const stance = stanceFrom(commitment.stance, commitment.competentBody);
    const item: Item = { kind: 'measure', measure: measure.number };
    return stance === null ? [] : [{ item, position: { stance, wording: null, observation } }];
  }
  const remark: readonly NewWords[] =
    observation === null
      ? []
      : [{ item: { kind: 'remark', measure: measure.number }, position: { stance: null, wording: null, observation } }];
  return [
    ...remark,
    ...commitment.levels.flatMap((signed) => {
      const level = measure.levels.find((known) => known.level === signed.level);
      return (level?.clauses ?? []).flatMap((clause): NewWords[] => {
        const position = positionOnClause(signed, { clause, body: commitment.competentBody });
        const item: Item = { kind: 'clause', measure: measure.number, level: signed.level, clause: clause.clause };
        return position === null ? [] : [{ item, position }];
      });
    }),
  ];
}

/** Null: the document passes over it. */
function positionOnClause(
  signed: SignedLevel,
  { clause, body }: { readonly clause: Clause; readonly body: string | null },
): Position | null {
  const finding = signed.clauses.find((known) => known.clause === clause.clause);
  // Nobody compared the clauses: the level was said as a whole. Taken in part, nobody knows which part.
  const said = finding?.stance ?? (signed.clauses.length > 0 ? 'unspecified' : signed.stance);
  if (finding?.wording === 'omitted' && said !== 'refused') return null;
  const stance = stanceFrom(said, body);
  if (stance === null) return null;
  const excepted = stance.kind === 'refused' && (signed.stance === 'partial' || signed.stance === 'accepted');
  return {
    stance: excepted ? { kind: 'excepted' } : stance,
    wording: finding?.wording === 'amended' && stance.kind !== 'refused' ? wordingOf(finding) : null,
    observation: null,
  };
}

function wordingOf({ quotations }: SignedClause): string | null {
  const words = tidyWords(quotations.map(({ text }) => text).join(' '));
  return words === '' ? null : words;
}

/** Null: it says nothing that can be answered. What is left to a body that the text does not name is to be said anew. */
function stanceFrom(stance: Stance, body: string | null): AgreedStance | null {
  switch (stance) {
    case 'accepted':
    case 'refused':
      return { kind: stance };
    case 'delegated':
      return body === null ? null : { kind: 'delegated', body, siren: null };
    case 'partial':
    case 'unspecified':
    case 'unknown':
      return null;
  }
}

function requiredPrinciples(edition: Charter): readonly Item[] {
  return edition.rules.requiredPrinciples.map((letter) => ({ kind: 'principle', letter }));
}

function joined(observations: readonly string[]): string | null {
  const text = tidyParagraphs(observations.join('\n\n'));
  return text === '' ? null : text;
}
