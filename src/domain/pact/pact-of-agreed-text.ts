/**
 * The pact that an agreed text becomes once it is signed: the same promises, in the shape that every public page, count
 * and download reads (./pact.ts). The text itself stays the reference; nothing is added to it here.
 *
 * What a pact has no place for stays in the text alone: an observation on a local measure, and measures that were spoken
 * of without anything being agreed.
 */
import type {
  AgreedClause,
  AgreedLevel,
  AgreedMeasure,
  AgreedPrinciple,
  AgreedStance,
  AgreedText,
} from './agreed-text.ts';
import { isAmended, levelStance, stanceOf } from './agreed-stances.ts';
import type { Commitment, Quotation, SignedClause, SignedLevel, SignedPrinciple, WordChange } from './commitment.ts';
import { comparedWords } from './compared-words.ts';
import type { Pact } from './pact.ts';
import { stanceOfMeasure, type Stance } from './stance.ts';

/** `signedOn`: the day of the last signature, at the place. */
export function pactOfAgreedText(text: AgreedText, { signedOn }: { readonly signedOn: string }): Pact {
  const { counterpart } = text;
  return {
    place:
      text.place.kind === 'municipality'
        ? { kind: 'municipality', code: text.place.code }
        : { kind: 'grouping', siren: text.place.siren },
    edition: text.edition.id,
    listName: counterpart.name,
    leader: counterpart.kind === 'list' ? counterpart.leader : null,
    term: text.term,
    signedOn,
    principles: text.principles.map(signedPrinciple),
    commitments: text.measures.flatMap(commitment),
    localCommitments: text.localMeasures
      .filter(({ stance }) => stance.kind === 'accepted')
      .map(({ number, text: words, relatedMeasures }) => ({
        localNumber: String(number),
        text: words,
        relatedMeasures,
        quotations: [],
      })),
  };
}

/** SIREN of the bodies that the text names with their number, by the name as written. */
export function namedBodies(text: AgreedText): ReadonlyMap<string, string> {
  const named = text.measures.flatMap(stancesIn).flatMap((stance) => bodyOf(stance) ?? []);
  return new Map(named.flatMap(({ body, siren }) => (siren === null ? [] : [[body, siren] as const])));
}

function signedPrinciple({ letter, stance, observation }: AgreedPrinciple): SignedPrinciple {
  return { letter, stance: stanceOf(stance), observations: said(observation), quotations: [] };
}

/** None when nothing was agreed of the measure. */
function commitment(measure: AgreedMeasure): Commitment[] {
  const levels = measure.levels.filter(({ clauses }) => clauses.length > 0).map(signedLevel);
  if (levels.length === 0 && measure.stance === null) return [];
  const bodies = new Set(stancesIn(measure).flatMap((stance) => bodyOf(stance)?.body ?? []));
  return [
    {
      measure: measure.number,
      localNumber: null,
      title: 'exact',
      stance: levels.length === 0 && measure.stance !== null ? stanceOf(measure.stance) : wholeStance(levels),
      levels,
      competentBody: bodies.size === 0 ? null : [...bodies].join(', '),
      observations: [measure.observation, ...clausesOf(measure).map(({ observation }) => observation)].flatMap(said),
      // Both sides agreed it: nothing here was guessed.
      confidence: 1,
      reasons: [],
      quotations: [],
    },
  ];
}

/** Levels refused beside levels left to another body promise nothing: `partial` would count them as taken. */
function wholeStance(levels: readonly SignedLevel[]): Stance {
  const taken = levels.some(({ stance }) => stance === 'accepted' || stance === 'partial');
  const stance = stanceOfMeasure(levels);
  return stance === 'partial' && !taken ? 'delegated' : stance;
}

function signedLevel({ level, clauses }: AgreedLevel): SignedLevel {
  const signed = clauses.map(signedClause);
  return {
    level,
    stance: levelStance(clauses),
    wording: signed.some(({ wording }) => wording === 'amended') ? 'amended' : 'same',
    clauses: signed,
    quotations: [],
  };
}

/** The words of a clause that is not promised bind nobody, changed or not. */
function signedClause(clause: AgreedClause): SignedClause {
  const stance = stanceOf(clause.stance);
  const amended = isAmended(clause) && stance !== 'refused';
  return {
    clause: clause.clause,
    stance,
    wording: amended ? 'amended' : 'same',
    changes: amended ? wordChanges(clause) : [],
    quotations: stance === 'refused' ? [] : [signedHere(clause.text)],
  };
}

/** Words agreed here stand in no document: their quotation has no place in one. */
function signedHere(text: string): Quotation {
  return { start: 0, end: 0, text };
}

function wordChanges({ reference, text }: AgreedClause): readonly WordChange[] {
  const changes: WordChange[] = [];
  let struck = '';
  for (const part of [...comparedWords(reference, text), { kind: 'same', text: '' } as const]) {
    if (part.kind === 'struck') {
      struck = part.text.trim();
      continue;
    }
    const here = part.kind === 'inserted' ? part.text.trim() : '';
    if (struck !== '' && here !== '') changes.push({ kind: 'replaced', reference: struck, here });
    else if (struck !== '') changes.push({ kind: 'removed', reference: struck, here: '' });
    else if (here !== '') changes.push({ kind: 'added', reference: '', here });
    struck = '';
  }
  return changes;
}

function clausesOf(measure: AgreedMeasure): readonly AgreedClause[] {
  return measure.levels.flatMap(({ clauses }) => clauses);
}

function stancesIn(measure: AgreedMeasure): readonly AgreedStance[] {
  const own = measure.stance === null ? [] : [measure.stance];
  return [...own, ...clausesOf(measure).map(({ stance }) => stance)];
}

function bodyOf(stance: AgreedStance): { readonly body: string; readonly siren: string | null } | null {
  return stance.kind === 'delegated' ? { body: stance.body, siren: stance.siren } : null;
}

function said(observation: string | null): readonly string[] {
  return observation === null || observation.trim() === '' ? [] : [observation];
}
