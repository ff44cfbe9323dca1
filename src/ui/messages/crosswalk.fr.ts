/** Correspondences between charters, as everybody reads them. */
import type { Relation, ShownRelation } from '#domain/crosswalk/relation.ts';
import { count, dayOf, figure } from './format.fr.ts';

export const TITLE = 'Correspondances entre les chartes';
export const DESCRIPTION =
  'Les promesses apparentées d’une charte à l’autre, et les Objectifs de développement durable qu’elles servent, confirmées par des personnes.';
export const LEDE =
  'Deux chartes demandent parfois la même chose avec d’autres mots. Chaque ligne a été lue et confirmée par une personne de l’équipe nationale, ou vient de la publication d’une édition faite à partir d’une autre.';
export const SILENCE =
  'Une promesse sans correspondance est une promesse sur laquelle personne ne s’est prononcé : cela ne veut pas dire qu’elle n’a pas de parente.';
export const NOTHING_YET = 'Aucune correspondance n’est encore confirmée.';

export const RELATION_WORD: Readonly<Record<ShownRelation, string>> = {
  same: 'la même promesse',
  wider: 'une promesse plus large',
  narrower: 'une promesse plus étroite',
  overlaps: 'une promesse qui la recoupe',
  became: 'ce qu’elle est devenue',
  'came-from': 'd’où elle vient',
  contributes: 'un objectif qu’elle sert',
  'local-version': 'une version locale',
  'local-version-of': 'version locale de',
};

/** For whoever chooses: what the other promise is to this one. */
export const RELATION_MEANING: Readonly<Record<Relation, string>> = {
  same: 'la même promesse : qui tient l’une tient l’autre',
  wider: 'une promesse plus large : elle contient celle de départ, et davantage',
  narrower: 'une promesse plus étroite : elle est une partie de celle de départ',
  overlaps: 'une promesse qui la recoupe : chacune a sa part propre',
};

export const BY_CHARTER = 'Par charte';
export function charterLine({
  promises,
  withRelative,
  withGoal,
}: {
  readonly promises: number;
  readonly withRelative: number;
  readonly withGoal: number;
}): string {
  return `${figure(withRelative)} sur ${count(promises, 'promesse', 'promesses')} ont une parente ailleurs, ${figure(withGoal)} servent un objectif`;
}
export function freshness(latest: Date | null): string {
  return latest === null ? NOTHING_YET : `Dernière confirmation le ${dayOf(latest)}.`;
}
export const BY_GOAL = 'Par Objectif de développement durable';
export function goalIntroduction(source: { readonly reference: string; readonly compared: boolean }): string {
  const seen = source.compared ? '' : ' Nos mots n’ont pas encore été comparés, lettre à lettre, au document.';
  return `Les 17 objectifs de la résolution ${source.reference} de l’Assemblée générale des Nations unies (2015). Leurs 169 cibles ne sont pas reprises ici. Une mesure reprise telle quelle dans l’édition suivante n’est comptée qu’une fois.${seen}`;
}
export function goalLabel(number: number): string {
  return `Objectif ${number}`;
}
export function promisesCount(promises: number): string {
  return count(promises, 'promesse', 'promesses');
}
/** Of goals that no promise is said to serve. */
export function silentGoals(silent: number, all: number): string {
  const which = silent === all ? `ces ${figure(all)} objectifs` : `${figure(silent)} des ${figure(all)} objectifs`;
  return `Personne ne s’est encore prononcé sur ${which}`;
}
export const PROPOSE_GOAL =
  'Une promesse sert un de ces objectifs ? Dites laquelle, et pourquoi : l’équipe nationale lit les deux textes avant de confirmer.';

export function ofCharter(title: string): string {
  return `Correspondances de la charte « ${title} »`;
}
export function ofPromise(label: string, title: string): string {
  return `${label}, ${title} : ses correspondances`;
}
export function localVersionsOf(label: string, title: string): string {
  return `${label}, ${title} : ses versions locales`;
}
export function ofGoal(number: number, name: string): string {
  return `Promesses qui servent l’objectif ${number}, ${name}`;
}
export const ALL = 'Toutes les correspondances';
export const MORE = 'Suite de la liste';
export const NONE_HERE = 'Aucune correspondance confirmée.';

export const VERSIONS = 'Versions figées';
export const VERSIONS_NOTE =
  'Une version porte un numéro, un jour et une empreinte : c’est elle qu’on cite. Elle ne change plus jamais.';
export const NO_VERSION = 'Aucune version n’est encore publiée.';
export function versionTitle(number: number): string {
  return `Correspondances, version ${number}`;
}
export function versionLine({ publishedAt, relations }: { publishedAt: Date; relations: number }): string {
  return `publiée le ${dayOf(publishedAt)}, ${count(relations, 'correspondance', 'correspondances')}`;
}
export function versionShort(number: number): string {
  return `Version ${number}`;
}
export const FINGERPRINT = 'Empreinte SHA-256 du fichier JSON';
export const CHANGES = 'Ce qui a changé';
export function changesSince(number: number): string {
  return `Depuis la version ${number}.`;
}
export const FIRST_VERSION = 'C’est la première version : tout y est nouveau.';
export function addedCount(relations: number): string {
  return count(relations, 'correspondance ajoutée', 'correspondances ajoutées');
}
export function removedCount(relations: number): string {
  return count(relations, 'correspondance retirée', 'correspondances retirées');
}
export function changedCount(relations: number): string {
  return count(relations, 'correspondance modifiée', 'correspondances modifiées');
}
export function wasRelation(relation: ShownRelation): string {
  return `auparavant : ${RELATION_WORD[relation]}`;
}
export const LINES = 'Les correspondances de cette version';
export const FILES = 'les correspondances';

/** On the page of a measure. */
export const RELATIVES = 'La même promesse ailleurs';
export const RELATIVES_NOTE =
  'Confirmées par des personnes, jamais par une machine. Le nombre de pactes dit qui l’a prise, au moins en partie, dans l’autre charte.';
export const NO_RELATIVE =
  'Personne n’a encore dit si cette promesse en a une semblable dans une autre charte. Cela ne veut pas dire qu’il n’y en a pas.';
export function takenElsewhere({
  taken,
  pacts,
  asOf,
}: {
  readonly taken: number;
  readonly pacts: number;
  readonly asOf: Date | null;
}): string {
  if (pacts === 0 || asOf === null) return 'aucun pacte connu avec cette charte';
  return `prise par ${count(taken, 'pacte', 'pactes')} sur ${figure(pacts)}, au ${dayOf(asOf)}`;
}
export const WHO_TOOK = 'qui l’a promise';
/** The reason, as a sentence whether or not it was written as one, then since when somebody says so: confirmed, or published with an edition. */
export function sinceLine(
  relation: ShownRelation,
  { reason, since }: { readonly reason: string; readonly since: Date },
): string {
  const on = `${BY_PUBLICATION.has(relation) ? 'Publié' : 'Confirmé'} le ${dayOf(since)}`;
  return reason === '' ? on.toLowerCase() : `${/[.!?…]$/.test(reason) ? reason : `${reason}.`} ${on}`;
}
const BY_PUBLICATION: ReadonlySet<ShownRelation> = new Set([
  'became',
  'came-from',
  'local-version',
  'local-version-of',
]);
/** After the day: of which measure it was confirmed, when this one keeps the words of an earlier one. */
export function confirmedOf({ label, charter }: { readonly label: string; readonly charter: string }): string {
  return `pour la ${label.toLowerCase()} de « ${charter} », dont celle-ci garde les mots`;
}
export function allRelatives(relatives: number): string {
  return `Les ${figure(relatives)} correspondances de cette promesse`;
}
export function localVersionsCount(versions: number): string {
  return count(versions, 'version locale', 'versions locales');
}
export function allLocalVersions(versions: number): string {
  return `Les ${figure(versions)} versions locales de cette mesure`;
}
export const LOCAL_VERSIONS_NOTE =
  'Des mesures de chartes locales qui disent partir de celle-ci : chaque collectif le dit seul, personne d’autre ne l’a confirmé. Elles ne comptent pas parmi les correspondances.';
export function publishedLine(since: Date): string {
  return `publiée le ${dayOf(since)}`;
}
export const GOALS_SERVED = 'Objectifs de développement durable';
export const SEE_ALL = 'Toutes les correspondances';

/** On the thread of a promise, in one commune. */
export const STEP_RELATIVES = 'Ailleurs';
export const SAME_PROMISE_IN = 'La même promesse dans…';
export function saidHere(who: string, words: string): string {
  return `Ici, ${who} : ${words}`;
}
export const A_PACT = 'un pacte';
export const NOT_SAID_HERE = 'Aucun pacte connu ici avec cette charte ne s’en saisit.';
