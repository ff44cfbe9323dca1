/** Lines of the history of one promise: what happened, after its day. */
export const TITLE = 'Tout ce qui est daté';
export const negotiationStarted = (collective: string): string => `négociation commencée avec ${collective}`;
export const TEXT_AGREED = 'texte convenu';
export const signedBy = (who: string): string => `signé par ${who}`;
export const PUBLISHED_HERE = 'pacte publié ici';
export const actionLinked = (number: string, plan: string): string =>
  `action ${number} du plan « ${plan} » reliée à cette promesse`;
/** `older`: the day it speaks of, when the same voice had looked since; null: it is the latest. */
export function assessed(status: string, according: string, { reply, older }: AboutAssessed): string {
  const of = older === null ? '' : `, constat plus ancien (${older})`;
  return `évalué « ${status.toLowerCase()} » ${according}${reply ? ', en réponse' : ''}${of}`;
}
type AboutAssessed = { readonly reply: boolean; readonly older: string | null };
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
