/** Words of the history of an indicator: what was changed of its definition, its ties and its figures. */
import { GOALS, type Goal } from '#domain/plan/indicator.ts';
import type { Period } from '#domain/plan/period.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import * as forms from './indicator-forms.fr.ts';
import { GOAL_WORD, numberAlone, periodIn, RESULT, SOURCE, TARGET, territoryIn } from './indicators.fr.ts';
import { NOTHING_SAID } from './workshop-sheet.fr.ts';

export const HISTORY_TITLE = 'Histoire de l’indicateur';
export const HISTORY = 'Histoire de cet indicateur';

export const HISTORY_ACT: Readonly<Record<string, string>> = {
  'add-indicator': 'Indicateur créé',
  'change-indicator': 'Définition changée',
  'tie-indicator': 'Ce qu’il concerne a changé',
  'enter-figures': 'Chiffres enregistrés',
  'take-figure-back': 'Chiffre retiré',
  'show-indicator': 'Montré à tout le monde',
  'hide-indicator': 'N’est plus montré',
  'remove-indicator': 'Indicateur retiré',
};

const FIELD: Readonly<Record<string, string>> = {
  title: forms.NAME,
  unit: forms.UNIT,
  source: SOURCE,
  description: 'Comment on compte',
  goal: forms.GOAL,
  actions: forms.ACTIONS,
  commitments: forms.PROMISES,
};

/** As `valueKey` writes them: the kind, the territory, the day and how precise it is. */
const FIGURE = /^(result|target) (.*) (?:(\d{4}-\d{2}-\d{2}) (year|month|day))?$/s;

/** A field, or a figure: « Résultat, Tout le territoire, 2026 ». */
export function fieldWord(field: string): string {
  const figure = FIGURE.exec(field);
  if (figure === null) return FIELD[field] ?? field;
  const [, kind, territory = '', on, precision] = figure;
  const period = on === undefined ? null : ({ on, precision } as Period);
  return `${kind === 'result' ? RESULT : TARGET}, ${territoryIn(territory)}, ${periodIn(period)}`;
}

/** `actions` by number, `promises` by edition and item: « pacte-2026 m1 ». */
export function sayValue(
  field: string,
  value: Json,
  { actions, promises }: { actions: ReadonlyMap<number, string>; promises: ReadonlyMap<string, string> },
): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return NOTHING_SAID;
  if (typeof value === 'number') return numberAlone(value);
  if (typeof value === 'string') return field === 'goal' && isGoal(value) ? GOAL_WORD[value] : value;
  if (!Array.isArray(value)) return '';
  return value
    .map((one: Json) =>
      field === 'actions' ? (actions.get(Number(one)) ?? 'une action retirée') : promiseOf(one, promises),
    )
    .join('\n');
}

function promiseOf(link: Json, promises: ReadonlyMap<string, string>): string {
  const { edition = '', item = '' } = link as { edition?: string; item?: string };
  return promises.get(`${edition} ${item}`) ?? 'un engagement qui n’est plus pris ici';
}

function isGoal(said: string): said is Goal {
  return GOALS.some((goal) => goal === said);
}
