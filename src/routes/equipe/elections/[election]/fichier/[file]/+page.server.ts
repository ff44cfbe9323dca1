import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { LIST_FIELDS, type Columns, type ListField } from '#reading/candidates/columns.ts';
import { GROUP_FIELDS, RESULT_FIELDS, type ResultColumns } from '#reading/candidates/result-columns.ts';
import { formText } from '#server/http/form-text.ts';
import { dropListFile, findListFile, setListFileColumns, type ListFile } from '#server/storage/list-files.ts';
import { idIn } from '#ui/addresses.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import {
  FIELD_WORDS,
  LIST_IMPORT,
  sayLineProblem,
  sayListDifference,
  sayResultDifference,
} from '#ui/messages/list-import.fr.ts';
import * as words from '#ui/messages/team.fr.ts';
import { importLists } from '#use-cases/campaign/import-lists.ts';
import { importResults } from '#use-cases/campaign/import-results.ts';
import { enterTeam } from '../../../../team.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, person, file, home } = await enter(event);
  const previewed = await imported({ stores, person }, file, false);
  const common = { home, filename: file.filename, isLists: file.kind === 'lists' };
  if (!previewed.ok) {
    const refusal = sayCampaignRefusal(previewed.refusal);
    const headers = 'headers' in previewed.refusal ? previewed.refusal.headers : [];
    return {
      ...common,
      refusal,
      summary: '',
      total: 0,
      problems: [],
      fields: fieldsOf(file, headers, null),
      changes: [],
      missing: [],
      missingLine: '',
      writes: false,
      period: null,
    };
  }
  const { headers, problems, problemsTotal, columns, difference } = previewed.value;
  const lists = 'changes' in difference ? difference : null;
  return {
    ...common,
    refusal: null,
    summary:
      lists === null ? ('withSeats' in difference ? sayResultDifference(difference) : '') : sayListDifference(lists),
    total: problemsTotal,
    problems: problems.slice(0, 200).map(sayLineProblem),
    fields: fieldsOf(file, headers, 'fixed' in columns ? { ...columns.fixed, ...columns.group } : columns),
    period: 'fixed' in columns ? columns.period : null,
    changes: (lists?.changes ?? []).map(({ kind, municipalityName, now, before, line }) => ({
      line,
      kind: LIST_IMPORT.kinds[kind],
      place: municipalityName,
      words: before === null || before === now ? now : `${before} → ${now}`,
    })),
    missing: (lists?.missing ?? []).map(({ id, name, municipalityName }) => ({ id, name, place: municipalityName })),
    missingLine: lists === null || lists.missingTotal === 0 ? '' : LIST_IMPORT.missing(lists.missingTotal),
    writes: problemsTotal === 0 && (lists === null ? true : lists.added + lists.changed + lists.moved > 0),
  };
};

export const actions: Actions = {
  colonnes: async (event) => {
    const { db, file } = await enter(event);
    const form = await event.request.formData();
    const fields = file.kind === 'results' ? [...RESULT_FIELDS, ...GROUP_FIELDS, 'period'] : LIST_FIELDS;
    const columns = Object.fromEntries(
      fields.map((field) => {
        const text = formText(form, field, 5);
        return [field, /^\d{1,4}$/.test(text) ? Number(text) : null];
      }),
    );
    await setListFileColumns(db, file.id, columns);
    redirect(303, event.url.pathname);
  },
  ecrire: async (event) => {
    const { db, stores, person, file, home } = await enter(event);
    const written = await imported({ stores, person }, file, true);
    if (!written.ok) return fail(400, { problem: sayCampaignRefusal(written.refusal) });
    await dropListFile(db, file.id);
    redirect(303, `${home}?fait`);
  },
  abandonner: async (event) => {
    const { db, file, home } = await enter(event);
    await dropListFile(db, file.id);
    redirect(303, home);
  },
};

type Entered = Awaited<ReturnType<typeof enter>>;

async function enter(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'url'> & {
    readonly params: { readonly election: string; readonly file: string };
  },
) {
  const entered = await enterTeam(event);
  const { election } = event.params;
  const id = idIn(event.params.file) ?? error(404);
  const file =
    (await findListFile(entered.db, { id, election, by: entered.person.id, now: new Date() })) ??
    error(404, words.GONE);
  return { ...entered, file, home: `/equipe/elections/${file.election}` };
}

async function imported({ stores, person }: Pick<Entered, 'stores' | 'person'>, file: ListFile, write: boolean) {
  const { election, round, filename, bytes, kind } = file;
  const given = { election, round, source: filename, open: () => [bytes], write };
  if (kind === 'results') {
    return await importResults(stores, person, { ...given, columns: resultColumnsOf(file) }, new Date());
  }
  return await importLists(stores, person, { ...given, columns: columnsOf(file) }, new Date());
}

function columnsOf({ columns }: ListFile): Columns<ListField> | null {
  if (columns === null) return null;
  return Object.fromEntries(LIST_FIELDS.map((field) => [field, columns[field] ?? null])) as Columns<ListField>;
}

function resultColumnsOf({ columns }: ListFile): ResultColumns | null {
  const period = columns?.['period'] ?? null;
  if (columns === null || period === null || period < 1) return null;
  const of = (fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, columns[field] ?? null]));
  return {
    fixed: of(RESULT_FIELDS) as ResultColumns['fixed'],
    group: of(GROUP_FIELDS) as ResultColumns['group'],
    period,
  };
}

/** The fields with the column of each, to be corrected. `columns`: by field; null: none was recognised. */
function fieldsOf(file: ListFile, headers: readonly string[], columns: Readonly<Record<string, number | null>> | null) {
  if (headers.length === 0) return [];
  const fields = file.kind === 'results' ? [...RESULT_FIELDS, ...GROUP_FIELDS] : LIST_FIELDS;
  const chosen = columns ?? file.columns;
  return fields.map((field) => ({
    field,
    label: capitalised(FIELD_WORDS[field] ?? field),
    column: chosen?.[field] ?? null,
    headers: headers.flatMap((header, at) => (header === '' ? [] : [{ at, header }])),
  }));
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
