import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { emptyEntry } from '#domain/review/review-entry.ts';
import type { StoredEntry } from '#domain/review/stored-entry.ts';
import { refuse } from '#domain/shared/result.ts';
import { isSignedOutAct } from '#server/accounts/signed-out-actor.ts';
import { readEvidence, tooMuchEvidence } from '#server/follow-up/read-evidence.ts';
import { slotAsked, typedProofs, withSlot } from '#ui/follow-up/evidence-form.ts';
import { evidenceShown } from '#ui/follow-up/voices-shown.ts';
import { sayReviewRefusal, statusOfRefusal, type ReviewRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { entryOf, fieldsOf, formTyped, type EntryForm } from '#ui/review-work/entry-form.ts';
import { workHead } from '#ui/review-work/head.ts';
import { threadLink } from '#ui/review-work/thread-link.ts';
import { enterReview } from '#use-cases/reviews/enter-review.ts';
import { renewEntries } from '#use-cases/reviews/renew-entries.ts';
import { forgetTyped, saveEntry } from '#use-cases/reviews/save-entry.ts';
import { assignPromises } from '#use-cases/reviews/share-work.ts';
import { enterWork, hiddenWhenUnknown } from '../enter.ts';
import { dayHere, entryPage, levelsToCheck, proposalFor } from './entry-page.ts';

export const load: PageServerLoad = async (event) => {
  if (await isSignedOutAct(event)) return { signedOut: true as const, page: null };
  const work = await enterWork(event);
  const { rows, pact } = work;
  const promise = pact.promises.find(({ item }) => item === event.params.item) ?? error(404);
  const row = rows.find(({ item }) => item === promise.item) ?? error(404);
  const saved = rows.find(({ item }) => item === event.url.searchParams.get('fait')) ?? null;
  return {
    signedOut: false as const,
    page: {
      ...(await entryPage(work, promise, new Date())),
      head: workHead(work),
      review: work.id,
      me: work.person.id,
      row,
      isOpen: work.isOpen,
      state: work.review.state.kind,
      thread: threadLink(pact.place, { edition: pact.edition, item: promise.item }),
      assess: `/pactes/${pact.id}/suivi/${promise.item}`,
      all: rows.length,
      saved,
    },
  };
};

/** What comes back with a refusal: the form as it was typed, to be shown again. */
type Back = {
  readonly form: EntryForm;
  readonly problem: string | null;
  readonly wrong: number | null;
  readonly proposal: ReturnType<typeof proposalFor>;
  readonly stale: ReturnType<typeof staleFrom> | null;
};

export const actions: Actions = {
  enregistrer: async (event) => {
    const form = await event.request.formData().catch(() => null);
    // Past what the site takes at once, nothing of it came.
    if (form === null) return refusedPlainly({ kind: 'form-too-big' });
    if (await isSignedOutAct(event)) return fail(401, { signedOut: fieldsOf(form), back: null });
    const work = await enterWork(event);
    const { stores, person, pact, edition, id } = work;
    const promise = pact.promises.find(({ item }) => item === event.params.item) ?? error(404);
    const levels = levelsToCheck(promise, edition);
    const now = new Date();
    const today = await dayHere(stores, pact.place, now);
    const entered = await enterReview(stores, person, { act: 'fill-review', id, lock: false });
    // Whoever may not fill it in now keeps no file here either.
    const refusedFirst: ReviewRefusal | null = !entered.ok
      ? entered.refusal
      : tooMuchEvidence(event)
        ? { kind: 'too-many-files' }
        : null;
    const { typed, evidence } =
      refusedFirst === null
        ? await readEvidence(form, { stores, person: person.id, today, now })
        : { typed: typedProofs(form), evidence: refuse(refusedFirst) };
    const shown: EntryForm = { ...formTyped(form, { levels }), evidence: typed };
    const proposal = proposalFor(shown, levels);
    const shownAgain = (given: Partial<Back>) => ({
      signedOut: null,
      back: { form: shown, problem: null, wrong: null, proposal, stale: null, ...given } satisfies Back,
    });

    if (refusedFirst !== null) return refused(refusedFirst);
    const slot = slotAsked(form);
    if (slot !== null) return shownAgain({ form: { ...shown, evidence: withSlot(typed, slot) } });
    if (form.has('proposer')) return shownAgain({ form: proposal === null ? shown : filledIn(shown, proposal) });
    if (!evidence.ok) return refused(evidence.refusal);
    const words = entryOf(shown, { levels, evidence: evidence.value });
    const request = { review: id, item: promise.item, version: shown.version, words };
    const saved = await saveEntry(stores, person, request, now);
    if (!saved.ok) return refused(saved.refusal);
    return onward(event, { work, item: promise.item, stays: form.get('act') === 'rester' });

    function refused(refusal: ReviewRefusal) {
      hiddenWhenUnknown(refusal);
      const stale = refusal.kind === 'stale-entry' ? staleFrom(refusal.theirs, work.nameOf) : null;
      const given = {
        // Read and sent again, it takes the place of what was just shown.
        form: stale === null ? shown : { ...shown, version: stale.version },
        problem: sayReviewRefusal(refusal),
        wrong: 'which' in refusal ? refusal.which : null,
        stale,
      };
      return fail(statusOfRefusal(refusal), shownAgain(given));
    }
  },

  'toujours-exact': async (event) => {
    const work = await enterWork(event);
    const request = { review: work.id, items: [event.params.item] };
    const renewed = await renewEntries(work.stores, work.person, request, new Date());
    if (renewed.ok) return onward(event, { work, item: event.params.item, stays: false });
    return refusedPlainly(renewed.refusal);
  },

  attribuer: async (event) => {
    const { stores, person, id } = await enterWork(event);
    const form = await event.request.formData();
    const request = { review: id, items: [event.params.item], person: form.has('a-moi') ? person.id : null };
    const assigned = await assignPromises(stores, person, request, new Date());
    if (!assigned.ok) return refusedPlainly(assigned.refusal);
    redirect(303, event.url.pathname);
  },

  /** Nothing is said of it any more; what was said stays among its versions. */
  vider: async (event) => {
    const { stores, person, id, pact, entries } = await enterWork(event);
    const { item } = event.params;
    const now = new Date();
    const version = entries.find((entry) => entry.item === item)?.version ?? 0;
    const words = emptyEntry(await dayHere(stores, pact.place, now));
    const saved = await saveEntry(stores, person, { review: id, item, version, words }, now);
    if (!saved.ok) return refusedPlainly(saved.refusal);
    redirect(303, event.url.pathname);
  },

  /** What was typed and not saved is forgotten: the person says so. */
  oublier: async (event) => {
    const { stores, person, id } = await enterWork(event);
    const forgotten = await forgetTyped(stores, person, { review: id, item: event.params.item });
    if (!forgotten.ok) return refusedPlainly(forgotten.refusal);
    redirect(303, event.url.pathname);
  },
};

/** The next promise that waits, or the list when none does; this page again when asked. */
function onward(
  event: RequestEvent,
  { work, item, stays }: { work: Awaited<ReturnType<typeof enterWork>>; item: string; stays: boolean },
): never {
  const after = work.rows.map((row) => (row.item === item ? { ...row, progress: 'ready' as const } : row));
  const here = after.findIndex((row) => row.item === item);
  const round = [...after.slice(here + 1), ...after.slice(0, here)];
  const waiting = round.filter(({ progress }) => progress !== 'ready');
  const next = waiting.find(({ mine }) => mine) ?? waiting.find(({ who }) => who === null) ?? waiting[0];
  if (stays) redirect(303, `${event.url.pathname}?fait=${item}`);
  redirect(303, next === undefined ? `${work.home}?fait=${item}` : `${work.home}/${next.item}?fait=${item}`);
}

function refusedPlainly(refusal: ReviewRefusal) {
  hiddenWhenUnknown(refusal);
  return fail(statusOfRefusal(refusal), { signedOut: null, back: null, plain: sayReviewRefusal(refusal) });
}

/** The proposal fills in what is empty, and changes nothing that somebody wrote. */
function filledIn(form: EntryForm, proposal: NonNullable<ReturnType<typeof proposalFor>>): EntryForm {
  return {
    ...form,
    status: proposal.status ?? form.status,
    levels: { ...form.levels, ...Object.fromEntries(proposal.levels.map(({ level, status }) => [level, status])) },
    sentence: form.sentence.trim() === '' ? proposal.sentence : form.sentence,
  };
}

function staleFrom(theirs: StoredEntry | null, nameOf: (person: string) => string) {
  return {
    version: theirs?.version ?? 0,
    name: theirs === null ? '' : nameOf(theirs.by),
    status: theirs?.words.status ?? null,
    sentence: theirs?.words.sentence ?? '',
    evidence: evidenceShown(theirs?.words.evidence ?? [], { files: '' }).map(({ line, quotation }) => ({
      line,
      quotation,
    })),
  };
}
