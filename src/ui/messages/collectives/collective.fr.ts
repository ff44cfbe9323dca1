/** Words of the public pages of collectives. */
import type { CollectiveState } from '#domain/collective/collective.ts';
import { count, day, dayOf, dePlace, figure } from '../format.fr.ts';

export const COLLECTIVES_TITLE = 'Collectifs locaux';
export const COLLECTIVES_LEDE =
  'Des habitant·es qui proposent un pacte aux listes candidates, le négocient, le signent et suivent ce qu’il devient.';
export const COLLECTIVES_SEARCH = 'Commune, département ou nom du collectif';
export const NO_COLLECTIVE_YET = 'Aucun collectif n’est encore inscrit sur ce site.';
export const FOUND_ONE = 'Fonder un collectif';
export const MORE_COLLECTIVES = 'Collectifs suivants';
export const COLLECTIVES_CHARTER = 'Charte des collectifs';
export const WHO = 'Qui est ce collectif ?';
export const PLACES = 'Communes';
export const AGENDA = 'Agenda';
export const NO_AGENDA = 'Aucune date annoncée.';
export const SUBSCRIBE = 'Suivre cet agenda (.ics)';
export function cancelled(title: string): string {
  return `Annulé – ${title}`;
}
export const PACTS = 'Pactes';
export const NO_PACT = 'Aucun pacte signé avec ce collectif sur ce site.';
export const NEGOTIATIONS = 'Négociations';
export const NO_NEGOTIATION = 'Aucune négociation ouverte.';
export const NEGOTIATIONS_NOTE =
  'Ce qui s’y dit reste entre les deux parties jusqu’à la signature. Seul ce qui suit est public.';
export const REVIEWS = 'Bilans';
export const NO_REVIEW = 'Aucun bilan publié par ce collectif à ce jour.';
export const PRIORITIES = 'Priorités';
export const PRIORITIES_LEDE = 'Ce que le collectif propose en premier aux listes, dans son ordre.';
export const NO_PRIORITIES = 'Le collectif n’a pas encore choisi ses priorités.';
export const LOCAL_MEASURE = 'mesure locale';
export const WRITE_TO_IT = 'Écrire au collectif';
export const JOIN_IT = 'Rejoindre le collectif';
export const SPACE_LINK = 'Espace des membres';
export const ADVISED = 'Trois membres au moins sont conseillés.';

export function noCollectiveFound(q: string): string {
  return `Aucun collectif ne correspond à « ${q} ». Une commune sans collectif a une page : on peut y dire que l’on souhaite un pacte.`;
}

export function collectiveDescription(name: string, places: string): string {
  return `${name} (${places}) : qui en est, agenda, priorités, négociations et pactes.`;
}

export function membersLine(members: number): string {
  return count(members, 'membre', 'membres');
}

export function membersShown({ members, shown }: { members: number; shown: number }): string {
  if (shown === 0) return 'Personne n’a choisi de montrer son nom.';
  if (shown === members) return '';
  return members - shown === 1
    ? 'Une autre personne n’a pas choisi de montrer son nom.'
    : `${figure(members - shown)} autres personnes n’ont pas choisi de montrer leur nom.`;
}

export function requestedOn(at: Date): string {
  return `Collectif demandé le ${dayOf(at)}`;
}
export const REQUESTED_NOTE =
  'Il n’est pas encore confirmé par l’équipe nationale : rien d’autre n’est montré jusque-là.';

export function confirmedOn({ at, by }: { at: Date; by: 'national-team' | 'operator' }): string {
  const who = by === 'national-team' ? 'l’équipe nationale' : 'la personne qui tient ce site';
  return `Confirmé le ${dayOf(at)} par ${who}.`;
}

export function dormantSince(at: Date): string {
  return `En sommeil depuis le ${dayOf(at)} : aucun·e membre n’a rien fait ici depuis un an. Rien n’est perdu ; il se réveille dès que quelqu’un agit.`;
}

export function closedOn(at: Date): string {
  return `Ce collectif a pris fin le ${dayOf(at)}.`;
}

export function carriedSince(at: Date): string {
  return `Depuis le ${dayOf(at)}, sa coordination est assurée par le collectif voisin`;
}

export const STATES: Readonly<Record<CollectiveState, string>> = {
  requested: 'demandé, pas encore confirmé',
  active: 'actif',
  dormant: 'en sommeil',
  closed: 'terminé',
};

/** A meeting: « mercredi 10 mars 2027, 18:30 – 20:00 », in the zone of the commune. */
export function whenOf({ startsAt, endsAt, zone }: { startsAt: Date; endsAt: Date; zone: string }): string {
  const date = (at: Date): string =>
    at.toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  const hour = (at: Date): string =>
    at.toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return date(startsAt) === date(endsAt)
    ? `${date(startsAt)}, de ${hour(startsAt)} à ${hour(endsAt)}`
    : `du ${date(startsAt)} à ${hour(startsAt)} au ${date(endsAt)} à ${hour(endsAt)}`;
}

export function whereAndWhen(entry: Parameters<typeof whenOf>[0] & { readonly location: string }): string {
  return entry.location === '' ? whenOf(entry) : `${whenOf(entry)} · ${entry.location}`;
}

export const VOTE_UNDER_WAY = 'Vote en cours';

export function votePlanned(opensOn: string, closesOn: string): string {
  return `Vote du ${day(opensOn)} au ${day(closesOn)}`;
}
export function voteOpen(closesOn: string): string {
  return `Quelles mesures comptent ici ? Votez jusqu’au ${day(closesOn)} inclus`;
}
export function voteClosed(closesOn: string): string {
  return `Résultats du vote clos le ${day(closesOn)}`;
}

export function councilOf(place: string): string {
  return `Le conseil ${dePlace(place)}`;
}

export const COORDINATES = 'coordination';
export const NOBODY_COORDINATES = 'Personne ne coordonne ce collectif en ce moment.';
export const ALL_COLLECTIVES = 'tous les collectifs';
export const CHARTER_DESCRIPTION =
  'Ce que les membres des collectifs locaux acceptent : indépendance, transparence, respect, données personnelles.';

export function charterVersion(version: string): string {
  return `Version ${version}. Chaque collectif garde la trace de la version qu’il a acceptée.`;
}

/** On the page of a commune. */
export const COLLECTIVE_HERE = 'Collectif local';
