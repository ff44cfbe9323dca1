import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { ADVISED_MEMBERS } from '#domain/collective/collective.ts';
import type { Result } from '#domain/shared/result.ts';
import { formText } from '#server/http/form-text.ts';
import { sayCollectiveRefusal, statusOf, type CollectiveRefusal } from '#ui/messages/collectives/refusals.fr.ts';
import {
  answerCoordinatorRemoval,
  askCoordinatorRemoval,
  giveUpCoordination,
  nameCoordinator,
} from '#use-cases/collectives/hand-over.ts';
import { sayNamesake } from '#use-cases/collectives/check-members.ts';
import { inviteMember, takeBackInvitation } from '#use-cases/collectives/invite-member.ts';
import { answerJoinRequest } from '#use-cases/collectives/join-collective.ts';
import { chooseOwnName, leaveCollective, removeMember } from '#use-cases/collectives/leave-collective.ts';
import { answerTakeover } from '#use-cases/collectives/take-over.ts';
import { actInSpace, enterSpace } from './enter.ts';

export const load: PageServerLoad = async (event) => {
  const { stores, id, person, member, collective, space } = await enterSpace(event);
  const coordinates = space.coordinates;
  const now = new Date();
  const [members, requests, invitations, removals, takeovers] = await Promise.all([
    stores.collectives.members(id),
    coordinates ? stores.joining.requests(id) : [],
    coordinates ? stores.joining.invitations(id) : [],
    coordinates ? stores.coordination.removals(id) : [],
    coordinates && collective.state === 'active' ? stores.coordination.takeoversPutTo(id) : [],
  ]);
  const nameOf = (who: string): string => members.find((other) => other.person === who)?.name ?? '';
  const asleep = await Promise.all(takeovers.map(async (put) => await stores.collectives.find(put.collective)));
  return {
    space,
    saved: event.url.searchParams.has('fait'),
    few: members.length < ADVISED_MEMBERS,
    own: { name: member.name, public: member.namePublic },
    members: members.map((other) => ({
      person: other.person,
      name: other.name,
      coordinates: other.role === 'coordinator',
      namePublic: other.namePublic,
      joinedAt: other.joinedAt,
      you: other.person === person.id,
      // Who may be on a list is disclosed to the person and to the coordinators.
      flagged:
        other.flagged !== null && (coordinates || other.person === person.id)
          ? { lists: other.flagged.lists.map(({ name }) => name), namesake: other.flagged.namesake }
          : null,
    })),
    requests: requests.map(({ id: number, name, message, askedAt, lists }) => ({
      id: number,
      name,
      message,
      askedAt,
      lists: lists.map((list) => list.name),
    })),
    invitations: invitations.flatMap(({ id: number, email, expiresAt, usedAt, withdrawnAt }) =>
      email === null || usedAt !== null || withdrawnAt !== null || expiresAt <= now
        ? []
        : [{ id: number, email, expiresAt }],
    ),
    removals: removals.map((removal) => ({
      id: removal.id,
      asker: nameOf(removal.askedBy),
      person: nameOf(removal.person),
      reason: removal.reason,
      aboutYou: removal.person === person.id,
      yours: removal.askedBy === person.id,
      said: removal.voices.some((voice) => voice.person === person.id),
    })),
    takeovers: takeovers.map((put, place) => ({ id: put.id, message: put.message, name: asleep[place]?.name ?? '' })),
  };
};

export const actions: Actions = {
  invite: act(({ stores, person, id, form, now }) =>
    inviteMember(stores, person, { collective: id, email: formText(form, 'email', 300) }, now),
  ),
  'take-back': act(({ stores, person, id, form, now }) =>
    takeBackInvitation(stores, person, { collective: id, invitation: numberOf(form, 'invitation') }, now),
  ),
  answer: act(({ stores, person, id, form, now }) => {
    const request = { collective: id, request: numberOf(form, 'request'), accepted: form.get('answer') === 'yes' };
    return answerJoinRequest(stores, person, request, now);
  }),
  name: act(({ stores, person, id, form, now }) =>
    nameCoordinator(stores, person, { collective: id, person: formText(form, 'person', 100) }, now),
  ),
  'give-up': act(({ stores, person, id, now }) => giveUpCoordination(stores, person, { collective: id }, now)),
  namesake: act(({ stores, person, id, form, now }) =>
    sayNamesake(stores, person, { collective: id, person: formText(form, 'person', 100) }, now),
  ),
  remove: act(({ stores, person, id, form, now }) => {
    const request = { collective: id, person: formText(form, 'person', 100), reason: formText(form, 'reason', 10_000) };
    return removeMember(stores, person, request, now);
  }),
  contest: act(({ stores, person, id, form, now }) => {
    const request = { collective: id, person: formText(form, 'person', 100), reason: formText(form, 'reason', 10_000) };
    return askCoordinatorRemoval(stores, person, request, now);
  }),
  voice: act(({ stores, person, id, form, now }) => {
    const request = { collective: id, removal: numberOf(form, 'removal'), agrees: form.get('answer') === 'yes' };
    return answerCoordinatorRemoval(stores, person, request, now);
  }),
  takeover: act(({ stores, person, id, form, now }) => {
    const request = { neighbour: id, takeover: numberOf(form, 'takeover'), accepted: form.get('answer') === 'yes' };
    return answerTakeover(stores, person, request, now);
  }),
  'own-name': act(({ stores, person, id, form, now }) => {
    const request = { collective: id, name: formText(form, 'own-name', 500), public: form.has('name-public') };
    return chooseOwnName(stores, person, request, now);
  }),
  leave: async (event) => {
    const { stores, person, id } = await actInSpace(event);
    const left = await leaveCollective(stores, person, { collective: id }, new Date());
    if (left.ok) redirect(303, left.value.closed ? '/compte' : `/collectifs/${String(id)}`);
    return refused(left.refusal, 'leave');
  },
};

type Given = Awaited<ReturnType<typeof actInSpace>> & { readonly form: FormData; readonly now: Date };

/** Done, the page is asked again: a form sent twice does nothing twice. */
function act(work: (given: Given) => Promise<Result<unknown, CollectiveRefusal>>) {
  return async (event: RequestEvent) => {
    const given = await actInSpace(event);
    const form = await event.request.formData();
    const done = await work({ ...given, form, now: new Date() });
    if (done.ok) redirect(303, `${event.url.pathname}?fait`);
    return refused(done.refusal, [...event.url.searchParams.keys()][0]?.slice(1) ?? '');
  };
}

function refused(refusal: CollectiveRefusal, where: string) {
  if (refusal.kind === 'unknown-collective') error(404);
  return fail(statusOf(refusal), { where, problem: sayCollectiveRefusal(refusal) });
}

function numberOf(form: FormData, name: string): number {
  const number = Number(formText(form, name, 12));
  return Number.isSafeInteger(number) ? number : 0;
}
