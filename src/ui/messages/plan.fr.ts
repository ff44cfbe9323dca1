/** Words of a municipal plan and its sheets. Amounts and dates are shown as written. */
import { count, dayOf, figure } from './format.fr.ts';

export const FIELD_LABEL = {
  context: 'Contexte',
  description: 'Description de l’action',
  objectives: 'Objectifs',
  leads: 'Pilotes et partenaires',
  means: 'Moyens humains, financiers, techniques',
  calendar: 'Calendrier de réalisation',
  method: 'Méthode',
  indicators: 'Indicateurs de résultat',
} as const;

export const NOT_WRITTEN = 'rien d’écrit';
export const AMOUNTS = 'Montants écrits';
export const DATES = 'Dates écrites';
export const LABELS = 'Étiquettes';
export const RELATED = 'Actions liées';
export const COMMITMENTS_HERE = 'Engagements mis en œuvre';
export const TABLE_OF_CONTENTS = 'Sommaire des actions';
export const COUNCIL = 'Conseil municipal';
export const COUNCIL_LABEL = { date: 'Séance', item: 'Point', rapporteur: 'Rapport', decision: 'Décision' } as const;
export const WITHOUT_AXIS = 'Sans axe';
export const PLAN_STATUS_UNKNOWN =
  'Ce plan dit ce qui est prévu. Ce qui a été fait n’est pas encore suivi ici : inconnu n’est pas zéro.';

/** « en 4 axes », after what they hold; a plan may have none. */
export function inAxes(axes: number): string {
  return axes === 0 ? 'sans axe' : `en ${count(axes, 'axe', 'axes')}`;
}
export function planDescription(
  title: string,
  place: string,
  { axes, actions }: { axes: number; actions: number },
): string {
  return `${place} : « ${title} », ${count(actions, 'action', 'actions')}, ${inAxes(axes)}, avec pilotes, moyens, calendrier et indicateurs tels qu’écrits.`;
}
export function planAnswer(plan: { axes: number; actions: number; withAmount: number }): readonly {
  figure: string;
  words: string;
  unknown?: boolean;
}[] {
  return [
    { figure: figure(plan.actions), words: `actions, ${inAxes(plan.axes)}` },
    { figure: `${figure(plan.withAmount)} sur ${figure(plan.actions)}`, words: 'portent un montant écrit' },
    { figure: 'Inconnu', words: 'ce qui a été fait : aucun suivi publié', unknown: true },
  ];
}
export function actionTitle(number: string, title: string): string {
  return `Action ${number} : ${title}`;
}
export function printedAs(printed: string): string {
  return `La fiche porte le numéro ${printed} ; le sommaire du plan lui donne celui-ci.`;
}
export function axisTitle(number: string, title: string): string {
  return `Axe ${number} : ${title}`;
}
export function publishedPlan(publishedAt: Date): string {
  return `mis en ligne le ${dayOf(publishedAt)}`;
}
export const PLANS_TITLE = 'Plans d’action';
export const PLANS_LEDE = 'Ce que les mairies disent qu’elles feront, tel qu’elles l’ont écrit.';
export const NO_PLAN_YET = 'Aucun plan n’est encore publié.';
export const OTHER_ACTIONS = 'Autres actions du plan';

/** `version`: the one shown, of a plan that the town hall publishes here; null: read from a document, put online once. */
export function planLede(
  place: string,
  publishedAt: Date,
  version: { readonly number: number; readonly at: Date } | null,
): string {
  if (version === null) return `Plan d’action, ${place}, ${publishedPlan(publishedAt)}.`;
  const shown = `version ${figure(version.number)} du ${dayOf(version.at)}`;
  const first = version.number === 1 ? '' : `, première publication le ${dayOf(publishedAt)}`;
  return `Plan d’action, ${place}, ${shown}${first}.`;
}
export function actionStep(number: string): string {
  return `action ${number}`;
}
/** "3ème trimestre 2021 · 650 €", as written; says what is not. */
export function summaryOf(action: { calendar: string | null; amounts: readonly { text: string }[] }): string {
  const calendar = action.calendar === null ? 'sans calendrier' : firstLine(action.calendar);
  const amounts = action.amounts.map((amount) => amount.text);
  return [calendar, ...amounts.slice(0, 2), ...(amounts.length > 2 ? ['…'] : [])].join(' · ');
}
export function actionLede(action: {
  axis: string | null;
  subAxis: string | null;
  fields: { calendar: string | null };
}): string {
  const axis = action.axis === null ? 'Sans axe' : `Axe ${action.axis}`;
  const part = action.subAxis === null ? '' : `, ${action.subAxis}`;
  const calendar =
    action.fields.calendar === null
      ? 'Aucun calendrier écrit'
      : `Calendrier écrit : ${firstLine(action.fields.calendar)}`;
  return `${axis}${part}. ${calendar}. Ce qui a été fait : inconnu.`;
}
/** Of an action that the town hall keeps up to date here. */
export function typedLede(axisPath: readonly { number: string; title: string }[]): string {
  return axisPath.length === 0
    ? WITHOUT_AXIS
    : axisPath.map((axis) => `${axis.number} ${axis.title}`.trim()).join(' › ');
}
export const NEVER_NEWS = 'Personne n’a encore dit ici où en est cette action.';
export function newsOn(at: Date): string {
  return `Dernière nouvelle de la mairie : ${dayOf(at)}.`;
}
export function actionDescription(title: string, plan: string, place: string): string {
  return `${place}, « ${plan} » : ${title}. Contexte, pilotes, moyens, calendrier et indicateurs tels qu’écrits.`;
}
function firstLine(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return line.length <= 60 ? line.replace(/\.$/, '') : `${line.slice(0, 60).replace(/\s+\S*$/, '')}…`;
}
export const MORE_PLANS = 'Plans suivants';
