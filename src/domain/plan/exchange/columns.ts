/**
 * The columns in which a plan leaves and comes back: every field of a sheet. `code` names the column for scripts
 * (docs/open-data.md), `header` for people; both are read back. The layout of Territoires en Transitions is ./tet-columns.ts.
 */
import { amountsWritten } from './amount-cells.ts';
import type { LineField } from './fields.ts';
import { fundingsWritten } from './funding-cells.ts';
import { namesWritten } from './name-cells.ts';
import { USUAL_KIND, type ActionLine, type LineAxis, type NamedSheet, type PlanLine } from './plan-lines.ts';
import { stepsWritten } from './step-cells.ts';
import { PARTICIPATION_WORDS, PRIORITY_WORDS, STATUS_WORDS, VISIBILITY_WORDS } from './words.ts';

/** A day is typed as a day where the format can. */
export type OutCell = string | number | { readonly day: string } | null;

export type OutColumn = {
  readonly field: LineField;
  readonly code: string;
  readonly header: string;
  /** Of a cell, in characters, for reading it on a screen. */
  readonly width: number;
  readonly cell: (line: PlanLine) => OutCell;
};

export const OWN_COLUMNS: readonly OutColumn[] = [
  column(
    'id',
    ['identifiant', 'Identifiant', 12],
    ofAction(({ id }) => id),
  ),
  column(
    'number',
    ['numero', 'N°', 8],
    ofAction(({ number }) => number),
  ),
  column(
    'axisNumber',
    ['numero_axe', 'N° de l’axe', 8],
    ofAxis(0, ({ number }) => number),
  ),
  column(
    'axis',
    ['axe', 'Axe', 24],
    ofAxis(0, ({ title }) => title),
  ),
  column(
    'subAxisNumber',
    ['numero_sous_axe', 'N° du sous-axe', 8],
    ofAxis(1, ({ number }) => number),
  ),
  column(
    'subAxis',
    ['sous_axe', 'Sous-axe', 24],
    ofAxis(1, ({ title }) => title),
  ),
  column(
    'subSubAxisNumber',
    ['numero_sous_sous_axe', 'N° du sous-sous-axe', 8],
    ofAxis(2, ({ number }) => number),
  ),
  column(
    'subSubAxis',
    ['sous_sous_axe', 'Sous-sous-axe', 24],
    ofAxis(2, ({ title }) => title),
  ),
  column(
    'axisDescription',
    ['presentation_axe', 'Présentation de l’axe', 30],
    ({ axisPath }) => axisPath.at(-1)?.description ?? null,
  ),
  column(
    'title',
    ['titre', 'Titre de l’action', 48],
    ofSheet(({ title }) => title),
  ),
  column(
    'status',
    ['statut', 'Statut', 12],
    ofSheet(({ status }) => (status === null ? null : STATUS_WORDS[status])),
  ),
  column(
    'blockedWhy',
    ['ce_qui_bloque', 'Ce qui bloque', 30],
    ofSheet(({ blocked }) => blocked?.why ?? null),
  ),
  column(
    'blockedUnblocks',
    ['ce_qui_debloquerait', 'Ce qui débloquerait', 30],
    ofSheet(({ blocked }) => blocked?.unblocks ?? null),
  ),
  column(
    'priority',
    ['priorite', 'Niveau de priorité', 12],
    ofSheet(({ priority }) => (priority === null ? null : PRIORITY_WORDS[priority])),
  ),
  column(
    'startsOn',
    ['date_debut', 'Date de début', 12],
    ofSheet(({ startsOn }) => dayCell(startsOn)),
  ),
  column(
    'endsOn',
    ['date_fin', 'Date de fin', 12],
    ofSheet(({ endsOn }) => dayCell(endsOn)),
  ),
  column(
    'visibility',
    ['visibilite', 'Visibilité', 10],
    ofSheet(({ visibility }) => VISIBILITY_WORDS[visibility]),
  ),
  column(
    'leads',
    ['pilotes', 'Pilotes', 24],
    ofSheet(({ roles }) => namesWritten(roles.lead, USUAL_KIND.lead)),
  ),
  column(
    'referents',
    ['elus_referents', 'Élu·e référent·e', 24],
    ofSheet(({ roles }) => namesWritten(roles.referent, USUAL_KIND.referent)),
  ),
  column(
    'services',
    ['services', 'Direction ou service pilote', 24],
    ofSheet(({ roles }) => namesWritten(roles.service, USUAL_KIND.service)),
  ),
  column(
    'structures',
    ['structures', 'Structure pilote', 24],
    ofSheet(({ roles }) => namesWritten(roles.structure, USUAL_KIND.structure)),
  ),
  column(
    'partners',
    ['partenaires', 'Partenaires', 24],
    ofSheet(({ roles }) => namesWritten(roles.partner, USUAL_KIND.partner)),
  ),
  column(
    'context',
    ['contexte', 'Contexte', 48],
    ofSheet(({ texts }) => texts.context),
  ),
  column(
    'description',
    ['description', 'Descriptif', 48],
    ofSheet(({ texts }) => texts.description),
  ),
  column(
    'objectives',
    ['objectifs', 'Objectifs', 48],
    ofSheet(({ texts }) => texts.objectives),
  ),
  column(
    'governance',
    ['gouvernance', 'Instances de gouvernance', 30],
    ofSheet(({ texts }) => texts.governance),
  ),
  column(
    'means',
    ['moyens', 'Moyens humains et techniques', 30],
    ofSheet(({ texts }) => texts.means),
  ),
  column(
    'calendar',
    ['calendrier', 'Calendrier', 30],
    ofSheet(({ texts }) => texts.calendar),
  ),
  column(
    'method',
    ['methode', 'Méthode', 30],
    ofSheet(({ texts }) => texts.method),
  ),
  column(
    'participation',
    ['degre_participation', 'Degré de participation', 18],
    ofSheet(({ participation }) => (participation === null ? null : PARTICIPATION_WORDS[participation])),
  ),
  column(
    'participationWords',
    ['participation_habitants', 'Participation des habitant·es', 30],
    ofSheet(({ texts }) => texts.participation),
  ),
  column(
    'indicators',
    ['indicateurs', 'Indicateurs liés', 30],
    ofSheet(({ texts }) => texts.indicators),
  ),
  column(
    'funding',
    ['financements', 'Financements', 30],
    ofSheet(({ texts }) => texts.funding),
  ),
  column(
    'amounts',
    ['montants', 'Montants', 40],
    ofSheet(({ amounts }) => amountsWritten(amounts)),
  ),
  column(
    'fundings',
    ['financeurs', 'Financeurs', 40],
    ofSheet(({ fundings }) => fundingsWritten(fundings)),
  ),
  column(
    'steps',
    ['etapes', 'Étapes', 40],
    ofSheet(({ steps }) => stepsWritten(steps)),
  ),
];

function column(
  field: LineField,
  [code, header, width]: readonly [string, string, number],
  cell: OutColumn['cell'],
): OutColumn {
  return { field, code, header, width, cell: (line) => emptyAsNull(cell(line)) };
}

export function ofSheet(cell: (sheet: NamedSheet) => OutCell): OutColumn['cell'] {
  return (line) => (line.kind === 'axis' ? null : cell(line.sheet));
}

function ofAction(cell: (line: ActionLine) => OutCell): OutColumn['cell'] {
  return (line) => (line.kind === 'axis' ? null : cell(line));
}

export function ofAxis(level: number, cell: (axis: LineAxis) => OutCell): OutColumn['cell'] {
  return ({ axisPath }) => {
    const axis = axisPath[level];
    return axis === undefined ? null : cell(axis);
  };
}

export function dayCell(day: string | null): OutCell {
  return day === null ? null : { day };
}

export function emptyAsNull(cell: OutCell): OutCell {
  return cell === '' ? null : cell;
}
