import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { agreeing } from '#domain/committee/minutes.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { sendingIn } from '#server/http/sending.ts';
import { promiseLines } from '#server/promise-lines.ts';
import { meetingTyped, meetingWords, typedMeeting } from '#ui/committee/meeting-form.ts';
import { minutesTyped, minutesWords, typedMinutes, withSpareRows } from '#ui/committee/minutes-form.ts';
import { sayCommitteeRefusal, statusOf, type CommitteeRefusal } from '#ui/messages/committee/refusals.fr.ts';
import { BAD_TIME } from '#ui/messages/committee/space.fr.ts';
import { agreeMinutes, writeMinutes } from '#use-cases/committee/agree-minutes.ts';
import { cancelMeeting, changeMeeting, proposeAgendaItem, takeOffAgenda } from '#use-cases/committee/meet.ts';
import { settleDecision } from '#use-cases/committee/settle-decision.ts';
import { followUpPlace } from '../../../follow-up-place.ts';
import { meetingAsked, type MeetingEvent } from './meeting-asked.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores, place, code, address, committee, meeting, own, agreed, maySettle } = await meetingAsked(event);
  if (own !== null) keepPrivate(event.setHeaders);
  const [promises, edition] = await Promise.all([promiseLines(db, place), stores.committees.editionHere(code)]);
  const { minutes, agenda, ...when } = meeting;
  const decided = [...new Set(minutes?.content.decisions.flatMap(({ items }) => items) ?? [])];
  return {
    ...{ place, address, agreed, maySettle },
    meeting: {
      ...{ number: when.number, startsAt: when.startsAt, endsAt: when.endsAt, zone: when.zone },
      location: own === null && !when.open ? null : when.location,
      cancelled: when.cancelledAt !== null,
      begun: when.startsAt <= new Date(),
    },
    minutes: minutes?.content ?? null,
    agreedAt: minutes?.agreedAt ?? null,
    standings: minutes?.standings ?? [],
    promise: Object.fromEntries(decided.map((item) => [item, promises.of(edition ?? '', item)])),
    own:
      own === null
        ? null
        : {
            ...{ committee: committee.id, voice: own.voice, may: own.may, state: committee.state },
            agenda: agenda.map((item) => ({
              ...item,
              promise: item.about === null ? null : promises.of(item.about.edition, item.about.item),
              mayTakeOff: item.proposedAs === 'member' ? own.voice !== null : item.proposedAs === own.voice,
            })),
            revision: when.revision,
            typedMeeting: meetingTyped(when),
            minutesRevision: minutes?.revision ?? 0,
            typedMinutes: minutesTyped(minutes?.content ?? null),
            yes: minutes === null ? [] : agreeing(minutes.said, minutes.revision),
            promises: promises.all,
            edition,
            saved: event.url.searchParams.get('fait'),
          },
  };
};

export const actions: Actions = {
  point: async (event) => {
    const { stores, person, about, form, edition } = await acting(event);
    const [words, item] = [formText(form, 'words', 2000), formText(form, 'item', 20)];
    const on = item === '' || edition === null ? null : { edition, item };
    const request = { ...about, words, about: on, sending: sendingIn(form) };
    const proposed = await proposeAgendaItem(stores, person, request, new Date());
    return proposed.ok ? done(event, 'point') : refused(proposed.refusal, 'point', { words });
  },
  'retirer-point': async (event) => {
    const { stores, person, about, form } = await acting(event);
    const item = Number(formText(form, 'agenda-item', 10));
    const taken = await takeOffAgenda(stores, person, { ...about, item }, new Date());
    return taken.ok ? done(event, 'point') : refused(taken.refusal, 'point');
  },
  changer: async (event) => {
    const { stores, person, about, form, zone } = await acting(event);
    const meeting = typedMeeting(form);
    const words = meetingWords(meeting, zone);
    if (words === null) return fail(400, { at: 'changer', problem: BAD_TIME, words: '', meeting, minutes: null });
    const revision = Number(formText(form, 'revision', 10));
    const changed = await changeMeeting(stores, person, { ...about, ...words, revision }, new Date());
    return changed.ok ? done(event, 'seance') : refused(changed.refusal, 'changer', { meeting });
  },
  annuler: async (event) => {
    const { stores, person, about } = await acting(event);
    const cancelled = await cancelMeeting(stores, person, about, new Date());
    return cancelled.ok ? done(event, 'annulee') : refused(cancelled.refusal, 'annuler');
  },
  ecrire: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const typed = typedMinutes(form);
    const revision = Number(formText(form, 'revision', 10));
    const request = { ...about, revision, content: minutesWords(typed) };
    const written = await writeMinutes(stores, person, request, new Date());
    if (written.ok) done(event, 'ecrit');
    const minutes = { ...typed, decisions: withSpareRows(typed.decisions) };
    return refused(written.refusal, 'ecrire', { minutes });
  },
  approuver: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const revision = Number(formText(form, 'revision', 10));
    const agreed = await agreeMinutes(stores, person, { ...about, revision }, new Date());
    return agreed.ok ? done(event, agreed.value.agreed ? 'public' : 'approuve') : refused(agreed.refusal, 'approuver');
  },
  decision: async (event) => {
    const { stores, person, about, form } = await acting(event);
    const decision = Number(formText(form, 'decision', 10));
    const [seen, state] = [formText(form, 'seen', 20), formText(form, 'state', 20)];
    const settled = await settleDecision(stores, person, { ...about, decision, seen, state }, new Date());
    return settled.ok ? done(event, 'decision') : refused(settled.refusal, 'decision');
  },
};

async function acting(event: MeetingEvent) {
  const person = await requirePerson(event);
  const opened = await followUpPlace(event);
  const asked = /^([1-9]\d{0,8})-([1-9]\d{0,5})$/.exec(event.params.meeting) ?? error(404);
  const about = { place: opened.code, committee: Number(asked[1]), meeting: Number(asked[2]) };
  const edition = await opened.stores.committees.editionHere(opened.code);
  return { ...opened, person, about, edition, form: await event.request.formData() };
}

function done({ url }: { readonly url: URL }, what: string): never {
  redirect(303, `${url.pathname}?fait=${what}`);
}

type Typed = {
  readonly words?: string;
  readonly meeting?: ReturnType<typeof typedMeeting>;
  readonly minutes?: ReturnType<typeof typedMinutes>;
};

function refused(refusal: CommitteeRefusal, at: string, typed: Typed = {}) {
  if (refusal.kind === 'unknown-committee' || refusal.kind === 'unknown-meeting') error(404);
  const problem = sayCommitteeRefusal(refusal);
  return fail(statusOf(refusal), { at, problem, words: '', meeting: null, minutes: null, ...typed });
}
