/**
 * The layout of the import sheet of Territoires en Transitions: a title, the headers in row 2, a line of help, data from
 * row 4; lists between commas, days DD/MM/YYYY. It says less than a sheet does: no context, method nor steps,
 * one sum in place of a budget, three funders, no visibility. An import from it leaves what it cannot say as it is.
 */
import { dayCell, emptyAsNull, ofAxis, ofSheet, type OutCell, type OutColumn } from './columns.ts';
import type { LineField } from './fields.ts';
import type { LineAxis, NamedEntry, PlanLine } from './plan-lines.ts';
import { sumCell } from './sum-cells.ts';
import { PARTICIPATION_WORDS, PRIORITY_WORDS, STATUS_WORDS } from './words.ts';

/** The first three rows of the file. */
export const TET_TITLE = 'Plan d’action';
export const TET_HELP = 'Une ligne par action ; plusieurs noms séparés par des virgules ; dates JJ/MM/AAAA';

export const TET_COLUMNS: readonly OutColumn[] = [
  column('axis', 'Axe (x)', 24, ofAxis(0, axisWritten)),
  column('subAxis', 'Sous-axe (x.x)', 24, ofAxis(1, axisWritten)),
  column('subSubAxis', 'Sous-sous axe (x.x.x)', 24, ofAxis(2, axisWritten)),
  column(
    'title',
    'Titre de l’action',
    48,
    ofSheet(({ title }) => title),
  ),
  column('subAction', 'Titre de la sous-action', 30, () => null),
  column(
    'description',
    'Descriptif',
    48,
    ofSheet(({ texts }) => texts.description),
  ),
  column(
    'governance',
    'Instances de gouvernance',
    30,
    ofSheet(({ texts }) => texts.governance),
  ),
  column(
    'objectives',
    'Objectifs',
    48,
    ofSheet(({ texts }) => texts.objectives),
  ),
  column(
    'indicators',
    'Indicateurs liés',
    30,
    ofSheet(({ texts }) => texts.indicators),
  ),
  column(
    'structures',
    'Structure pilote',
    24,
    ofSheet(({ roles }) => listed(roles.structure)),
  ),
  column(
    'means',
    'Moyens humains et techniques',
    30,
    ofSheet(({ texts }) => texts.means),
  ),
  column(
    'partners',
    'Partenaires',
    24,
    ofSheet(({ roles }) => listed(roles.partner)),
  ),
  column(
    'services',
    'Direction ou service pilote',
    24,
    ofSheet(({ roles }) => listed(roles.service)),
  ),
  column(
    'leads',
    'Personne pilote',
    24,
    ofSheet(({ roles }) => listed(roles.lead)),
  ),
  column(
    'referents',
    'Élu·e référent·e',
    24,
    ofSheet(({ roles }) => listed(roles.referent)),
  ),
  column(
    'participation',
    'Participation Citoyenne',
    18,
    ofSheet(({ participation, texts }) =>
      participation === null ? texts.participation : PARTICIPATION_WORDS[participation],
    ),
  ),
  column(
    'funding',
    'Financements',
    30,
    ofSheet(({ texts }) => texts.funding),
  ),
  ...([1, 2, 3] as const).flatMap((rank) => [
    column(
      `funder${rank}`,
      `Financeur ${String(rank)}`,
      24,
      ofSheet(({ fundings }) => fundings[rank - 1]?.funder.name ?? null),
    ),
    column(
      `funder${rank}Sum`,
      'Montant € HT',
      14,
      ofSheet(({ fundings }) => fundings[rank - 1]?.euros ?? null),
    ),
  ]),
  column(
    'forecastSpending',
    'Budget prévisionnel total € HT',
    18,
    ofSheet(({ amounts }) => sumCell(amounts, { direction: 'spending', stage: 'forecast', nature: 'any' })),
  ),
  column(
    'status',
    'Statut',
    12,
    ofSheet(({ status }) => (status === null ? null : STATUS_WORDS[status])),
  ),
  column(
    'priority',
    'Niveau de priorité',
    12,
    ofSheet(({ priority }) => (priority === null ? null : PRIORITY_WORDS[priority])),
  ),
  column(
    'startsOn',
    'Date de début',
    12,
    ofSheet(({ startsOn }) => dayCell(startsOn)),
  ),
  column(
    'endsOn',
    'Date de fin',
    12,
    ofSheet(({ endsOn }) => dayCell(endsOn)),
  ),
];

function column(field: LineField, header: string, width: number, cell: (line: PlanLine) => OutCell): OutColumn {
  return { field, code: field, header, width, cell: (line) => emptyAsNull(cell(line)) };
}

function axisWritten({ number, title }: LineAxis): string {
  return /^\d+(?:\.\d+)*$/.test(number) ? `${number}. ${title}` : title;
}

function listed(entries: readonly NamedEntry[]): string {
  return entries.map(({ name }) => name).join(', ');
}
