/** `cli elections import FILE --election municipales-2026`: a preview of what a file of the Ministry would change; with --write, the change. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { findListHeader, LIST_FIELDS, type Columns, type ListField } from '#reading/candidates/columns.ts';
import { headerKey } from '#reading/candidates/columns.ts';
import { openTable, type ByteSource } from '#reading/table/open-table.ts';
import { generalElections } from '#server/elections.ts';
import { storesOn } from '#server/stores.ts';
import { byElections } from '#server/storage/by-elections.ts';
import { firstRows, type CannotImport } from '#use-cases/campaign/import-file.ts';
import { importLists, type ListReport } from '#use-cases/campaign/import-lists.ts';
import { importResults, type ResultReport } from '#use-cases/campaign/import-results.ts';
import { electionsMessages as words } from '#ui/messages/campaign-cli.fr.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { electionTitle } from '#ui/messages/campaign.fr.ts';
import { LIST_IMPORT, sayLineProblem, sayListDifference, sayResultDifference } from '#ui/messages/list-import.fr.ts';
import { importMessages } from '#ui/messages/operator.fr.ts';
import { errorCode } from '#server/error-code.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { operatorNamed } from './operator.ts';

export const command: Command = {
  summary: words.summary,
  usage: words.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        election: { type: 'string' },
        round: { type: 'string', default: '1' },
        results: { type: 'boolean', default: false },
        source: { type: 'string' },
        column: { type: 'string', multiple: true, default: [] },
        write: { type: 'boolean', default: false },
        by: { type: 'string' },
      },
    });
    if (positionals.length === 0) return await listElections(context);
    const [verb, file, ...others] = positionals;
    const { election } = values;
    if (verb !== 'import' || file === undefined || others.length > 0 || election === undefined)
      throw new Misuse(words.argumentsMissing);
    if (values.round !== '1' && values.round !== '2') throw new Misuse(words.badRound);
    const reason = await stat(file).then(
      (about) => (about.isFile() ? null : 'EISDIR'),
      (error: unknown) => errorCode(error),
    );
    if (reason !== null) {
      context.complain(importMessages.unreadable(file, reason));
      return 1;
    }
    const open = () => createReadStream(file) as AsyncIterable<Buffer>;
    const given = {
      election,
      round: values.round === '1' ? 1 : 2,
      open,
      source: values.source?.trim() || basename(file),
      write: values.write,
    } as const;
    const actor = operatorNamed(values.by);
    return await context.withRuntime(async ({ db }) => {
      const now = new Date();
      if (values.results)
        return tell(await importResults(storesOn(db), actor, { ...given, columns: null }, now), context, sayResults);
      const columns = await columnsAsked(open, values.column);
      return tell(await importLists(storesOn(db), actor, { ...given, columns }, now), context, sayLists);
    });
  },
};

/** Null when nothing was corrected: as recognised. */
async function columnsAsked(open: ByteSource, asked: readonly string[]): Promise<Columns<ListField> | null> {
  if (asked.length === 0) return null;
  const found = findListHeader(await firstRows((await openTable(open)).rows(), 20));
  if (found === null) return null;
  const columns: Record<ListField, number | null> = { ...found.columns };
  for (const text of asked) {
    const [name = '', header = ''] = text.split(/=(.*)/s);
    const field = LIST_FIELDS.find((known) => known === name);
    const at = found.headers.findIndex((known) => headerKey(known) === headerKey(header));
    if (field === undefined || at < 0) throw new Misuse(words.badColumn(text, LIST_FIELDS));
    columns[field] = at;
  }
  return columns;
}

type Answer<Report> =
  { readonly ok: true; readonly value: Report } | { readonly ok: false; readonly refusal: CannotImport };
type AnyReport = ListReport | ResultReport;

function tell<Report extends AnyReport>(
  answer: Answer<Report>,
  context: CommandContext,
  sayChanges: (report: Report, context: CommandContext) => void,
): number {
  if (!answer.ok) {
    if (answer.refusal.kind === 'file-problems') sayProblems(answer.refusal.problems, answer.refusal.total, context);
    context.complain(sayCampaignRefusal(answer.refusal));
    return 1;
  }
  const report = answer.value;
  context.say(LIST_IMPORT.encoding(report.encoding, report.delimiter, report.headerLine));
  sayChanges(report, context);
  sayProblems(report.problems, report.problemsTotal, context);
  if (!report.written) context.say(LIST_IMPORT.notWritten);
  else if (changesOf(report) > 0) context.say(LIST_IMPORT.written);
  return report.problemsTotal === 0 ? 0 : 1;
}

function changesOf({ difference }: AnyReport): number {
  return 'added' in difference ? difference.added + difference.changed + difference.moved : difference.changed;
}

function sayProblems(problems: AnyReport['problems'], total: number, { complain }: CommandContext): void {
  for (const problem of problems) complain(sayLineProblem(problem));
  if (total > problems.length) complain(LIST_IMPORT.more(total - problems.length));
}

function sayLists({ headers, columns, difference }: ListReport, { say }: CommandContext): void {
  sayColumns(headers, columns, say);
  say(sayListDifference(difference));
  for (const { kind, municipalityName, before, now } of difference.changes.slice(0, 20)) {
    say(
      `  ${LIST_IMPORT.kinds[kind]} · ${municipalityName} · ${before === null || before === now ? now : `${before} → ${now}`}`,
    );
  }
  const left = difference.added + difference.changed + difference.moved - Math.min(20, difference.changes.length);
  if (left > 0 && difference.changes.length >= 20) say(LIST_IMPORT.more(left));
  if (difference.missingTotal > 0) say(LIST_IMPORT.missing(difference.missingTotal));
}

function sayResults({ headers, columns, difference }: ResultReport, { say }: CommandContext): void {
  sayColumns(headers, { ...columns.fixed, ...columns.group }, say);
  say(sayResultDifference(difference));
}

function sayColumns(
  headers: readonly string[],
  columns: Readonly<Record<string, number | null>>,
  say: (line: string) => void,
): void {
  say(LIST_IMPORT.columns);
  for (const [field, column] of Object.entries(columns))
    say(LIST_IMPORT.column(field, column === null ? null : (headers[column] ?? null)));
}

async function listElections({ withRuntime, say }: CommandContext): Promise<number> {
  const partial = await withRuntime(({ db }) => byElections(db, null));
  for (const election of [...generalElections(), ...partial])
    say(words.line(election.id, electionTitle(election, null)));
  return 0;
}
