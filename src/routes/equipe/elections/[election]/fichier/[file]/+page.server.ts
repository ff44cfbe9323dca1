import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { LIST_FIELDS, type Columns, type ListField } from '#reading/candidates/columns.ts';
import type { ResultColumns } from '#reading/candidates/result-columns.ts';
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
    fields: 'fixed' in columns ? [] : fieldsOf(file, headers, columns),
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
    const columns = Object.fromEntries(
      LIST_FIELDS.map((field) => {
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
  if (kind === 'results')
    return await importResults(stores, person, { ...given, columns: null satisfies ResultColumns | null }, new Date());
  return await importLists(stores, person, { ...given, columns: columnsOf(file) }, new Date());
}

function columnsOf({ columns }: ListFile): Columns<ListField> | null {
  if (columns === null) return null;
  return Object.fromEntries(LIST_FIELDS.map((field) => [field, columns[field] ?? null])) as Columns<ListField>;
}

function fieldsOf(file: ListFile, headers: readonly string[], columns: Columns<ListField> | null) {
  if (file.kind === 'results' || headers.length === 0) return [];
  const chosen = columns ?? columnsOf(file);
  return LIST_FIELDS.map((field) => ({
    field,
    label: FIELD_WORDS[field] ?? field,
    column: chosen?.[field] ?? null,
    headers: headers.map((header, at) => ({ at, header: header === '' ? `colonne ${at + 1}` : header })),
  }));
}
