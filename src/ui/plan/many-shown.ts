/** What a change would do to each action, in words. */
import type { PlanAxis, PlanRow } from '#domain/plan/plan-row.ts';
import type { SheetField } from '#domain/plan/sheet-fields.ts';
import { day } from '#ui/messages/format.fr.ts';
import { AXIS, NO_AXIS, NOTHING, VISIBILITY } from '#ui/messages/plan-bulk.fr.ts';
import { sayFault } from '#ui/messages/plan-refusals.fr.ts';
import {
  ENDS_ON,
  nameWord,
  PRIORITY,
  PRIORITY_WORD,
  ROLE_WORD,
  STARTS_ON,
  STATUS,
  STATUS_WORD,
  statusState,
  VISIBILITY_WORD,
} from '#ui/messages/plan-words.fr.ts';
import type { ManyLine, ManyPatch } from '#use-cases/plans/change-many-actions.ts';
import { chosenValue } from './many-form.ts';

export type LineShown = {
  readonly id: number;
  readonly value: string;
  readonly number: string;
  readonly title: string;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly faults: readonly string[];
};

type Around = {
  readonly axes: readonly PlanAxis[];
  readonly rows: readonly PlanRow[];
  readonly patch: ManyPatch;
  readonly lead: string;
};

export function linesShown(lines: readonly ManyLine[], around: Around): readonly LineShown[] {
  const leads = new Map(around.rows.map((row) => [row.id, row.leads.map(nameWord).join(', ')]));
  return lines.map(({ action, fields, faults }) => ({
    id: action.id,
    value: chosenValue(action),
    number: action.number,
    title: action.sheet.title,
    changes: fields.flatMap((field) => changeOf(field, { action, around, leads: leads.get(action.id) ?? '' })),
    faults: faults.map(sayFault),
  }));
}

type Changing = { readonly action: ManyLine['action']; readonly around: Around; readonly leads: string };

function changeOf(field: SheetField, { action, around, leads }: Changing): LineShown['changes'] {
  const { sheet } = action;
  const { patch, axes, lead } = around;
  const dayOr = (said: string | null | undefined): string => (said ? day(said) : NOTHING);
  const axisOr = (id: number | null | undefined): string => {
    const axis = axes.find((one) => one.id === id);
    return axis === undefined ? NO_AXIS : `${axis.number} ${axis.title}`.trim();
  };
  const priorityOr = (said: ManyPatch['priority']): string => (said ? PRIORITY_WORD[said] : NOTHING);
  switch (field) {
    case 'status':
      return one(
        STATUS,
        STATUS_WORD[statusState(sheet.status)],
        STATUS_WORD[statusState(patch.status?.status ?? null)],
      );
    case 'priority':
      return one(PRIORITY, priorityOr(sheet.priority), priorityOr(patch.priority));
    case 'startsOn':
      return one(STARTS_ON, dayOr(sheet.startsOn), dayOr(patch.startsOn));
    case 'endsOn':
      return one(ENDS_ON, dayOr(sheet.endsOn), dayOr(patch.endsOn));
    case 'visibility':
      return one(VISIBILITY, VISIBILITY_WORD[sheet.visibility], VISIBILITY_WORD[patch.visibility ?? sheet.visibility]);
    case 'axis':
      return one(AXIS, axisOr(action.axis), axisOr(patch.axis));
    case 'role.lead':
      return one(ROLE_WORD.lead, leads === '' ? NOTHING : leads, leads === '' ? lead : `${leads}, ${lead}`);
    default:
      return [];
  }
}

function one(label: string, before: string, after: string): LineShown['changes'] {
  return [{ label, before, after }];
}
