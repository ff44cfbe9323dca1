/** Words of the charters: editions, measures, levels. */
import type { Carriers, LevelProvenance, Rules, Source } from '#domain/charter/edition.ts';
import type { CheckLook } from '#domain/charter/annotation.ts';
import type { ClauseSigned } from '#domain/pact/clause-signed.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { a, count, dayOf, dePlace, figure, listOf } from './format.fr.ts';
import { STANCE_WORD } from './stances.fr.ts';

export const CHARTERS_TITLE = 'Les chartes';
export const CHARTERS_LEDE =
  'Une charte propose des mesures aux listes candidates. Chaque édition est datée et ne change plus : c’est à elle que les pactes signés se comparent.';
export const PRINCIPLES_TITLE = 'Principes';
export const PRINCIPLES_INTRO = 'Ils valent pour toutes les mesures et font partie de tout pacte.';
export const MEASURES_TITLE = 'Mesures';
export const LEVELS_TITLE = 'Ce que la mesure demande';
export const CHECK_TITLE = 'Ce qu’on peut vérifier';
/** What a charter says before its measures; shown after them, since people come for the measures. */
export const PREAMBLE_TITLE = 'Ce que la charte dit d’elle-même';
export const HERE_TITLE = 'Et chez vous ?';
export const NEXT_EDITION = 'Une édition plus récente en est issue :';
export const HERE_LABEL = 'Votre commune (nom ou code postal)';
export const HERE_BUTTON = 'Calculer';
export const TAKERS_TITLE = 'Qui l’a promise';
export const NO_TAKER = 'Aucun pacte publié ne parle encore de cette mesure.';
export const NO_LEVEL = 'La charte ne donne pas de niveaux à cette mesure.';

export function editionCounts({ principles, measures }: { principles: number; measures: number }): string {
  const m = count(measures, 'mesure', 'mesures');
  return principles === 0 ? m : `${count(principles, 'principe', 'principes')}, ${m}`;
}
export function editionOf(year: number): string {
  return `édition ${year}`;
}
export function editionDescription(title: string, parts: { principles: number; measures: number }): string {
  return `${title} : ${editionCounts(parts)}, leurs niveaux, ce qu’on peut vérifier, et qui les a promises.`;
}
export function carriedBy(carriers: Carriers): string {
  return carriers.kind === 'collective-and-list'
    ? 'Un collectif local la propose, une liste la signe avec lui.'
    : `${carriers.organisation} la propose, les candidat·es y répondent.`;
}
export function rulesInWords({ minimumMeasures, requiredPrinciples }: Rules): string {
  const principles = requiredPrinciples.length === 0 ? '' : `les principes ${listOf(requiredPrinciples)}`;
  const measures = minimumMeasures === null ? '' : `au moins ${figure(minimumMeasures)} mesures`;
  const asked = [principles, measures].filter((part) => part !== '').join(' et ');
  return asked === '' ? '' : `Un pacte comprend ${asked}.`;
}
export function editionAnswer(edition: {
  principles: number;
  measures: number;
  pacts: number;
  asOf: Date | null;
}): readonly {
  figure: string;
  words: string;
}[] {
  return [
    {
      figure: count(edition.measures, 'mesure', 'mesures'),
      words:
        edition.principles === 0
          ? 'sans principe transversal'
          : `et ${count(edition.principles, 'principe', 'principes')}`,
    },
    {
      figure: count(edition.pacts, 'pacte', 'pactes'),
      words:
        edition.asOf === null
          ? 'publié ici avec cette édition à ce jour'
          : `${edition.pacts < 2 ? 'publié' : 'publiés'} ici avec cette édition, au ${dayOf(edition.asOf)}`,
    },
  ];
}
export function levelsOf(levels: readonly number[]): string {
  if (levels.length === 0) return 'sans niveau';
  return levels.length === 1 ? 'niveau unique' : count(levels.length, 'niveau', 'niveaux');
}
export function sourceOf(source: Source): string {
  return `Source : ${source.title}, ${source.publisher}. ${source.note}`.trim();
}
/** Where words come from that the charter does not print; each once, with the levels concerned. */
export function otherSources(
  levels: readonly { readonly level: number; readonly provenance?: LevelProvenance }[],
): readonly string[] {
  const known = new Map<string, number[]>();
  for (const { level, provenance } of levels) {
    if (provenance === undefined) continue;
    const sentence = notTheCharters(provenance);
    known.set(sentence, [...(known.get(sentence) ?? []), level]);
  }
  return [...known].map(([sentence, concerned]) =>
    concerned.length === levels.length
      ? sentence
      : `${listOf(concerned.map((level) => `Niveau ${level}`))}. ${sentence}`,
  );
}
function notTheCharters({ source, note }: LevelProvenance): string {
  return `Ces mots ne sont pas dans le texte publié de la charte. Ils viennent de : ${source.title}. ${note}`;
}
export const LOOK_WORD: Readonly<Record<CheckLook, string>> = {
  decision: 'Une décision',
  document: 'Un document',
  figure: 'Un chiffre',
  place: 'Sur place',
};
export const LEGAL_WORD = {
  obligation: 'La loi le demande déjà, dit la charte',
  reference: 'Loi citée',
} as const;
export function measureHeading(number: number): string {
  return `Mesure ${number}`;
}
export function levelTitle(level: number, single: boolean): string {
  return single ? 'Niveau unique' : `Niveau ${level}`;
}
export function hereIntroduction(name: string): string {
  return `Ce que cela veut dire ${a(name)} :`;
}
/** What the charter asks, and whether a pact made here promises it. */
export function targetAsSigned(target: string, signed: ClauseSigned['kind']): string {
  return target + TARGET_SIGNED[signed];
}
const TARGET_SIGNED: Readonly<Record<ClauseSigned['kind'], string>> = {
  'as-charter': '',
  'own-words': ' (le pacte le dit avec d’autres mots)',
  'left-out': ' (pas pris dans le pacte)',
};
export function populationUnknown(name: string): string {
  return `La population ${dePlace(name)} n’est pas connue ici : rien ne peut être calculé.`;
}
export function placeNotFound(q: string): string {
  return `Aucune commune ne porte ce nom ni ce code : « ${q} ». Essayez son nom complet ou son code postal.`;
}
export function chooseAmong(q: string, communes: number): string {
  if (communes === 1) return `« ${q} » : est-ce cette commune ?`;
  return `« ${q} » peut désigner plusieurs communes. Laquelle est la vôtre ?`;
}
export const NOTHING_BY_SIZE = 'Le texte de cette mesure ne dépend pas du nombre d’habitant·es.';
export function nothingBySize(measures: number): string {
  return measures === 0
    ? 'Aucune mesure de cette charte ne dépend du nombre d’habitant·es.'
    : `${count(measures, 'mesure de cette charte dépend', 'mesures de cette charte dépendent')} du nombre d’habitant·es.`;
}
/** "Champigny (51)": namesakes are told apart by their département. */
export function withDepartment({ name, code }: { readonly name: string; readonly code: string }): string {
  return `${name} (${code.slice(0, /^9[78]/.test(code) ? 3 : 2)})`;
}
export function seePlace(name: string): string {
  return `Ce qui a été promis ${a(name)}`;
}
export function takenBy(part: number, whole: number): string {
  return whole === 0 ? '' : ` · promise par ${figure(part)} sur ${figure(whole)}`;
}
export const IN_THE_COUNTRY = 'Cette mesure dans tout le pays : par territoire, taille, majorité ou opposition';
export const MORE_TAKERS = 'Suite de la liste';
export const OTHER_MEASURES = 'Autres mesures de la charte';
export const THREAD_HERE = 'ce qu’elle y devient';
export const TAKERS_FILE = 'cette liste';
export const COLUMN_LEVEL = 'Niveau';
export const COLUMN_STANCE = 'Position';
export const COLUMN_PACTS = 'Pactes';

export function measureDescription(title: string, charter: string): string {
  return `${charter}, « ${title} » : texte, niveaux, ce qu’on peut vérifier, ce que cela veut dire dans votre commune, et qui l’a promise.`;
}
export function measureLede({ pacts, asOf, taken }: { pacts: number; asOf: Date | null; taken: number }): string {
  if (pacts === 0 || asOf === null) return NO_TAKER;
  return `Promise, en tout ou en partie, par ${count(taken, 'pacte', 'pactes')} sur ${figure(pacts)} ${pacts < 2 ? 'publié' : 'publiés'}, au ${dayOf(asOf)}.`;
}
export function levelOrMeasure(level: number): string {
  return level === 0 ? 'La mesure' : `Niveau ${level}`;
}
export function stanceOf(stance: Stance): string {
  return STANCE_WORD[stance];
}
export function outOfPacts(part: number, whole: number): string {
  return `${figure(part)} sur ${figure(whole)}`;
}
export function seeThere(name: string): string {
  return `Ce que cette mesure devient : ${name}`;
}
export function editionFigures({ pacts, asOf }: { pacts: number; asOf: Date | null }): string {
  const when = asOf === null ? '' : `, au ${dayOf(asOf)}`;
  return `Positions des pactes publiés avec cette édition, sur ${figure(pacts)}${when}.`;
}
