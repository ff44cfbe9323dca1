/** What a command says of an import: its columns, everything that is wrong or asked, what would change. */
import { FIELD } from '#ui/messages/plan-import/fields.fr.ts';
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { WORK } from '#ui/messages/plan-import/pages.fr.ts';
import { NAMES_CLI } from '#ui/messages/plan-import/names.fr.ts';
import { nameField } from '#ui/plan-import/choices-form.ts';
import { importShown } from '#ui/plan-import/import-shown.ts';
import type { ImportSeen } from '#use-cases/plan-import/see-plan-import.ts';
import type { CommandContext } from './command.ts';

const SHOWN = 50;

export function sayColumns(seen: ImportSeen, { say }: CommandContext): void {
  say(PLAN_CLI.columns);
  for (const { letters, header, field } of importShown(seen).columns)
    say(PLAN_CLI.column(letters, header, field === null ? PLAN_CLI.notTaken : `${FIELD[field]} (${field})`));
}

export function sayFindings(seen: ImportSeen, { say, complain }: CommandContext): void {
  const { notes, problems, problemsTotal, questions } = importShown(seen);
  for (const note of notes) say(note);
  if (problemsTotal > 0) complain(PLAN_CLI.problems(problemsTotal));
  for (const { words } of problems) complain(`  ${words}`);
  if (problemsTotal > problems.length) complain(PLAN_CLI.more(problemsTotal - problems.length));
  if (questions.length > 0) complain(PLAN_CLI.questions(questions.length));
  for (const { name, kind, question, choices } of questions) {
    complain(
      kind === 'blocked-reason'
        ? `  ${question}\n${PLAN_CLI.blocked}`
        : PLAN_CLI.question(
            name,
            question,
            choices.map(({ value }) => value),
          ),
    );
  }
}

/** Nothing waits for them. */
export function sayNames({ names }: ImportSeen, { say }: CommandContext): void {
  const waiting = names.filter(({ answer }) => answer === null);
  if (waiting.length === 0) return;
  say(NAMES_CLI.heading(waiting.length));
  for (const asked of waiting.slice(0, SHOWN)) say(NAMES_CLI.line(asked.name, nameField(asked.key), asked));
  if (waiting.length > SHOWN) say(PLAN_CLI.more(waiting.length - SHOWN));
}

export function sayDifference({ difference, words }: ImportSeen, { say }: CommandContext): void {
  const { added, changed, missing, axes } = difference;
  for (const line of WORK.words({ carried: words.carried.length, left: words.left })) say(line);
  for (const { number, title } of axes.added.slice(0, SHOWN)) say(PLAN_CLI.axisAdded(number, title));
  if (axes.added.length > SHOWN) say(PLAN_CLI.more(axes.added.length - SHOWN));
  for (const { before, after } of axes.changed.slice(0, SHOWN)) {
    say(
      PLAN_CLI.axisChanged(
        { number: before.number, title: before.title },
        { number: after.number, title: after.title },
      ),
    );
  }
  if (axes.changed.length > SHOWN) say(PLAN_CLI.more(axes.changed.length - SHOWN));
  for (const { number, sheet } of added.slice(0, SHOWN)) say(PLAN_CLI.added(number, sheet.title));
  if (added.length > SHOWN) say(PLAN_CLI.more(added.length - SHOWN));
  for (const { number, sheet, changes } of changed.slice(0, SHOWN)) {
    for (const { field, before, after } of changes)
      say(PLAN_CLI.changed(number, sheet.title, FIELD[field], oneLine(before), oneLine(after)));
  }
  if (changed.length > SHOWN) say(PLAN_CLI.more(changed.length - SHOWN));
  for (const { number, title } of missing.slice(0, SHOWN)) say(PLAN_CLI.missing(number, title));
  if (missing.length > SHOWN) say(PLAN_CLI.more(missing.length - SHOWN));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
