/** What is wrong with a sheet once composed: a blocked action without a reason, more than a sheet may hold. */
import { MOST, sheetFaults, tidySheet } from '#domain/plan/check-sheet.ts';
import { ofAll } from '#domain/plan/working-sheet.ts';
import { SHEET_ROLES } from '#domain/plan/action-sheet.ts';
import type { NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import type { WorkingSheet } from '#domain/plan/working-sheet.ts';
import { blamedCell, blamedPlace } from './blamed-place.ts';
import type { Findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { LineField } from '#domain/plan/exchange/fields.ts';
import type { ReadLine } from './line-says.ts';
import { SUM_COLUMNS } from './sum-columns.ts';

export function sayTidy(
  sheet: NamedSheet,
  {
    line,
    choices,
    findings,
  }: { readonly line: ReadLine; readonly choices: ImportChoices; readonly findings: Findings },
): void {
  const { row } = line;
  const at = (...fields: readonly LineField[]) => ({ row, cell: blamedCell(choices, { row, fields }) });
  for (const fault of sheetFaults(tidySheet(withoutNames(sheet)))) {
    switch (fault.kind) {
      case 'blocked-why-missing':
      case 'blocked-unblocks-missing':
        // Once a row, whichever of the two is missing.
        if (fault.kind === 'blocked-why-missing' || sheet.blocked?.why !== '') {
          const place = blamedPlace(choices, { row, fields: ['status'] });
          findings.ask('blocked-reason', place, ({ cells, count }) => ({ kind: 'blocked-reason', cells, count }));
        }
        break;
      case 'end-before-start':
        // Of two days of the file it was said with its cell; here one of them is of the plan.
        if ((line.says.startsOn ?? null) === null || (line.says.endsOn ?? null) === null)
          findings.problem({
            kind: 'end-before-start',
            ...at((line.says.endsOn ?? null) === null ? 'startsOn' : 'endsOn'),
          });
        break;
      case 'blocked-too-long':
        const tooLong = longestBlocked(sheet);
        findings.problem({
          kind: 'too-long',
          ...at(tooLong.field),
          length: tooLong.length,
          limit: fault.most,
        });
        break;
      case 'too-many':
        findings.problem({ kind: 'too-many-items', ...at(...FIELDS_OF_LIST[fault.list]), limit: fault.most });
        break;
      case 'words-too-long':
        findings.problem({
          kind: 'too-long',
          ...at(...FIELDS_OF_LIST[fault.list]),
          length: MOST.title + 1,
          limit: MOST.title,
        });
        break;
      case 'amount-out-of-bounds':
      case 'amount-too-precise':
      case 'amount-says-nothing':
      case 'year-out-of-bounds':
        findings.problem({ kind: 'amount-unclear', ...at('amounts', ...SUM_FIELDS), words: '' });
        break;
      case 'funding-out-of-bounds':
      case 'deadline-not-a-day':
        findings.problem({ kind: 'funding-unclear', ...at('fundings'), words: '' });
        break;
      case 'step-title-missing':
      case 'step-not-a-day':
      case 'title-missing':
      case 'title-too-long':
      case 'text-too-long':
      case 'not-a-day':
        // Said with its cell when it was read, or made by no cell.
        break;
    }
  }
  if (SHEET_ROLES.some((role) => sheet.roles[role].length > MOST.names))
    findings.problem({ kind: 'too-many-items', ...at('leads'), limit: MOST.names });
}

const SUM_FIELDS: readonly LineField[] = SUM_COLUMNS.map(([field]) => field);

const FIELDS_OF_LIST: Readonly<Record<'amounts' | 'fundings' | 'steps' | 'names', readonly LineField[]>> = {
  amounts: ['amounts', ...SUM_FIELDS],
  fundings: ['fundings', 'funder1', 'funder2', 'funder3'],
  steps: ['steps'],
  names: ['leads'],
};

/** Of the two that say why an action is blocked, the one that is too long. */
function longestBlocked({ blocked }: NamedSheet): { readonly field: LineField; readonly length: number } {
  const [why, unblocks] = [[...(blocked?.why ?? '')].length, [...(blocked?.unblocks ?? '')].length];
  return why >= unblocks ? { field: 'blockedWhy', length: why } : { field: 'blockedUnblocks', length: unblocks };
}

function withoutNames(sheet: NamedSheet): WorkingSheet {
  return {
    ...sheet,
    roles: ofAll<(typeof SHEET_ROLES)[number], readonly number[]>(SHEET_ROLES, []),
    fundings: sheet.fundings.map((one) => ({ ...one, funder: 0 })),
  };
}
