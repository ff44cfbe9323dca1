/**
 * Which action of a plan each line of a file is: by our own number for it, by its number and title, by its title alone, in
 * that order. A line that has only the number of another action, or a title that several have, is asked.
 */
import type { ActionLine } from '#domain/plan/exchange/plan-lines.ts';
import { titleKey } from '#domain/plan/exchange/words.ts';
import type { Findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { ReadLine } from './line-says.ts';

/** By row; rows of new actions are not there. */
export type Matches = ReadonlyMap<number, ActionLine>;

export function matchLines(
  lines: readonly ReadLine[],
  {
    actions,
    choices,
    findings,
  }: { readonly actions: readonly ActionLine[]; readonly choices: ImportChoices; readonly findings: Findings },
): { readonly matches: Matches; readonly asked: readonly WhichAction[] } {
  const index = indexOf(actions);
  const twins = twinsOf(lines);
  const matches = new Map<number, ActionLine>();
  const asked: WhichAction[] = [];
  const rowOf = new Map<number, number>();
  for (const { row, kind, says } of lines) {
    if (kind === 'axis' || actions.length === 0) continue;
    const said = Object.hasOwn(choices.matches, row) ? choices.matches[row] : undefined;
    const found = said === undefined ? inOrder(candidates(says, index), { row, twins, index }) : chosen(said, index);
    const id = says.id ?? null;
    if (id !== null && !index.byId.has(id)) findings.note('unknown-id', null, String(id));
    const [action, ...others] = found.actions;
    if (action === undefined) continue;
    if (others.length > 0 || found.doubtful) {
      asked.push({ row, title: says.title, candidates: found.actions.slice(0, 5) });
      continue;
    }
    const first = rowOf.get(action.id ?? 0);
    if (first !== undefined) {
      findings.problem({ kind: 'same-action-twice', row, first, title: says.title });
      continue;
    }
    rowOf.set(action.id ?? 0, row);
    matches.set(row, action);
  }
  return { matches, asked };
}

export type WhichAction = {
  readonly row: number;
  readonly title: string;
  readonly candidates: readonly ActionLine[];
};

/** Rows of the file that say the same title and nothing that tells them apart, by that title. */
function twinsOf(lines: readonly ReadLine[]): ReadonlyMap<string, readonly ReadLine[]> {
  const twins = new Map<string, ReadLine[]>();
  for (const line of lines) {
    if (line.kind === 'axis' || (line.says.id ?? line.says.number ?? null) !== null) continue;
    const key = titleKey(line.says.title);
    twins.set(key, [...(twins.get(key) ?? []), line]);
  }
  return twins;
}

/** As many rows as actions of one title: the first is the first. Any other number of them is asked. */
function inOrder(
  found: Found,
  { row, twins, index }: { row: number; twins: ReadonlyMap<string, readonly ReadLine[]>; index: Index },
): Found {
  const [first] = found.actions;
  if (first === undefined || found.actions.length < 2) return found;
  const key = titleKey(first.sheet.title);
  const rows = twins.get(key) ?? [];
  const at = rows.findIndex((line) => line.row === row);
  const actions = index.byTitle.get(key) ?? [];
  const action = rows.length === actions.length ? actions[at] : undefined;
  return action === undefined ? found : { actions: [action], doubtful: false };
}

type Index = {
  readonly byId: ReadonlyMap<number, ActionLine>;
  readonly byNumber: ReadonlyMap<string, readonly ActionLine[]>;
  readonly byTitle: ReadonlyMap<string, readonly ActionLine[]>;
};

type Found = { readonly actions: readonly ActionLine[]; readonly doubtful: boolean };

function candidates(says: ReadLine['says'], index: Index): Found {
  const known = index.byId.get(says.id ?? 0);
  if (known !== undefined) return { actions: [known], doubtful: false };
  const sameTitle = index.byTitle.get(titleKey(says.title)) ?? [];
  const sameNumber = index.byNumber.get(says.number ?? '') ?? [];
  const both = sameTitle.filter((action) => sameNumber.includes(action));
  if (both.length > 0) return { actions: both, doubtful: false };
  if (sameTitle.length > 0) return { actions: sameTitle, doubtful: false };
  return { actions: sameNumber, doubtful: sameNumber.length > 0 };
}

function chosen(said: number | 'new', index: Index): Found {
  const action = said === 'new' ? undefined : index.byId.get(said);
  return { actions: action === undefined ? [] : [action], doubtful: false };
}

function indexOf(actions: readonly ActionLine[]): Index {
  const byId = new Map<number, ActionLine>();
  const byNumber = new Map<string, ActionLine[]>();
  const byTitle = new Map<string, ActionLine[]>();
  for (const action of actions) {
    if (action.id !== null) byId.set(action.id, action);
    push(byNumber, action.number, action);
    push(byTitle, titleKey(action.sheet.title), action);
  }
  return { byId, byNumber, byTitle };
}

function push(map: Map<string, ActionLine[]>, key: string, action: ActionLine): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [action]);
  else known.push(action);
}
