import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { holds } from '#domain/bulk-entry/entry-item.ts';
import { LINE_FIELDS } from '#domain/bulk-entry/entry-line.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { itemShown, nextItemToReview } from '#server/storage/bulk-entry-pages.ts';
import { placeRef } from '#server/storage/places.ts';
import { alreadyAt, reasonOf } from '#ui/bulk-entry/item-line.ts';
import * as words from '#ui/messages/bulk-entry.fr.ts';
import { problemLine } from '#ui/messages/bulk-entry-problems.fr.ts';
import { sayBulkEntryRefusal } from '#ui/messages/bulk-entry-refusals.fr.ts';
import { day } from '#ui/messages/format.fr.ts';
import { remains } from '#ui/messages/lire-draft.fr.ts';
import { workFigures } from '#ui/review/figures.ts';
import { claimItem, releaseItem } from '#use-cases/bulk-entry/claim-item.ts';
import { exactList, listNamed, listsFor, namesAnother, publishItem } from '#use-cases/bulk-entry/publish-item.ts';
import { putItemBack, setItemAside } from '#use-cases/bulk-entry/set-aside.ts';
import { seeDraft } from '#use-cases/drafts/see-draft.ts';
import { enterEntry, itemKeyOf } from '../../entry.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

const DONE = { rendu: words.RELEASED, 'mis-de-cote': words.SET_ASIDE_DONE, remis: words.PUT_BACK_DONE } as const;

export const load: PageServerLoad = async (event) => {
  const { db, stores, person, entry, now } = await enterEntry(event);
  const number = /^[1-9]\d{0,8}$/.exec(event.params.item);
  const item =
    (number === null ? null : await itemShown(db, { entry: entry.id, item: Number(number[0]), now })) ?? error(404);
  const seen = item.draft === null ? null : await seeDraft(stores, person, { draft: { id: item.draft } }, now);
  const draft = seen?.ok === true ? seen.value : null;
  const chosen = draft?.choices.place ?? null;
  const [next, lists, place] = await Promise.all([
    nextItemToReview(db, { entry: entry.id, after: item.position, now }),
    draft === null ? [] : listsFor(stores, draft),
    chosen === null ? null : placeRef(db, chosen),
  ]);
  const home = `/equipe/saisies/${entry.id}`;
  const { claim } = item;
  const signatory = draft?.proposals.find(({ kind }) => kind === 'signatory')?.decided ?? null;
  const named = draft === null ? null : listNamed(draft.reading, signatory?.decision ?? null);
  const exact = exactList(lists, { said: item.said, named });
  const done = event.url.searchParams.get('fait') ?? '';
  return {
    entry: { title: entry.filename, home },
    name: words.itemName(item.position),
    state: words.STATE[item.shown],
    reason: reasonOf(item),
    asideBy: item.state === 'set-aside' ? item.asideBy : null,
    seen: alreadyAt(item),
    over: item.state === 'published',
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
    problems: [
      ...item.problems.map(problemLine),
      ...(namesAnother({ said: item.said, named }) ? [words.otherList(item.said.list ?? '', named ?? '')] : []),
    ],
    line: item.line,
    filename: item.filename,
    said: LINE_FIELDS.flatMap((field) => {
      const written = item.said[field];
      return written === undefined ? [] : [{ label: words.FIELD[field], written }];
    }),
    readTitle: words.READ_TITLE[entry.kind],
    read:
      draft === null || draft.reading.kind !== 'pact'
        ? null
        : [
            { label: words.READ_LIST, value: named ?? words.NOT_READ },
            { label: words.READ_LEADER, value: draft.reading.signatory.leader ?? words.NOT_READ },
            { label: words.CHOSEN_PLACE, value: place?.name ?? words.TO_SAY },
            {
              label: words.CHOSEN_CHARTER,
              value: draft.choices.edition === null ? words.TO_SAY : titleOf(draft.choices.edition),
            },
            {
              label: words.CHOSEN_DAY,
              value: draft.choices.signedOn === null ? words.TO_SAY : day(draft.choices.signedOn),
            },
          ],
    remains: draft === null ? [] : remains({ ...workFigures(draft), placeKnown: place !== null }),
    open: item.state === 'read' && item.draft !== null,
    stuck: ['unreadable', 'without-document', 'already-there'].includes(item.state),
    aside: item.state === 'set-aside',
    mine: claim?.by === person.id,
    held: holds(claim, now) && claim.by !== person.id ? words.claimedBy(claim) : null,
    lists: lists.map(({ id, name, leader }) => ({ id, name: leader === null ? name : `${name} (${leader})` })),
    exact: lists.find(({ id }) => id === exact)?.name ?? null,
    next: next === null ? null : `${home}/${next}`,
  };
};

export const actions: Actions = {
  prendre: async (event) => {
    const { stores, person, key } = await itemKeyOf(event);
    const form = await event.request.formData();
    const takeOver = formText(form, 'reprendre') === 'oui';
    const claimed = await claimItem(stores, person, { ...key, takeOver }, new Date());
    if (!claimed.ok) return refused(claimed.refusal);
    redirect(303, `/lire/${claimed.value.token}`);
  },
  rendre: async (event) => {
    const { stores, person, key, home } = await itemKeyOf(event);
    const done = await releaseItem(stores, person, key, new Date());
    if (!done.ok) return refused(done.refusal);
    redirect(303, `${home}/${key.item}?fait=rendu`);
  },
  publier: async (event) => {
    const { stores, person, key, home } = await itemKeyOf(event);
    const form = await event.request.formData();
    const list = listIn(formText(form, 'liste', 20));
    const done = await publishItem(stores, person, { ...key, list, sending: sendingIn(form) }, new Date());
    if (!done.ok) return refused(done.refusal);
    redirect(303, `${home}?publie=${done.value.pact}`);
  },
  ecarter: async (event) => {
    const { stores, person, key, home } = await itemKeyOf(event);
    const form = await event.request.formData();
    const reason = formText(form, 'motif', 2000);
    const done = await setItemAside(stores, person, { ...key, reason }, new Date());
    if (!done.ok) return refused(done.refusal, { reason });
    redirect(303, `${home}/${key.item}?fait=mis-de-cote`);
  },
  remettre: async (event) => {
    const { stores, person, key, home } = await itemKeyOf(event);
    const done = await putItemBack(stores, person, key, new Date());
    if (!done.ok) return refused(done.refusal);
    redirect(303, `${home}/${key.item}?fait=remis`);
  },
};

type Refused = Parameters<typeof sayBulkEntryRefusal>[0];

function refused(refusal: Refused, typed: { readonly reason?: string } = {}) {
  if (refusal.kind === 'unknown-item' || refusal.kind === 'not-allowed') error(404);
  const status = refusal.kind === 'claimed-by-another' || refusal.kind === 'item-moved' ? 409 : 400;
  return fail(status, { ...typed, problem: sayBulkEntryRefusal(refusal) });
}

function listIn(text: string): number | 'none' | 'as-said' {
  if (text === 'aucune') return 'none';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 'as-said';
}

function titleOf(id: string): string {
  const edition = editionById(id);
  return edition === null ? id : editionName(edition);
}
