import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import type { Result } from '#domain/shared/result.ts';
import { formText } from '#server/http/form-text.ts';
import { sayReviewRefusal, statusOfRefusal, type ReviewRefusal } from '#ui/messages/reviews/refusals.fr.ts';
import { countsOf, isShown, shownIn } from '#ui/review-work/rows.ts';
import { workHead } from '#ui/review-work/head.ts';
import { renewEntries } from '#use-cases/reviews/renew-entries.ts';
import { assignPromises, giveUpReview, takeUpReview } from '#use-cases/reviews/share-work.ts';
import { actInReview, enterWork, hiddenWhenUnknown } from './enter.ts';

export const load: PageServerLoad = async (event) => {
  const work = await enterWork(event);
  const { rows, members, nameOf, person, coordinates, isOpen } = work;
  const shown = shownIn(event.url.searchParams.get('voir'));
  const first = rows.find(({ progress, mine, who }) => progress !== 'ready' && (mine || who === null));
  const waiting = first ?? rows.find(({ progress }) => progress !== 'ready') ?? null;
  return {
    head: workHead(work),
    state: work.review.state.kind,
    isOpen,
    coordinates,
    shown,
    rows: rows.filter((row) => isShown(row, shown)),
    counts: countsOf(rows),
    waiting: waiting?.item ?? null,
    members: members.map(({ person: account }) => ({ account, name: nameOf(account), me: account === person.id })),
    team: members
      .map(({ person: account }) => {
        const own = rows.filter((row) => row.account === account);
        return {
          name: nameOf(account),
          all: own.length,
          left: own.filter(({ progress }) => progress !== 'ready').length,
        };
      })
      .filter(({ all }) => all > 0),
    free: rows.filter(({ who }) => who === null).length,
    done: event.url.searchParams.get('fait'),
    renewed: {
      renewed: Number(event.url.searchParams.get('repris') ?? 0),
      left: Number(event.url.searchParams.get('laisses') ?? 0),
    },
  };
};

export const actions: Actions = {
  attribuer: async (event) => {
    const { stores, person, id } = await actInReview(event);
    const form = await event.request.formData();
    const to = formText(form, 'person', 100);
    const request = { review: id, items: itemsIn(form), person: to === '' ? null : to };
    return finished(event, await assignPromises(stores, person, request, new Date()), form);
  },
  reprendre: async (event) => {
    const { stores, person, id } = await actInReview(event);
    const form = await event.request.formData();
    const renewed = await renewEntries(stores, person, { review: id, items: itemsIn(form) }, new Date());
    if (!renewed.ok) return refused(renewed.refusal, form);
    redirect(303, `${event.url.pathname}?fait&repris=${renewed.value.renewed}&laisses=${renewed.value.left}`);
  },
  abandonner: async (event) => {
    const { stores, person, id } = await actInReview(event);
    return finished(event, await giveUpReview(stores, person, { review: id }, new Date()), new FormData());
  },
  rouvrir: async (event) => {
    const { stores, person, id } = await actInReview(event);
    return finished(event, await takeUpReview(stores, person, { review: id }, new Date()), new FormData());
  },
};

function finished({ url }: RequestEvent, done: Result<unknown, ReviewRefusal>, form: FormData) {
  if (done.ok) redirect(303, `${url.pathname}?fait`);
  return refused(done.refusal, form);
}

function refused(refusal: ReviewRefusal, form: FormData) {
  hiddenWhenUnknown(refusal);
  return fail(statusOfRefusal(refusal), { problem: sayReviewRefusal(refusal), chosen: itemsIn(form) });
}

function itemsIn(form: FormData): readonly string[] {
  return form.getAll('item').flatMap((value) => (typeof value === 'string' ? [value.slice(0, 20)] : []));
}
