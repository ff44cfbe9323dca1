import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { sendingIn } from '#server/http/sending.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { questionsOf } from '#server/storage/follow-up-questions.ts';
import { minutesState } from '#ui/committee/committee-shown.ts';
import { meetingWords, NO_MEETING_TYPED, typedMeeting } from '#ui/committee/meeting-form.ts';
import { questionLine } from '#ui/events/question-line.ts';
import { sayCommitteeRefusal, statusOf, type CommitteeRefusal } from '#ui/messages/committee/refusals.fr.ts';
import { BAD_TIME } from '#ui/messages/committee/space.fr.ts';
import { sayEventRefusal, statusOf as eventStatus } from '#ui/messages/events/refusals.fr.ts';
import { callMeeting } from '#use-cases/committee/meet.ts';
import { acceptCommittee, closeCommittee, proposeCommittee } from '#use-cases/committee/propose-committee.ts';
import { mayPropose, seeCommittees } from '#use-cases/committee/see-committee.ts';
import { leaveCommittee, nameCommitteeMember, removeCommitteeMember } from '#use-cases/committee/sit-in-committee.ts';
import { askInCommittee } from '#use-cases/events/ask-question.ts';
import { followUpPlace } from '../../follow-up-place.ts';
import { committeeAsked, seatLine } from './committee-asked.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db, stores, place, code, address } = await followUpPlace(event);
  const [seen, proposing, pact, promises] = await Promise.all([
    seeCommittees(stores, person, { place: code }),
    mayPropose(stores, person, { place: code }),
    stores.committees.hasPact(code),
    promiseLines(db, place),
  ]);
  if (seen.length === 0 && proposing === null) error(404);
  const shown = committeeAsked(event.url, seen);
  const living = new Set(seen.flatMap(({ committee }) => (committee.state === 'closed' ? [] : [committee.collective])));
  const questions = shown === null ? [] : await questionsOf(db, code, { open: true });
  return {
    ...{ place, address, pact },
    saved: event.url.searchParams.get('fait'),
    others: seen.filter((one) => one !== shown).map(({ committee, collective }) => ({ id: committee.id, collective })),
    propose: proposing?.collectives.filter(({ id }) => !living.has(id)) ?? [],
    mayPropose:
      proposing !== null &&
      (proposing.collectives.length === 0 || proposing.collectives.some(({ id }) => !living.has(id))),
    shown:
      shown === null
        ? null
        : {
            ...{ id: shown.committee.id, state: shown.committee.state, voice: shown.voice, may: shown.may },
            ...{ collective: shown.collective, proposed: shown.committee.proposed, closed: shown.committee.closed },
            seats: shown.members.filter(({ left }) => left === null).map((member) => seatLine(member, shown.voice)),
            meetings: (await stores.committees.meetings.of(shown.committee.id)).map(
              ({ number, startsAt, endsAt, zone, location, cancelledAt, minutes }) => ({
                ...{ number, startsAt, endsAt, zone, location },
                cancelled: cancelledAt !== null,
                minutes: minutesState({ minutes, startsAt }, new Date()),
              }),
            ),
            questions: questions
              .filter(({ committee }) => committee === shown.committee.id)
              .map((question) => questionLine(question, { place: place.kind, promise: promises.of })),
          },
    promises: promises.all,
    typedMeeting: NO_MEETING_TYPED,
  };
};

export const actions: Actions = {
  proposer: async (event) => {
    const { stores, person, code, form } = await acting(event);
    const collective = Number(formText(form, 'collective', 10));
    const words = formText(form, 'words', 8000);
    const request = { place: code, collective: collective > 0 ? collective : null, words };
    const proposed = await proposeCommittee(stores, person, request, new Date());
    if (proposed.ok) redirect(303, `${event.url.pathname}?comite=${proposed.value.id}&fait=propose`);
    return refused(proposed.refusal, 'proposer', { words });
  },
  accepter: async (event) => {
    const { stores, person, about } = await acting(event);
    const accepted = await acceptCommittee(stores, person, about, new Date());
    return accepted.ok ? done(event, 'accepte') : refused(accepted.refusal, 'accepter');
  },
  clore: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const reason = formText(form, 'reason', 8000);
    const closed = await closeCommittee(stores, person, { ...about, reason }, new Date());
    return closed.ok ? done(event, 'clos') : refused(closed.refusal, 'clore', { reason });
  },
  nommer: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const typed = {
      quality: formText(form, 'quality', 20),
      name: formText(form, 'name', 500),
      organisation: formText(form, 'organisation', 500),
      email: formText(form, 'email', 300),
    };
    const named = await nameCommitteeMember(stores, person, { ...about, ...typed }, new Date());
    return named.ok ? done(event, 'nomme') : refused(named.refusal, 'nommer', typed);
  },
  retirer: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const member = Number(formText(form, 'member', 10));
    const removed = await removeCommitteeMember(stores, person, { ...about, member }, new Date());
    return removed.ok ? done(event, 'retire') : refused(removed.refusal, 'retirer');
  },
  quitter: async (event) => {
    const { stores, person, about, address } = await acting(event);
    const left = await leaveCommittee(stores, person, about, new Date());
    if (left.ok) redirect(303, `${address}/comite`);
    return refused(left.refusal, 'quitter');
  },
  seance: async (event) => {
    const { stores, person, about, form, zone } = await acting(event);
    const meeting = typedMeeting(form);
    const words = meetingWords(meeting, zone);
    if (words === null) return fail(400, { at: 'seance', problem: BAD_TIME, meeting, typed: {} });
    const request = { ...about, ...words, sending: sendingIn(form) };
    const called = await callMeeting(stores, person, request, new Date());
    return called.ok ? done(event, 'seance') : refused(called.refusal, 'seance', {}, meeting);
  },
  question: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const [words, item] = [formText(form, 'words', 4000), formText(form, 'item', 20)];
    const visibility = form.get('isPublic') === 'oui' ? 'public' : 'private';
    const asking = { ...about, words, item: item === '' ? null : item, visibility } as const;
    const request = { ...asking, sending: sendingIn(form) };
    const asked = await askInCommittee(stores, person, request, new Date());
    if (asked.ok) return done(event, 'question');
    const problem = sayEventRefusal(asked.refusal);
    return fail(eventStatus(asked.refusal), { at: 'question', problem, meeting: null, typed: { words } });
  },
};

type Acting = Asking & Parameters<typeof followUpPlace>[0];

async function acting(event: Acting) {
  const person = await requirePerson(event);
  const opened = await followUpPlace(event);
  const form = await event.request.formData();
  const committee = Number(formText(form, 'committee', 10));
  return { ...opened, person, form, about: { place: opened.code, committee } };
}

function done({ url }: { readonly url: URL }, what: string): never {
  const asked = url.searchParams.get('comite');
  const which = asked !== null && /^\d{1,9}$/.test(asked) ? `comite=${asked}&` : '';
  redirect(303, `${url.pathname}?${which}fait=${what}`);
}

function refused(
  refusal: CommitteeRefusal,
  at: string,
  typed: Readonly<Record<string, string>> = {},
  meeting: ReturnType<typeof typedMeeting> | null = null,
) {
  if (refusal.kind === 'unknown-committee') error(404);
  return fail(statusOf(refusal), { at, typed, meeting, problem: sayCommitteeRefusal(refusal) });
}
