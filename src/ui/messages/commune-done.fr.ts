/** Words of what was done of a pact, on the pages that answer in one line. Every figure with its denominator and its day. */
import type { Ambition, FollowUpTally } from '#domain/follow-up/tally.ts';
import { BEFORE_MANDATE } from './done.fr.ts';
import { count, day, dayOf, figure, listOf } from './format.fr.ts';
import { outOf } from './pact.fr.ts';
import { besideCounted, ofCounted } from './share.fr.ts';

export const ACCORDING_TO_BOTH = 'selon les deux';
export const NEVER_LOOKED = 'jamais évalué';

type Fact = { readonly figure: string; readonly words: string; readonly unknown?: boolean };
type Told = {
  readonly tally: FollowUpTally;
  readonly share: { readonly kept: number; readonly of: number } | null;
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

/** The collective first; the town hall beside it, never added to it. */
export function keptFact(told: readonly Told[], signed: number): Fact {
  const [first, second] = told;
  if (first === undefined) {
    const of = count(signed, 'signé', 'signés');
    return { figure: 'Inconnu', words: `ce qui a été fait : 0 évalué sur ${of}`, unknown: true };
  }
  const { tally, share, according } = first;
  const on = tally.lookedOn === null ? '' : `, au ${day(tally.lookedOn)}`;
  const beside = second === undefined ? '' : ` ; ${sayOther(second)}`;
  if (share === null) {
    return {
      figure: 'Inconnu',
      words: `ce qui a été tenu, ${according}${on} : rien de ce qui se compte n’a été regardé${beside}`,
      unknown: true,
    };
  }
  const rest = restOf(tally);
  return {
    figure: outOf(share.kept, share.of),
    words: `${share.kept < 2 ? 'engagement tenu' : 'engagements tenus'}${besideShare(share.of, tally)} ${according}${on}${rest === '' ? '' : ` ; ${rest}`}${beside}`,
  };
}

function sayOther({ tally, share, according }: Told): string {
  const on = tally.lookedOn === null ? '' : `, au ${day(tally.lookedOn)}`;
  if (share === null) return `rien de ce qui se compte n’a été regardé ${according}${on}`;
  return `${outOf(share.kept, share.of)}${besideShare(share.of, tally)} ${according}${on}`;
}

/** « (16 signés, dont 3 à part) », after a space; '' when all that is signed counts. */
function besideShare(counted: number, { signed }: FollowUpTally): string {
  return counted === signed ? '' : ` ${besideCounted({ counted, signed })}`;
}

function restOf({ partlyKept, underway, notStarted, broken }: FollowUpTally): string {
  const parts = [
    ...(partlyKept === 0 ? [] : [`${figure(partlyKept)} en partie`]),
    ...(underway === 0 ? [] : [`${figure(underway)} en cours`]),
    ...(notStarted === 0 ? [] : [`${figure(notStarted)} pas ${notStarted < 2 ? 'commencé' : 'commencés'}`]),
    ...(broken === 0 ? [] : [`${figure(broken)} ${broken < 2 ? 'rompu' : 'rompus'}`]),
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
      ? { figure: outOf(signed, signed), words: `regardés depuis moins d’un an. ${online}` }
      : { figure: outOf(stale, signed), words: `sans nouvelle depuis plus d’un an. ${online}`, unknown: true };
  }
  const known = never === signed ? 'aucun évalué à ce jour' : `${never < 2 ? 'jamais évalué' : 'jamais évalués'}${old}`;
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
  readonly lookedOn: string | null;
};
/** In a list of pacts: « 12 tenus sur 26 signés selon le collectif, au 3 juin 2029 ». */
export function doneLine({
  signed,
  collective,
  townHall,
}: {
  readonly signed: number;
  readonly collective: DoneOf;
  readonly townHall: DoneOf;
}): string {
  const say = ({ share, lookedOn }: DoneOf, who: string) => {
    if (lookedOn === null) return [];
    if (share === null) return [`rien de ce qui se compte n’a été regardé selon ${who}, au ${day(lookedOn)}`];
    const of = ofCounted({ counted: share.of, signed });
    return [`${count(share.kept, 'tenu', 'tenus')} sur ${of} selon ${who}, au ${day(lookedOn)}`];
  };
  const parts = [...say(collective, 'le collectif'), ...say(townHall, 'la mairie ou la liste')];
  return parts.length === 0 ? `${count(signed, 'signé', 'signés')}, aucun évalué à ce jour` : parts.join(' ; ');
}

export const WHAT_WAS_DONE = 'Ce qui a été fait';
