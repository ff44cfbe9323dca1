/** Lines of the history of one promise: what happened, after its day. */
export const TITLE = 'Tout ce qui est daté';
export const negotiationStarted = (collective: string): string => `négociation commencée avec ${collective}`;
export const TEXT_AGREED = 'texte convenu';
export const signedBy = (who: string): string => `signé par ${who}`;
export const PUBLISHED_HERE = 'pacte publié ici';
export const actionLinked = (number: string, plan: string): string =>
  `action ${number} du plan « ${plan} » reliée à cette promesse`;
export const actionNews = (number: string, status: string): string =>
  `dernière nouvelle de l’action ${number} : ${status.toLowerCase()}`;
/** `where`: null: the whole place. */
export function measured(title: string, { figure, where }: { figure: string; where: string | null }): string {
  return `mesuré : ${title}, ${figure}${where === null ? '' : ` (${where})`}`;
}
/** `kind`: who writes to whom, as a line of its own. */
export const told = (kind: string, title: string): string =>
  `${kind.charAt(0).toLowerCase()}${kind.slice(1)} : « ${title} »`;
export const decided = (what: string): string => `décision du comité de suivi : « ${what} »`;
export const REVIEW_PUBLISHED = 'bilan du collectif publié';
/** `published`: the day it was said, when it speaks of another one; null: the same. */
export function assessed(status: string, according: string, { reply, published }: AboutAssessed): string {
  const later = published === null ? '' : `, publié le ${published}`;
  return `évalué « ${status.toLowerCase()} » ${according}${reply ? ', en réponse' : ''}${later}`;
}
type AboutAssessed = { readonly reply: boolean; readonly published: string | null };
export const confirmed = (according: string): string => `toujours exact ${according}`;
export const REMARKED = 'remarque d’une autre voix';
export const REMARK_HIDDEN = 'remarque d’une autre voix, masquée depuis';

export function negotiatedLine(given: {
  readonly collective: string;
  readonly rounds: number;
  readonly from: string | null;
  readonly to: string;
}): string {
  const rounds = given.rounds === 0 ? '' : `, en ${given.rounds < 2 ? 'un tour' : `${given.rounds} tours`}`;
  const when = given.from === null ? `texte convenu le ${given.to}` : `du ${given.from} au ${given.to}`;
  return `Avec ${given.collective}${rounds} : ${when}.`;
}
