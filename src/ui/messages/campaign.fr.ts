/** Elections and lists in words. */
import type { EnteredAs, Outcome } from '#domain/campaign/candidate-list.ts';
import type { Election, Phase } from '#domain/campaign/election.ts';
import { count, day, de, dePlace, figure } from './format.fr.ts';

/** `placeName`: of the commune of a by-election; null: not known here. */
export function electionTitle(
  { kind, year, municipality }: Pick<Election, 'kind' | 'year' | 'municipality'>,
  placeName: string | null,
): string {
  if (kind === 'general') return `Élections municipales de ${year}`;
  return `Élection municipale partielle ${placeName === null ? `(${municipality ?? ''})` : dePlace(placeName)}, ${year}`;
}

/** From its code alone, as a frozen text holds it: `municipales-2032`, `partielle-94017-2028`. */
export function electionNamed(id: string): string {
  const [kind, ...rest] = id.split('-');
  const year = rest.find((part) => /^\d{4}$/.test(part));
  if (year === undefined) return id;
  return kind === 'partielle' ? `Élection municipale partielle de ${year}` : `Élections municipales de ${year}`;
}

/** « 15 mars 2026, second tour le 22 mars 2026 »; says what nobody has set yet. */
export function roundsLine({ rounds: [first, second], kind }: Pick<Election, 'rounds' | 'kind'>): string {
  if (first.heldOn === null) return 'Les dates ne sont pas encore fixées.';
  const one = `Premier tour le ${day(first.heldOn)}`;
  if (second.heldOn !== null) return `${one}, second tour le ${day(second.heldOn)}.`;
  return kind === 'general' ? `${one} ; la date du second tour n’est pas fixée.` : `${one} ; pas de second tour connu.`;
}

export const PHASE: Readonly<Record<Phase, string>> = {
  unknown: 'dates inconnues',
  before: 'à venir',
  'between-rounds': 'entre les deux tours',
  after: 'passée',
};

export const OUTCOME: Readonly<Record<Outcome, string>> = {
  majority: 'majorité',
  opposition: 'opposition',
  'not-elected': 'sans élu·e',
};

export const OUTCOME_SENTENCE: Readonly<Record<Outcome, string>> = {
  majority: 'Cette liste est devenue la majorité du conseil municipal.',
  opposition: 'Cette liste a des élu·es, dans l’opposition.',
  'not-elected': 'Cette liste n’a pas d’élu·e.',
};
export const OUTCOME_PROPOSED = 'D’après les sièges ; personne ne l’a encore confirmé.';
export const OUTCOME_UNKNOWN = 'Nous ne savons pas encore ce qu’elle est devenue.';

export const ENTERED_AS: Readonly<Record<EnteredAs, string>> = {
  import: 'fichier officiel',
  collective: 'saisie par le collectif',
  'national-team': 'saisie par l’équipe nationale',
  operator: 'saisie par l’équipe du site',
};
export const BY_HAND = 'saisie à la main';

export function ledBy(leader: string | null): string {
  return leader === null ? 'tête de liste inconnue' : `conduite par ${leader}`;
}

export function votesLine({
  votes,
  votesCast,
}: {
  readonly votes: number | null;
  readonly votesCast: number | null;
}): string | null {
  if (votes === null) return null;
  if (votesCast === null || votesCast === 0) return count(votes, 'voix', 'voix');
  const share = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 }).format(
    votes / votesCast,
  );
  return `${figure(votes)} voix sur ${figure(votesCast)} (${share})`;
}

export function roundName(round: 1 | 2): string {
  return round === 1 ? 'Premier tour' : 'Second tour';
}

export function listsTitle(placeName: string): string {
  return `Listes aux élections municipales, ${placeName}`;
}

export const NO_LIST_HERE = 'Nous ne connaissons encore aucune liste ici.';
export const NO_LIST_HELP =
  'Les listes officielles paraissent environ trois semaines avant le premier tour. Avant, un collectif de la commune peut les saisir.';

export function listsCounted(lists: number): string {
  return count(lists, 'liste', 'listes');
}

export function mandateLine(end: { readonly year: number; readonly on: string | null }, today: string): string {
  if (end.on === null)
    return `Le mandat court jusqu’aux élections de ${end.year}, dont la date n’est pas encore fixée.`;
  return end.on < today
    ? `Le mandat a pris fin avec l’élection du ${day(end.on)}.`
    : `Le mandat court jusqu’à l’élection du ${day(end.on)}.`;
}

export function listDescription(
  list: { readonly name: string; readonly leader: string | null },
  title: string,
  placeName: string,
): string {
  return `${list.name}, ${ledBy(list.leader)} : ${title}, ${placeName}. Ce qu’elle a signé, ses tours, ce qu’elle est devenue.`;
}

export const WHAT_IS_BOUND = 'Qui est lié par quoi';
export const BOUND_LEDE =
  'Des listes qui fusionnent ne promettent pas d’un seul coup la même chose : un pacte lie les personnes de la liste qui l’a signé.';

export function boundBy(former: string, pact: string): string {
  return `Les personnes venues de « ${former} » sont liées par ${pact}.`;
}
export function notBound(former: string): string {
  return `Les personnes venues de « ${former} » n’ont rien signé que nous connaissions.`;
}
export const SIGNED_NOTHING = 'Aucun pacte signé par cette liste ne nous est connu.';
export const SIGNED_HEADING = 'Ce qu’elle a signé';
export const MERGER_HEADING = 'D’où elle vient';
export function mergedInto(on: string): string {
  return `Le ${day(on)}, cette liste a fusionné avec une autre :`;
}
export function withdrawnLine(on: string): string {
  return `Cette liste s’est retirée le ${day(on)}.`;
}
export function electedIn(placeName: string): string {
  return `Conseil municipal ${dePlace(placeName)}`;
}
export function ofList(name: string): string {
  return de(`« ${name} »`);
}
