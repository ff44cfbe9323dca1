/** Words of what was done: who said what of a promise, when, and how long ago. */
import type { Role } from '#domain/access/gate.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import type { Freshness } from '#domain/follow-up/freshness.ts';
import type { LevelStatus } from '#domain/follow-up/levels.ts';
import { reachedLevels } from '#domain/follow-up/levels.ts';
import { BEFORE_MANDATE, DONE_WORD } from './done.fr.ts';
import { count, day, dayOf, figure, listOf } from './format.fr.ts';
import { levelLabel } from './stances.fr.ts';
import { voiceHere } from './town-hall.fr.ts';

/** Who speaks with a voice: `place` for the town hall, `list` when it does not govern. */
export type Speaking = {
  readonly place: 'municipality' | 'grouping';
  readonly state: 'in-office' | 'in-opposition';
  readonly list: string | null;
};

export function voiceName(voice: Voice, { place, state, list }: Speaking): string {
  if (voice === 'town-hall' && state === 'in-opposition') return list === null ? 'La liste' : `La liste ${list}`;
  return voiceHere(voice, place);
}

/** « la mairie », in the middle of a sentence. */
export function voiceInside(voice: Voice, speaking: Speaking): string {
  const name = voiceName(voice, speaking);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** « selon le collectif », in the middle of a sentence. */
export function accordingTo(voice: Voice, speaking: Speaking): string {
  return `selon ${voiceInside(voice, speaking)}`;
}

/** Who spoke when it was said: agents and elected officials spoke for the place, whatever the list became since. */
export function speakingThen({ saidAs }: { readonly saidAs: Role }, speaking: Speaking): Speaking {
  return saidAs === 'municipal-agent' || saidAs === 'elected-official' ? { ...speaking, state: 'in-office' } : speaking;
}

/** « selon la mairie, puis la liste … », of all that a voice said. */
export function accordingToAll(
  said: readonly { readonly voice: Voice; readonly saidAs: Role }[],
  { voice, speaking }: { readonly voice: Voice; readonly speaking: Speaking },
): string {
  const own = said.filter((one) => one.voice === voice).map((one) => speakingThen(one, speaking));
  const before = own.find(({ state }) => state !== speaking.state);
  if (before === undefined) return accordingTo(voice, speaking);
  const since = own.some(({ state }) => state === speaking.state);
  return `${accordingTo(voice, before)}${since ? `, puis ${voiceInside(voice, speaking)}` : ''}`;
}

/** Beside what the town hall said of a promise before its list left office. */
export function answersSince(speaking: Speaking): string {
  return `${voiceName('town-hall', speaking)} répond désormais de sa parole, hors de la majorité`;
}

export const OUT_OF_OFFICE = 'hors de la majorité : c’est elle qui répond de sa parole, pas la mairie';

const AS: Readonly<Partial<Record<Role, string>>> = {
  'collective-member': 'au nom du collectif',
  'collective-coordinator': 'au nom du collectif',
  'municipal-agent': 'par les services',
  'elected-official': 'par un·e élu·e',
  'list-representative': 'par la liste',
};

/** « Champigny citoyenne, au nom du collectif ». */
export function spokenBy(saidFor: string, saidAs: Role): string {
  const as = AS[saidAs];
  return as === undefined ? saidFor : `${saidFor}, ${as}`;
}

export const before = BEFORE_MANDATE;

/** « N1 et N2 tenus ; N3 en cours ; N1 atteint sans avoir été promis »; empty when nobody looked level by level. */
export function levelsInWords(promised: readonly number[], levels: readonly LevelStatus[]): string {
  if (levels.length === 0) return '';
  const { kept, unknown, beyond } = reachedLevels(promised, levels);
  const rest = levels.filter(({ level, status }) => status !== 'kept' && promised.includes(level));
  const statuses = [...new Set(rest.map(({ status }) => status))];
  const parts = [
    ...(kept.length === 0 ? [] : [`${names(kept)} ${kept.length < 2 ? 'tenu' : 'tenus'}`]),
    ...statuses.map((status) => {
      const of = rest.filter((one) => one.status === status).map(({ level }) => level);
      return `${names(of)} ${LEVEL_WORD[status]}`;
    }),
    ...(unknown.length === 0 ? [] : [`${names(unknown)} ${unknown.length < 2 ? 'non regardé' : 'non regardés'}`]),
    ...(beyond.length === 0
      ? []
      : [`${names(beyond)} ${beyond.length < 2 ? 'atteint' : 'atteints'} sans avoir été promis`]),
  ];
  return parts.join(' ; ');
}

const LEVEL_WORD: Readonly<Record<AssessmentStatus, string>> = {
  kept: 'tenu',
  'partly-kept': 'tenu en partie',
  underway: 'en cours',
  'not-started': 'pas commencé',
  broken: 'rompu',
  'cannot-assess': 'impossible à évaluer',
  'not-competent': 'hors compétence',
};

/** « promis N2 et N3, atteint N1 »: for a line where there is room for one thing. Empty: nothing by level. */
export function promisedAndReached(promised: readonly number[], levels: readonly LevelStatus[]): string {
  if (levels.length === 0 || promised.length === 0) return '';
  const reached = levels.filter(({ status }) => status === 'kept').map(({ level }) => level);
  if (reached.length === promised.length && promised.every((level) => reached.includes(level))) {
    return `${names(promised)} ${promised.length < 2 ? 'promis et atteint' : 'promis et atteints'}`;
  }
  return `promis ${names(promised)}, ${reached.length === 0 ? 'aucun atteint' : `atteint ${names(reached)}`}`;
}

function names(levels: readonly number[]): string {
  return listOf(levels.map(levelLabel));
}

/** How long ago: « jamais évalué », « évalué le 3 juin 2029 », « sans nouvelle depuis 14 mois ». */
export function freshnessWords(fresh: Freshness): string {
  switch (fresh.kind) {
    case 'never':
      return 'jamais évalué';
    case 'fresh':
      return `regardé le ${day(fresh.since)}`;
    case 'stale':
      return `sans nouvelle depuis ${figure(fresh.months)} mois`;
  }
}

export function looked(on: string): string {
  return `Constaté le ${day(on)}`;
}
export function published(at: Date): string {
  return `publié le ${dayOf(at)}`;
}
export function stillTrue(on: string): string {
  return `Toujours exact au ${day(on)}`;
}
export const IN_REPLY: Readonly<Record<Voice, string>> = {
  collective: 'En réponse à la mairie ou à la liste',
  'town-hall': 'En réponse au collectif',
};
export function methodLink(version: string): string {
  return `Ce que veut dire chaque état (méthode ${version})`;
}
export const fromReview = 'Publié dans un bilan';

export const NEVER = '? Inconnu';
export const COLLECTIVE_SILENT = 'Aucun collectif n’a encore évalué cette promesse.';
export const TOWN_HALL_SILENT = 'N’a encore rien dit ici de cette promesse.';
export const TOWN_HALL_UNANSWERED = 'N’a pas répondu à ce jour.';

export function saidBefore(times: number): string {
  return times < 2 ? 'Ce qui en avait été dit avant' : `Ce qui en avait été dit avant (${figure(times)} fois)`;
}

/** Beside what was said after the state shown above, of a day before. */
export const SAID_LATER_OF_BEFORE =
  'Constat d’un jour plus ancien, dit après coup : l’état affiché au-dessus reste le dernier regard';

type Spoken = { readonly status: AssessmentStatus; readonly levels: readonly LevelStatus[] };

/** Beside the two voices, when both spoke: on the whole, then on each level that both looked at. */
export function gapWords(collective: Spoken, townHall: Spoken, speaking: Speaking): string {
  const say = (status: AssessmentStatus) => DONE_WORD[status].toLowerCase();
  const both = (one: string, other: string) =>
    `${one} ${accordingTo('collective', speaking)}, ${other} ${accordingTo('town-hall', speaking)}`;
  const apart = collective.levels.flatMap(({ level, status }) => {
    const other = townHall.levels.find((seen) => seen.level === level);
    return other === undefined || other.status === status
      ? []
      : [`${levelLabel(level)} est ${both(LEVEL_WORD[status], LEVEL_WORD[other.status])}`];
  });
  const onLevels = apart.join(' ; ');
  if (collective.status !== townHall.status) {
    const gap = `Les deux regards diffèrent : ${both(say(collective.status), say(townHall.status))}.`;
    return onLevels === '' ? gap : `${gap} ${onLevels}.`;
  }
  const agree = `Les deux regards s’accordent : ${say(collective.status)}`;
  return onLevels === '' ? `${agree}.` : `${agree}. Mais ${onLevels}.`;
}

export const SPEAK = 'Évaluer, confirmer ou répondre';
export const SPEAK_WHO = '(membres du collectif, mairie ou liste signataire)';
export const ADD_REMARK = 'Ajouter une remarque signée';
export const REMARK_WHO = '(toute personne qui sait, en signant)';

export const REMARKS = 'Autres voix';
export function remarksCount(remarks: number): string {
  return count(remarks, 'remarque', 'remarques');
}
export function signedBy(name: string | null, quality: string, at: Date): string {
  const who = name === null ? 'Une personne dont le compte est effacé' : name;
  return `${who}${quality === '' ? '' : `, ${quality}`}, le ${dayOf(at)}`;
}
export const remarkHidden = (reason: string): string => `Remarque masquée par l’équipe nationale. Motif : ${reason}`;
export const REPORT_REMARK = 'Signaler';

/** What the lede of a thread says of what was done: null when nothing is known. */
export function doneInWords(
  said: readonly { readonly voice: Voice; readonly status: AssessmentStatus; readonly lookedOn: string }[],
  speaking: Speaking,
): string {
  const last = said
    .map(({ lookedOn }) => lookedOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return 'Ce qui a été fait : inconnu. Dernier regard : jamais.';
  const parts = said.map(({ voice, status }) => `${DONE_WORD[status].toLowerCase()} ${accordingTo(voice, speaking)}`);
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Dernier regard : ${day(last)}.`;
}
