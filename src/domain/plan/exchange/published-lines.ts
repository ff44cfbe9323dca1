/** A published plan as the lines of a spreadsheet: names that are not public were taken out when it was published. */
import type { SheetRole } from '../action-sheet.ts';
import type { AsWritten, PublishedName, PublishedSheet } from '../published-sheet.ts';
import type { NamedEntry, NamedSheet, PlanLine } from './plan-lines.ts';

export type PublishedAction = {
  readonly id: number;
  readonly number: string;
  readonly axisPath: PlanLine['axisPath'];
  readonly sheet: NamedSheet;
  readonly asWritten: AsWritten | null;
};

export function namedFromPublished(sheet: PublishedSheet): NamedSheet {
  const { title, status, blocked, priority, startsOn, endsOn, participation, texts, amounts, steps } = sheet;
  const names = (role: SheetRole): readonly NamedEntry[] => sheet.roles[role].flatMap(nameOf);
  const roles = {
    lead: names('lead'),
    referent: names('referent'),
    service: names('service'),
    structure: names('structure'),
    partner: names('partner'),
  };
  return {
    ...{ title, status, blocked, priority, startsOn, endsOn, participation, texts, amounts, steps, roles },
    visibility: 'public',
    fundings: sheet.fundings.flatMap(({ funder, ...funding }) =>
      nameOf(funder).map((name) => ({ ...funding, funder: name })),
    ),
  };
}

export function publishedLine({ id, number, axisPath, sheet }: PublishedAction): PlanLine {
  return { kind: 'action', id, number, axisPath, sheet };
}

function nameOf(name: PublishedName): readonly NamedEntry[] {
  return name.kind === 'someone' ? [] : [{ kind: name.kind, name: name.name }];
}
