/** Words of what was done of a pact, on the pages that answer in one line. Every figure with its denominator and its day. */
import type { Ambition, FollowUpTally } from '#domain/follow-up/tally.ts';
import { BEFORE_MANDATE } from './done.fr.ts';
import { count, day, dayOf, figure, listOf } from './format.fr.ts';
import { outOf } from './pact.fr.ts';
import { besideCounted, ofCounted } from './share.fr.ts';

export const ACCORDING_TO_BOTH = 'selon les deux';
export const NEVER_LOOKED = 'jamais évalué';
/** Beside what one voice said of a promise, for the one that never spoke of it. */
export function neverLookedBy(voice: string): string {
  return `${NEVER_LOOKED} par ${voice}`;
}
const BY_EITHER = 'par l’une ou l’autre voix';

type Fact = { readonly figure: string; readonly words: string; readonly unknown?: boolean };
type Told = {
  readonly tally: FollowUpTally;
  readonly share: { readonly kept: number; readonly of: number } | null;
  /** « selon la mairie » */
  readonly according: string;
};

/** Ambition, beside performance: few promises are easily kept. */
export function promisedFact(
  { measures, ofMeasures, levels, ofLevels }: Ambition,
  { who, principles, local }: { who: string; principles: number; local: number },
): Fact {
  const deep = ofLevels === 0 ? '' : `, ${outOf(levels, ofLevels)} niveaux`;
  const beside = [
    ...(principles === 0 ? [] : [count(principles, 'principe', 'principes')]),
    ...(local === 0 ? [] : [count(local, 'engagement local', 'engagements locaux')]),
  ];
  const more = beside.length === 0 ? '' : ` ; avec ${listOf(beside)}`;
  return { figure: outOf(measures, ofMeasures), words: `mesures promises par ${who}${deep}${more}` };
}

/** A fact for each voice that spoke, the collective first: never one figure for both, and never a sentence for two. */
export function keptFacts(voices: readonly Told[], signed: number): readonly Fact[] {
  const told = voices.filter(({ tally }) => tally.lookedOn !== null);
  const silent = voices.filter(({ tally }) => tally.lookedOn === null).map(({ according }) => according);
  if (told.length === 0) {
    const of = count(signed, 'signé', 'signés');
    return [{ figure: 'Inconnu', words: `ce qui a été fait : 0 évalué sur ${of}`, unknown: true }];
  }
  return told.map((one) => keptFact(one, silent));
}

function keptFact({ tally, share, according }: Told, silent: readonly string[]): Fact {
  const on = tally.lookedOn === null ? '' : `, au ${day(tally.lookedOn)}`;
  const rest = restOf(tally);
  const more = [...(rest === '' ? [] : [rest]), ...silent.map((voice) => `rien encore ${voice}`)];
  const words =
    share === null
      ? `ce qui a été tenu, ${according}${on} : rien de ce qui se compte n’a été regardé`
      : `${share.kept < 2 ? 'engagement tenu' : 'engagements tenus'}${besideShare(share.of, tally)} ${according}${on}`;
  return {
    figure: share === null ? 'Inconnu' : outOf(share.kept, share.of),
    words: [words, ...more].join(' ; '),
    ...(share === null ? { unknown: true } : {}),
  };
}

/** « (16 signés, dont 3 à part) », after a space; '' when all that is signed counts. */
function besideShare(counted: number, { signed }: FollowUpTally): string {
  return counted === signed ? '' : ` ${besideCounted({ counted, signed })}`;
}

/** What a voice says of the rest, and how much it never looked at. */
function restOf({ partlyKept, underway, notStarted, broken, never }: FollowUpTally): string {
  const parts = [
    ...(partlyKept === 0 ? [] : [`${figure(partlyKept)} en partie`]),
    ...(underway === 0 ? [] : [`${figure(underway)} en cours`]),
    ...(notStarted === 0 ? [] : [`${figure(notStarted)} pas ${notStarted < 2 ? 'commencé' : 'commencés'}`]),
    ...(broken === 0 ? [] : [`${figure(broken)} ${broken < 2 ? 'rompu' : 'rompus'}`]),
    ...(never === 0 ? [] : [count(never, 'jamais évalué', 'jamais évalués')]),
  ];
  return parts.join(', ');
}

export function unknownFact({
  signed,
  never,
  stale,
  publishedAt,
}: {
  readonly signed: number;
  readonly never: number;
  readonly stale: number;
  readonly publishedAt: Date;
}): Fact {
  const online = `Pacte mis en ligne le ${dayOf(publishedAt)}`;
  if (signed === 0) return { figure: 'Inconnu', words: `ce qui a été promis. ${online}`, unknown: true };
  const old = stale === 0 ? '' : `, et ${figure(stale)} sans nouvelle depuis plus d’un an`;
  if (never === 0) {
    return stale === 0
      ? { figure: outOf(signed, signed), words: `regardés depuis moins d’un an ${BY_EITHER}. ${online}` }
      : {
          figure: outOf(stale, signed),
          words: `sans nouvelle depuis plus d’un an ${BY_EITHER}. ${online}`,
          unknown: true,
        };
  }
  const known =
    never === signed
      ? 'aucun évalué à ce jour'
      : `${never < 2 ? 'jamais évalué' : 'jamais évalués'} ${BY_EITHER}${old}`;
  return {
    figure: `${figure(never)} ${never < 2 ? 'inconnu' : 'inconnus'}`,
    words: `sur ${figure(signed)} : ${known}. ${online}`,
    unknown: true,
  };
}

/** What no share holds, voice by voice. */
export function apart(told: readonly Told[]): string {
  return told
    .flatMap(({ tally, according }) => {
      const parts = [
        ...(tally.beforeMandate === 0 ? [] : [`${figure(tally.beforeMandate)} ${BEFORE_MANDATE}`]),
        ...(tally.cannotAssess === 0
          ? []
          : [`${figure(tally.cannotAssess)} ${tally.cannotAssess < 2 ? 'impossible' : 'impossibles'} à évaluer`]),
        ...(tally.notCompetent === 0 ? [] : [`${figure(tally.notCompetent)} hors compétence`]),
      ];
      return parts.length === 0 ? [] : [`À part, ${according} : ${listOf(parts)}.`];
    })
    .join(' ');
}

export const METHOD = 'Comment ces états sont décidés';
export const ASSESSMENTS_CSV = 'évaluations (tableur)';
export const ASSESSMENTS_JSON = 'évaluations (JSON)';

type DoneOf = {
  readonly share: { readonly kept: number; readonly of: number } | null;
  /** Signed, and never looked at by this voice. */
  readonly never: number;
  readonly lookedOn: string | null;
};
/** In a list of pacts: « 12 tenus sur 26 signés selon le collectif, au 3 juin 2029 (5 jamais évalués) ». */
export function doneLine({
  signed,
  collective,
  townHall,
}: {
  readonly signed: number;
  readonly collective: DoneOf;
  readonly townHall: DoneOf;
}): string {
  const say = ({ share, lookedOn, never }: DoneOf, who: string) => {
    if (lookedOn === null) return [];
    const unseen = never === 0 ? '' : ` (${count(never, 'jamais évalué', 'jamais évalués')})`;
    if (share === null) return [`rien de ce qui se compte n’a été regardé selon ${who}, au ${day(lookedOn)}${unseen}`];
    const of = ofCounted({ counted: share.of, signed });
    return [`${count(share.kept, 'tenu', 'tenus')} sur ${of} selon ${who}, au ${day(lookedOn)}${unseen}`];
  };
  const parts = [...say(collective, 'le collectif'), ...say(townHall, 'la mairie ou la liste')];
  return parts.length === 0 ? `${count(signed, 'signé', 'signés')}, aucun évalué à ce jour` : parts.join(' ; ');
}

export const WHAT_WAS_DONE = 'Ce qui a été fait';
