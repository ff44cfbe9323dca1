import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { Person } from '#domain/access/gate.ts';
import {
  SHEET_LICENCES,
  SHEET_PARTS,
  SHEET_PART_LIMIT,
  type SheetPart,
  type SheetWords,
} from '#domain/partners/sheet.ts';
import { editionChoices, editionNamed } from '#server/edition-names.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import type { Db } from '#server/storage/connection.ts';
import { sheetShown, sheetsOf } from '#server/storage/measure-sheets.ts';
import { measureFate } from '#server/storage/editions-made.ts';
import { findOrganisation } from '#server/storage/partner-pages.ts';
import { idIn, measureAddress, numberIn } from '#ui/addresses.ts';
import { BY_TEAM, LICENCE, ofMeasure, PART } from '#ui/messages/partners.fr.ts';
import type { PartnerRefusal } from '#ui/messages/partners-forms.fr.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import { changeSheet, confirmSheet, withdrawSheet, writeSheet } from '#use-cases/partners/write-sheet.ts';
import { signedIn } from '../../door.ts';

type Choice = { readonly id: string; readonly name: string };

/** Those for whom this person may write. Nobody else finds the page. */
async function authorsFor(db: Db, person: Person): Promise<readonly Choice[]> {
  const team = person.holds.some(({ role }) => role === 'national-team') ? [{ id: '', name: BY_TEAM }] : [];
  const held = await Promise.all(
    person.holds.map(async (one) => (one.role === 'partner' ? await findOrganisation(db, one.organisation) : null)),
  );
  const partners = held.flatMap((one) => (one?.state === 'partner-accepted' ? [one] : []));
  return [...partners.map(({ id, name }) => ({ id: String(id), name })), ...team];
}

export const load: PageServerLoad = async (event) => {
  const { db, person } = await signedIn(event);
  const authors = await authorsFor(db, person);
  if (authors.length === 0) error(404);
  const { searchParams: asked } = event.url;
  const id = numberIn(asked.get('fiche') ?? '');
  const sheet = id === null ? null : ((await sheetShown(db, id)) ?? error(404));
  const author = sheet === null ? (asked.get('organisation') ?? '') : String(sheet.author?.id ?? '');
  // The team takes away what should not be shown, whoever wrote it; it changes only its own.
  const team = authors.some((one) => one.id === '');
  const own = sheet === null || authors.some((one) => one.id === author);
  if (!own && !team) error(404);
  const rewriting = asked.get('pour') !== null && sheet !== null;
  const to = toIn(asked.get('pour') ?? '');
  const [last] = sheet?.versions ?? [];
  return {
    ...{ authors, author, own, rewriting, pour: asked.get('pour')?.slice(0, 100) ?? '' },
    sheet: sheet === null ? null : { id: id ?? 0, withdrawn: sheet.withdrawn !== null, version: last?.version ?? 0 },
    address: sheet === null ? null : `${measureAddress(sheet.edition, sheet.measure)}/fiches/${id ?? 0}`,
    edition: to?.edition ?? sheet?.edition ?? asked.get('charte') ?? '',
    measure: String(to?.measure ?? sheet?.measure ?? asked.get('mesure') ?? ''),
    title: last?.title ?? '',
    licence: last?.licence ?? '',
    words: last?.words ?? null,
    parts: SHEET_PARTS.map((part) => ({ part, title: PART[part] })),
    licences: SHEET_LICENCES.map((licence) => ({ licence, name: LICENCE[licence] })),
    editions: editionChoices(),
    later: sheet === null || id === null ? [] : await laterOf(db, id, sheet),
  };
};

/** The measures that come from the one it was written for, where it is still shown as it came. */
async function laterOf(db: Db, sheet: number, of: { readonly edition: string; readonly measure: number }) {
  const { became } = await measureFate(db, of);
  const measures = became.flatMap(({ to }) => {
    const measure = to?.measure ?? null;
    return to === null || measure === null ? [] : [{ edition: to.edition, measure }];
  });
  const standing = await Promise.all(
    measures.map(async (to) => ({ to, here: (await sheetsOf(db, to)).find(({ id }) => id === sheet) })),
  );
  return standing.flatMap(({ to, here }) =>
    here === undefined
      ? []
      : [
          {
            key: `${to.edition}:${to.measure}`,
            label: `${ofMeasure(to.measure)}, ${editionNamed(to.edition)}`,
            confirmed: here.standing.kind === 'confirmed',
          },
        ],
  );
}

/** `pacte-transition-2032:7` */
function toIn(text: string): { readonly edition: string; readonly measure: number } | null {
  const [edition = '', number = ''] = text.split(':');
  const measure = numberIn(number);
  return measure === null || edition === '' ? null : { edition: edition.slice(0, 80), measure };
}

function typedIn(form: FormData) {
  const words = Object.fromEntries(
    SHEET_PARTS.map((part): [SheetPart, string] => [part, formText(form, part, SHEET_PART_LIMIT * 2)]),
  ) as SheetWords;
  const chosen = formText(form, 'licence', 40);
  return {
    words,
    title: formText(form, 'titre', 1000),
    licence: SHEET_LICENCES.find((one) => one === chosen) ?? null,
    author: formText(form, 'auteur', 12),
    edition: formText(form, 'charte', 80),
    measure: formText(form, 'mesure', 8).trim(),
    reason: formText(form, 'motif', 4000),
  };
}

type Typed = Partial<ReturnType<typeof typedIn>> & { readonly withdrawal?: string };
function refused(refusal: PartnerRefusal, typed: Typed, of = '') {
  return fail(refusal.kind === 'changed-meanwhile' ? 409 : 400, { typed, ...refusedForm(refusal, of) });
}

async function sheetAsked(event: RequestEvent) {
  const inside = await signedIn(event);
  const sheet = numberIn(event.url.searchParams.get('fiche') ?? '') ?? error(404);
  const shown = (await sheetShown(inside.db, sheet)) ?? error(404);
  const measure = measureAddress(shown.edition, shown.measure);
  return { ...inside, sheet, measure, form: await event.request.formData() };
}

export const actions: Actions = {
  publier: async (event) => {
    const { person, stores } = await signedIn(event);
    const form = await event.request.formData();
    const typed = typedIn(form);
    const { title, words, licence, edition } = typed;
    const measure = numberIn(typed.measure) ?? 0;
    const carriedFrom = idIn(formText(form, 'reprise', 12));
    const request = { ...{ title, words, licence, edition, measure, carriedFrom }, organisation: idIn(typed.author) };
    const done = await writeSheet(stores, person, { ...request, sending: sendingIn(form) }, new Date());
    if (!done.ok) return refused(done.refusal, typed);
    redirect(303, `${measureAddress(edition, measure)}/fiches/${done.value.sheet}`);
  },
  modifier: async (event) => {
    const { person, stores, sheet, measure, form } = await sheetAsked(event);
    const typed = typedIn(form);
    const { title, words, licence, reason } = typed;
    const version = numberIn(formText(form, 'version', 8)) ?? 0;
    const done = await changeSheet(stores, person, { sheet, version, title, words, licence, reason }, new Date());
    if (!done.ok) return refused(done.refusal, typed);
    redirect(303, `${measure}/fiches/${sheet}`);
  },
  confirmer: async (event) => {
    const { person, stores, sheet, form } = await sheetAsked(event);
    const to = toIn(formText(form, 'pour', 100)) ?? error(404);
    const done = await confirmSheet(stores, person, { ...to, sheet }, new Date());
    if (!done.ok) return refused(done.refusal, {});
    redirect(303, `${measureAddress(to.edition, to.measure)}/fiches/${sheet}`);
  },
  retirer: async (event) => {
    const { person, stores, sheet, measure, form } = await sheetAsked(event);
    const withdrawal = formText(form, 'motif', 4000);
    const done = await withdrawSheet(stores, person, { sheet, reason: withdrawal }, new Date());
    if (!done.ok) return refused(done.refusal, { withdrawal }, '-retrait');
    redirect(303, measure);
  },
};
