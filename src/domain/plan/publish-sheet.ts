/**
 * What of a sheet may be shown to everybody. The one place where it is decided: a private action gives nothing; a name that
 * is neither an elected official's nor public gives its service, or « somebody of the town hall ».
 */
import { SHEET_ROLES, type SheetRole } from './action-sheet.ts';
import { isNamePublic, type DirectoryEntry } from './directory-entry.ts';
import type { PlanAxis } from './plan-row.ts';
import type { AsWritten, AxisPath, PublishedDocument, PublishedName, PublishedSheet } from './published-sheet.ts';
import type { WorkingSheet } from './working-sheet.ts';

export type WorkingAction = {
  readonly id: number;
  readonly number: string;
  readonly axis: number | null;
  readonly newsAt: Date | null;
  readonly sheet: WorkingSheet;
  readonly documents: readonly (PublishedDocument & { readonly visibility: 'public' | 'private' })[];
  readonly links: PublishedSheet['links'];
  readonly asWritten: AsWritten | null;
};

export type PublishedAction = { readonly id: number; readonly newsAt: Date | null; readonly sheet: PublishedSheet };

export type Around = {
  readonly axes: readonly PlanAxis[];
  readonly entries: ReadonlyMap<number, Pick<DirectoryEntry, 'kind' | 'name' | 'isElected' | 'isPublic'>>;
};

/** In the order given; private actions are not there. */
export function publishedActions(actions: readonly WorkingAction[], around: Around): readonly PublishedAction[] {
  return actions
    .filter(({ sheet }) => sheet.visibility === 'public')
    .map((action) => ({ id: action.id, newsAt: action.newsAt, sheet: publishedSheet(action, around) }));
}

function publishedSheet(action: WorkingAction, { axes, entries }: Around): PublishedSheet {
  const { number, axis, sheet, documents, links, asWritten } = action;
  const { title, status, blocked, priority, startsOn, endsOn, participation, texts, amounts, steps } = sheet;
  const shown = (entry: number): PublishedName => {
    const known = entries.get(entry);
    return known !== undefined && isNamePublic(known) ? { kind: known.kind, name: known.name } : { kind: 'someone' };
  };
  const services = sheet.roles.service.map(shown);
  const roles = Object.fromEntries(
    SHEET_ROLES.map((role) => [role, namesIn(sheet.roles[role].map(shown), services)]),
  ) as Record<SheetRole, readonly PublishedName[]>;
  return {
    number,
    axisPath: pathOf(axes, axis),
    title,
    status,
    blocked,
    priority,
    startsOn,
    endsOn,
    participation,
    texts,
    roles,
    amounts,
    fundings: sheet.fundings.map(({ funder, ...funding }) => ({ ...funding, funder: shown(funder) })),
    steps,
    documents: documents
      .filter(({ visibility }) => visibility === 'public')
      .map((kept) => ({ title: kept.title, document: kept.document, sha256: kept.sha256 })),
    links,
    asWritten: asWritten?.passage === undefined ? asWritten : null,
  };
}

/** In place of those who are not named, their service, once; somebody, once, when no service is said. */
function namesIn(names: readonly PublishedName[], services: readonly PublishedName[]): readonly PublishedName[] {
  const named = names.filter(({ kind }) => kind !== 'someone');
  if (named.length === names.length) return names;
  const service = services.find(({ kind }) => kind === 'service');
  const instead: PublishedName = service ?? { kind: 'someone' };
  const there = named.some(
    (name) => name.kind !== 'someone' && instead.kind !== 'someone' && name.name === instead.name,
  );
  return there ? named : [...named, instead];
}

export function pathOf(axes: readonly PlanAxis[], axis: number | null): AxisPath {
  if (axis === null) return [];
  const found = axes.find(({ id }) => id === axis);
  if (found === undefined) return [];
  return [...pathOf(axes, found.parent), { number: found.number, title: found.title }];
}
