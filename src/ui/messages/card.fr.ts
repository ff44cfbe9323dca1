/** Words of the card of a commune on other sites, and of the page that offers it. */
import { count, dayOf, dePlace } from './format.fr.ts';

export const NEW_TAB = '(nouvel onglet)';

export function morePacts(more: number): string {
  return `Et ${count(more, 'autre pacte', 'autres pactes')}.`;
}

export function cardOf(readOn: Date): string {
  return `Lu le ${dayOf(readOn)} sur`;
}

export const TAKE_UP = 'Reprendre ailleurs';

export function takeUpTitle(name: string): string {
  return `Suivre et reprendre ailleurs ce qui se passe : ${name}`;
}

export function takeUpDescription(name: string): string {
  return `La carte à montrer sur un autre site, le flux, l’agenda et les adresses permanentes ${dePlace(name)}.`;
}

export const CARD = 'Montrer une carte sur votre site';
export const CARD_EXPLAINED =
  'Un petit cadre, tenu à jour par ce site : ce qui est promis, ce qui est tenu, ce que personne ne sait. Ni script, ni traceur, ni témoin de connexion. Copiez ces lignes dans votre page :';
export const CARD_CODE = 'Lignes à copier';
export const CARD_SEE = 'Voir la carte seule';
export const CARD_OEMBED =
  'Les sites qui connaissent oEmbed (WordPress, par exemple) n’ont besoin que de l’adresse de la commune : ils trouvent la carte eux-mêmes.';
export const FOLLOW = 'Suivre sans compte';
export const FEED_WHAT = 'à mettre dans un lecteur de flux : pactes, plans, bilans, évaluations, réunions';
export const CALENDAR = 'Agenda des échéances (iCalendar)';
export const CALENDAR_WHAT = 'à ajouter à votre agenda, qui se met à jour seul';
export const CITE = 'Citer';
export const CITE_EXPLAINED =
  'Cette adresse ne change pas : le code suffit à la retrouver, même si la commune change de nom ou rejoint une commune nouvelle.';

export const NO_CARD_THERE =
  'Aucune carte à cette adresse : donnez dans url l’adresse entière d’une commune de ce site, par exemple /communes/94017.';
export const UNKNOWN_FORMAT = 'Format inconnu : json ou xml.';
