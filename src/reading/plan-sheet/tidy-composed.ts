/** What is wrong with a sheet once composed: a blocked action without a reason, more than a sheet may hold. */
import { MOST, sheetFaults, tidySheet } from '#domain/plan/check-sheet.ts';
import { ofAll } from '#domain/plan/working-sheet.ts';
import { SHEET_ROLES } from '#domain/plan/action-sheet.ts';
import type { NamedSheet } from '#domain/plan/exchange/plan-lines.ts';
import type { WorkingSheet } from '#domain/plan/working-sheet.ts';
import { columnLetters } from '../sheet/workbook.ts';
import type { Findings } from './findings.ts';
import type { ImportChoices } from './import-choices.ts';
import type { LineField } from '#domain/plan/exchange/fields.ts';
import type { ReadLine } from './line-says.ts';

export function sayTidy(
  sheet: NamedSheet,
  {
    line,
    choices,
    findings,
  }: { readonly line: ReadLine; readonly choices: ImportChoices; readonly findings: Findings },
): void {
  const column = (field: LineField) => Math.max(choices.columns.indexOf(field), 0);
  const at = (field: LineField) => ({ row: line.row, cell: columnLetters(column(field)) + String(line.row) });
  for (const fault of sheetFaults(tidySheet(withoutNames(sheet)))) {
    switch (fault.kind) {
      case 'blocked-why-missing':
      case 'blocked-unblocks-missing':
        // Once a row, whichever of the two is missing.
        if (fault.kind === 'blocked-why-missing' || sheet.blocked?.why !== '') {
          const place = { row: line.row, column: column('status') };
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
        findings.problem({
          kind: 'too-long',
          ...at('blockedWhy'),
          length: (sheet.blocked?.why ?? '').length,
          limit: fault.most,
        });
        break;
      case 'too-many':
        findings.problem({ kind: 'too-many-items', ...at(FIELD_OF_LIST[fault.list]), limit: fault.most });
        break;
      case 'words-too-long':
        findings.problem({
          kind: 'too-long',
          ...at(FIELD_OF_LIST[fault.list]),
          length: MOST.title + 1,
          limit: MOST.title,
        });
        break;
      case 'amount-out-of-bounds':
      case 'amount-too-precise':
      case 'amount-says-nothing':
      case 'year-out-of-bounds':
        findings.problem({ kind: 'amount-unclear', ...at('amounts'), words: '' });
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

const FIELD_OF_LIST = { amounts: 'amounts', fundings: 'fundings', steps: 'steps', names: 'leads' } as const;

function withoutNames(sheet: NamedSheet): WorkingSheet {
  return {
    ...sheet,
    roles: ofAll<(typeof SHEET_ROLES)[number], readonly number[]>(SHEET_ROLES, []),
    fundings: sheet.fundings.map((one) => ({ ...one, funder: 0 })),
  };
}
