/** Made plans in many layouts, to be read back. For tests only. */
import type { PlanField } from '#reading/contract.ts';

export type MadeAction = { readonly title: string; readonly fields: Readonly<Partial<Record<PlanField, string>>> };
export type MadePlan = {
  readonly axes: readonly { readonly title: string; readonly actions: readonly MadeAction[] }[];
};

export type Layout = {
  readonly heading: (place: { axis: number; rank: number; count: number; title: string }) => string;
  readonly axis: (axis: number, title: string) => string;
  readonly row: (label: string, value: string) => string;
  readonly labels: Readonly<Record<PlanField, string>>;
  readonly end: '\n' | '\r\n';
  /** What stands between two sheets. */
  readonly gap: string;
  readonly contents: 'none' | 'front' | 'end';
};

export const HEADINGS: readonly Layout['heading'][] = [
  ({ axis, rank, title }) => `Fiche Action ${axis}.${rank} : ${title}`,
  ({ axis, rank, title }) => `## Action n°${axis}.${rank} – ${title}`,
  ({ axis, rank, title }) => `AXE ${axis}.${rank} : **${title}**`,
  ({ count, title }) => `Action ${count} : ${title}`,
  ({ count, title }) => `FICHE N°${count}\n${title}`,
  ({ count, title }) => `MOB-${String(count).padStart(2, '0')} ${title}`,
  ({ axis, rank, title }) => `### Mesure ${axis}.${rank}. ${title}`,
  ({ axis, rank, title }) => `Fiche-action n° ${axis}.${rank}\t${title}`,
];

export const AXES: readonly Layout['axis'][] = [
  (axis, title) => `AXE ${axis} : ${title}`,
  (axis, title) => `## Axe n°${axis} - ${title}`,
  (axis, title) => `Orientation stratégique ${axis} – ${title}`,
  (axis, title) => `**Axe ${axis}**\t**${title}**`,
];

export const ROWS: readonly Layout['row'][] = [
  (label, value) => `${label}\t${value}`,
  (label, value) => `<b>${label}</b>\t\t${value}`,
  (label, value) => `${label} : ${value}`,
  (label, value) => `- **${label} :** ${value}`,
  (label, value) => `### ${label}\n\n${value}\n`,
  (label, value) => `| ${label} | ${value} |`,
  (label, value) => `${label}        ${value}`,
  (label, value) => `${label}\n${value}`,
];

export const LABELS: readonly Layout['labels'][] = [
  {
    context: 'Contexte',
    description: "Description de l'action",
    objectives: 'Objectif (s)',
    leads: 'Pilotes / partenaires associés',
    means: 'Moyens humains, financiers, techniques',
    calendar: 'Calendrier de réalisation',
    method: 'Méthode',
    indicators: 'Indicateurs de résultat',
  },
  {
    context: 'Constat et enjeux',
    description: 'Descriptif',
    objectives: 'OBJECTIFS',
    leads: 'Service pilote',
    means: 'Moyens',
    calendar: 'Échéancier',
    method: 'Étapes',
    indicators: "Indicateurs de suivi et d'évaluation",
  },
  {
    context: 'Enjeux',
    description: 'Contenu',
    objectives: "Objectifs de l'action",
    leads: 'Porteur de projet',
    means: 'Moyens financ et tech',
    calendar: 'Calend de réal',
    method: 'Déroulement',
    indicators: 'Indic de résultat',
  },
];

export function renderPlan(plan: MadePlan, layout: Layout): string {
  const lines: string[] = ["Plan d'actions de la commune", ''];
  const entries: string[] = [];
  let count = 0;
  plan.axes.forEach((axis, at) => {
    lines.push(layout.axis(at + 1, axis.title), '');
    entries.push(layout.axis(at + 1, axis.title));
    axis.actions.forEach((action, rank) => {
      count += 1;
      const heading = layout.heading({ axis: at + 1, rank: rank + 1, count, title: action.title });
      entries.push(heading.replace(/\n/g, ' : '));
      lines.push(heading);
      for (const [field, value] of Object.entries(action.fields)) {
        lines.push(layout.row(labelOf(layout, field), value));
      }
      lines.push(layout.gap);
    });
  });
  if (layout.contents === 'front') lines.splice(2, 0, 'SOMMAIRE', ...entries, '');
  if (layout.contents === 'end') lines.push('SOMMAIRE', ...entries);
  return lines.join('\n').replace(/\n/g, layout.end);
}

function labelOf(layout: Layout, field: string): string {
  const found = Object.entries(layout.labels).find(([name]) => name === field);
  return found?.[1] ?? field;
}
