/** One sheet of an action as blocks of a printed document: what is said, in the order in which a sheet is read. */
import { SHEET_ROLES, SHEET_TEXTS } from '#domain/plan/action-sheet.ts';
import { lateness } from '#domain/plan/late.ts';
import type { PublishedName } from '#domain/plan/published-sheet.ts';
import { day } from '#ui/messages/format.fr.ts';
import { KIND_NAME, natureWord } from '#ui/messages/plan-budget.fr.ts';
import * as words from '#ui/messages/plan-notice.fr.ts';
import { period } from '#ui/messages/plan-views.fr.ts';
import {
  euros,
  FUNDING_WORD,
  lateWord,
  PARTICIPATION_WORD,
  PRIORITY,
  PRIORITY_WORD,
  ROLE_WORD,
  SOMEONE,
  STATUS,
  STATUS_WORD,
  statusState,
  TEXT_WORD,
} from '#ui/messages/plan-words.fr.ts';
import type { Block, Inline } from '../document/document.ts';
import type { PrintedSheet } from './printed-plan.ts';

export function sheetBlocks(
  printed: PrintedSheet,
  { today, typed }: { today: string; typed: boolean },
): readonly Block[] {
  const facts = factsOf(printed, { today, typed }).map(({ label, text }) => ({ label, inlines: plain(text) }));
  return [...(printed.isPrivate ? [note(words.PRIVATE_SHEET)] : []), { kind: 'facts', facts }, ...tables(printed)];
}

type Fact = { readonly label: string; readonly text: string };

function factsOf(
  { sheet, promises }: PrintedSheet,
  { today, typed }: { today: string; typed: boolean },
): readonly Fact[] {
  const late = lateness(sheet, today);
  const status = [STATUS_WORD[statusState(sheet.status)], ...(late === null ? [] : [lateWord(late)])].join(', ');
  const said: readonly (Fact | null)[] = [
    fact(words.FACT.axis, sheet.axisPath.map(({ number, title }) => `${number} ${title}`.trim()).join(' › ')),
    typed ? { label: STATUS, text: status } : null,
    fact(words.FACT.blocked, sheet.blocked?.why ?? ''),
    fact(words.FACT.unblocks, sheet.blocked?.unblocks ?? ''),
    sheet.priority === null ? null : { label: PRIORITY, text: PRIORITY_WORD[sheet.priority] },
    typed ? { label: words.FACT.period, text: period(sheet.startsOn, sheet.endsOn) } : null,
    ...SHEET_ROLES.map((role) => fact(ROLE_WORD[role], sheet.roles[role].map(nameOf).join(', '))),
    fact(words.FACT.leadsWritten, sheet.asWritten?.leads ?? ''),
    ...SHEET_TEXTS.map((text) => fact(TEXT_WORD[text], sheet.texts[text] ?? '')),
    sheet.participation === null
      ? null
      : { label: words.FACT.participation, text: PARTICIPATION_WORD[sheet.participation] },
    fact(words.FACT.amountsWritten, (sheet.asWritten?.amounts ?? []).map(({ text }) => text).join('\n')),
    fact(words.FACT.datesWritten, (sheet.asWritten?.dates ?? []).map(({ text }) => text).join('\n')),
    fact(words.FACT.promises, promises.join('\n')),
    fact(words.FACT.documents, sheet.documents.map(({ title }) => title).join('\n')),
  ];
  return said.filter((one) => one !== null);
}

function fact(label: string, text: string): Fact | null {
  return text.trim() === '' ? null : { label, text };
}

function tables({ sheet }: PrintedSheet): readonly Block[] {
  const { amounts, fundings, steps } = sheet;
  return [
    ...table(
      words.AMOUNTS,
      [words.AMOUNT.what, words.AMOUNT.year, words.AMOUNT.sum],
      [4, 1, 2],
      amounts.map((line) => [
        `${KIND_NAME[`${line.direction} ${line.stage}`]}${line.nature === null ? '' : `, ${natureWord(line.nature).toLowerCase()}`}`,
        line.year === null ? '' : String(line.year),
        line.euros === null ? line.words : euros(line.euros),
      ]),
    ),
    ...table(
      words.FUNDINGS,
      [words.FUNDING.funder, words.FUNDING.call, words.FUNDING.deadline, words.FUNDING.state, words.FUNDING.sum],
      [3, 3, 2, 2, 2],
      fundings.map((line) => [
        nameOf(line.funder),
        line.call,
        line.deadline === null ? '' : day(line.deadline),
        FUNDING_WORD[line.state ?? 'unsaid'],
        line.euros === null ? '' : euros(line.euros),
      ]),
    ),
    ...table(
      words.STEPS,
      [words.STEP.title, words.STEP.status, words.STEP.end],
      [4, 2, 2],
      steps.map((step) => [
        step.title,
        STATUS_WORD[statusState(step.status)],
        step.endsOn === null ? '' : day(step.endsOn),
      ]),
    ),
  ];
}

/** Nothing when there is no line to show. */
export function table(
  caption: string,
  header: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, header, widths, rows: rows.map((row) => row.map(plain)) }];
}

export function nameOf(name: PublishedName): string {
  return name.kind === 'someone' ? SOMEONE : name.name;
}

export function note(text: string): Block {
  return { kind: 'paragraph', inlines: [{ text, style: 'emphasis' }] };
}

export function plain(text: string): readonly Inline[] {
  return [{ text }];
}
