import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { changeOf, wordsBefore } from '#domain/workbench/change.ts';
import { noteName, notesOf } from '#domain/workbench/carried-notes.ts';
import { differencesOf, type MeasureDifferences } from '#domain/workbench/differences.ts';
import type { DraftMeasure, EditionDraft, Origin } from '#domain/workbench/draft.ts';
import { livingOf, wordsIn } from '#domain/workbench/problems.ts';
import { editionById, nationalEditions } from '#server/charters.ts';
import { editionNamed } from '#server/edition-names.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { pastCampaign } from '#server/past-campaign.ts';
import type { Db } from '#server/storage/connection.ts';
import { idIn } from '#ui/addresses.ts';
import { pastAddress } from '#ui/consultation/past-shown.ts';
import { heading } from '#ui/messages/format.fr.ts';
import * as words from '#ui/messages/workbench.fr.ts';
import { sayWorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { measureNames } from '#ui/workbench/draft-shown.ts';
import {
  chosenTyped,
  measureTyped,
  namedWithoutLines,
  numbersIn,
  originsTyped,
  reasonTyped,
  typedOf,
  wordsTyped,
  type MeasureChosen,
  type MeasureTyped,
} from '#ui/workbench/measure-form.ts';
import { noteShown } from '#ui/workbench/note-shown.ts';
import type { Stores } from '#use-cases/stores.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import {
  mergeMeasures,
  removeMeasure,
  restoreMeasure,
  splitMeasure,
  type CannotShape,
} from '#use-cases/workbench/shape-measures.ts';
import { writeMeasure } from '#use-cases/workbench/write-measure.ts';
import { actOnDraft, enterWorkbench } from '../../../enter.ts';
import { originShown } from '../../../origin-shown.ts';

/** Measures it comes from, and of each: wordings, and sayings of each kind. Their own pages hold the rest. */
const MOST_PAST = 4;
const MOST_PAST_WORDS = 5;

export const load: PageServerLoad = async (event) => {
  const { db, draft, stores, mayWrite, id } = await enterWorkbench(event);
  const asked = idIn(event.params.measure);
  const found = await measureAsked(stores, draft, asked);
  const { measure, into } = found ?? error(404);
  const known = await knownTo(stores, draft);
  const wordsOf = wordsIn(known.find);
  const named = measureNames(draft, known.find);
  const living = livingOf(draft);
  const others = living.filter((one) => one.id !== measure.id);
  const notes = notesOf(measure, { find: known.find, others });
  const change = changeOf(measure, { all: draft.measures, wordsOf });
  const before = wordsBefore(measure, wordsOf);
  const place = living.findIndex((one) => one.id === measure.id);
  return {
    draft: { id, title: draft.title, collective: draft.collective, home: `/atelier/${id}` },
    measure: { id: measure.id, version: measure.version, reason: measure.reason },
    // Somebody may have taken it out while another wrote it: its page stays, and what was written in it.
    gone:
      measure.words !== null
        ? null
        : {
            into: into === null ? null : { id: into, name: named(into) },
            home: `/atelier/${id}/mesures/${measure.id}`,
          },
    name: into === null ? named(measure.id) : heading(measure.keptWords?.title ?? ''),
    change: into === null ? words.CHANGE_WORD[change] : words.MERGED_AWAY,
    from: words.comesFrom(measure.origins.map((origin) => originShown(origin, draft.basedOn))),
    mayWrite,
    typed: measure.words === null ? null : typedOf(measure.words, measure.reason),
    differences:
      before.length === 0 || change === 'kept' || into !== null ? null : differencesOf(before, measure.words),
    groupings: draft.head.groupings.map((grouping) => ({ ...grouping, chosen: measure.themes[grouping.id] ?? '' })),
    mapped: draft.collective === null ? [] : mappedTo(draft, measure),
    carried: words.carriedNotes(notes.carried.length),
    asked: notes.asked.map(({ key, note, at, keep }) => ({
      name: noteName(key),
      text: noteShown(note),
      kind: words.NOTE_KIND[key.kind],
      possible: at !== null,
      keep: keep === null ? '' : keep ? 'oui' : 'non',
    })),
    others: others.map((one) => ({ id: one.id, version: one.version, title: named(one.id) })),
    // What the campaign that is over says of what it comes from: the evidence for changing it.
    past: await pastOf(db, measure.origins),
    pastElsewhere: measure.origins.slice(MOST_PAST).map((origin) => ({
      href: pastAddress(origin),
      label: words.pastOf(editionNamed(origin.edition), origin.measure),
    })),
    next: place === -1 ? null : (living[place + 1]?.id ?? null),
    // From the announcement on, readers see what the workbench has now beside what was asked.
    consulted: (await stores.consultations.ofDraft(id)).at(-1)?.id ?? null,
    saved: event.url.searchParams.has('fait'),
  };
};

async function pastOf(db: Db, origins: readonly Origin[]) {
  return await Promise.all(
    origins.slice(0, MOST_PAST).map(async (origin) => ({
      name: words.pastOf(editionNamed(origin.edition), origin.measure),
      past: await pastCampaign(db, { ...origin, most: MOST_PAST_WORDS }),
    })),
  );
}

/** One that was merged stands in another, `into`, and has no words of its own any more. */
async function measureAsked(stores: Stores, draft: EditionDraft, asked: number | null) {
  const here = draft.measures.find(({ id }) => id === asked);
  if (here !== undefined) return { measure: here, into: null };
  const merged = (await stores.workbench.merged(draft.id)).find(({ id }) => id === asked);
  if (merged === undefined) return null;
  const { into, ...kept } = merged;
  const measure: DraftMeasure = { ...kept, number: null, words: null, notes: [] };
  return { measure, into };
}

/** The editions that a collective maps a measure to, and the numbers in each: those of the country, and where it comes from. */
function mappedTo({ basedOn }: EditionDraft, { origins }: Pick<DraftMeasure, 'origins'>) {
  const named = [...(basedOn === null ? [] : [basedOn]), ...origins.map(({ edition }) => edition)];
  return [...new Set([...named, ...nationalEditions().map(({ id }) => id)])].map((edition) => ({
    edition,
    label: words.mappedIn(editionById(edition) ?? { title: edition, year: null }),
    numbers: numbersIn(origins, edition),
  }));
}

type Opened = Awaited<ReturnType<typeof actOnDraft>> & { readonly measure: number; readonly form: FormData };
type MeasureEvent = Parameters<NonNullable<Actions[string]>>[0];

async function actOnMeasure(event: MeasureEvent): Promise<Opened> {
  const opened = await actOnDraft(event);
  return { ...opened, measure: idIn(event.params.measure) ?? error(404), form: await event.request.formData() };
}

export const actions: Actions = {
  write: async (event) => {
    const { person, stores, id, measure, form } = await actOnMeasure(event);
    const typed = measureTyped(form);
    const chosen = chosenTyped(form);
    const origins = Object.keys(chosen.mapped).length === 0 ? undefined : originsTyped(chosen.mapped);
    if (origins === null) return fail(400, { ...refused('correspondances', words.MAPPED_HINT), typed, chosen });
    const unsaid = namedWithoutLines(typed);
    if (unsaid !== null)
      return fail(400, { ...refused(`niveau-${unsaid}`, words.labelWithoutLines(unsaid)), typed, chosen });
    const request = {
      draft: id,
      measure,
      version: versionIn(form),
      words: wordsTyped(typed),
      reason: reasonTyped(typed),
      themes: Object.fromEntries(Object.entries(chosen.themes).filter(([, theme]) => theme !== '')),
      notes: new Map(
        Object.entries(chosen.notes)
          .filter(([, said]) => said !== '')
          .map(([note, said]) => [note, said === 'oui']),
      ),
      ...(origins === undefined ? {} : { origins }),
    };
    const done = await writeMeasure(stores, person, request, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/mesures/${measure}?fait`);
    if (done.refusal.kind === 'unknown-edition-draft') error(404);
    const problem = sayWorkbenchRefusal(done.refusal);
    if (done.refusal.kind !== 'measure-changed-meanwhile') {
      const where = FIELDS[done.refusal.kind] ?? 'titre';
      return fail(400, { ...refused(where, problem), typed, chosen });
    }
    const theirs = (await stores.workbench.find(id))?.measures.find((one) => one.id === measure)?.words ?? null;
    const stale = theirs === null ? null : differencesOf([theirs], request.words);
    return fail(409, {
      ...refused('mots', problem),
      ...{ typed, chosen, stale, isStale: true, version: done.refusal.version },
    });
  },
  split: async (event) => {
    const { person, stores, id, measure, form } = await actOnMeasure(event);
    const request = { draft: id, measure, version: versionIn(form), sending: sendingIn(form) };
    const done = await splitMeasure(stores, person, request, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/mesures/${done.value.id}?fait`);
    return notShaped(done.refusal);
  },
  merge: async (event) => {
    const { person, stores, id, measure, form } = await actOnMeasure(event);
    const [into = 0, intoVersion = 0] = formText(form, 'avec', 22)
      .split('.')
      .map((part) => Number(part) || 0);
    const request = { draft: id, measure, version: versionIn(form), into, intoVersion, sending: sendingIn(form) };
    const done = await mergeMeasures(stores, person, request, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/mesures/${done.value.id}?fait`);
    return notShaped(done.refusal, { into });
  },
  remove: async (event) => {
    const { person, stores, id, measure, form } = await actOnMeasure(event);
    const reason = reasonTyped({ reason: formText(form, 'motif', 10_000) });
    const request = { draft: id, measure, version: versionIn(form), reason, sending: sendingIn(form) };
    const done = await removeMeasure(stores, person, request, new Date());
    if (done.ok) redirect(303, `/atelier/${id}?fait#retirees`);
    return notShaped(done.refusal, { reason });
  },
  restore: async (event) => {
    const { person, stores, id, measure, form } = await actOnMeasure(event);
    const done = await restoreMeasure(stores, person, { draft: id, measure, sending: sendingIn(form) }, new Date());
    if (done.ok) redirect(303, `/atelier/${id}/mesures/${measure}?fait`);
    return notShaped(done.refusal);
  },
};

const FIELDS: Readonly<Record<string, string>> = {
  'unknown-theme': 'themes',
  'unknown-origin': 'correspondances',
  'unknown-draft-measure': 'retiree',
};

type Refused = {
  readonly where: string;
  readonly problem: string;
  readonly typed: MeasureTyped | null;
  readonly chosen: MeasureChosen | null;
  readonly stale: MeasureDifferences | null;
  readonly version: number;
  /** Somebody saved first. */
  readonly isStale: boolean;
  /** What was asked of the whole measure. `into`: with which to merge it, 0: none. */
  readonly kept: { readonly reason: string | null; readonly into: number };
};

function refused(where: string, problem: string): Refused {
  const kept = { reason: null, into: 0 };
  return { where, problem, typed: null, chosen: null, stale: null, version: 0, isStale: false, kept };
}

function notShaped(refusal: CannotShape, { reason = null, into = 0 }: Partial<Refused['kept']> = {}) {
  const isStale = refusal.kind === 'measure-rewritten';
  const where = isStale && refusal.which === 'this' ? 'titre' : 'autres';
  return fail(isStale ? 409 : 400, {
    ...refused(where, sayWorkbenchRefusal(refusal)),
    isStale,
    kept: { reason, into },
  });
}

/** A form that does not say what it has read has read nothing. */
function versionIn(form: FormData): number {
  return Number(formText(form, 'version', 10)) || 0;
}
