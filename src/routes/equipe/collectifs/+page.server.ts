import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import type { Person } from '#domain/access/gate.ts';
import type { Result } from '#domain/shared/result.ts';
import { formText } from '#server/http/form-text.ts';
import { collectivesToHelp } from '#server/storage/collectives-to-help.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import { sayCollectiveRefusal, statusOf, type CollectiveRefusal } from '#ui/messages/collectives/refusals.fr.ts';
import { UNREADABLE } from '#ui/messages/collectives/team.fr.ts';
import { confirmCollective, declineCollective } from '#use-cases/collectives/confirm-collective.ts';
import { addPlace } from '#use-cases/collectives/describe-collective.ts';
import { nameCoordinator, settleCoordinatorRemoval } from '#use-cases/collectives/hand-over.ts';
import type { Stores } from '#use-cases/stores.ts';
import { enterTeam } from '../team.ts';

export const load: PageServerLoad = async (event) => {
  const { db, stores } = await enterTeam(event, 'see-collectives-to-help');
  const removals = await stores.coordination.allRemovals();
  const all = await collectivesToHelp(db, { also: removals.map(({ collective }) => collective) });
  const nameIn = (collective: number, person: string): string =>
    all.find(({ id }) => id === collective)?.members.find((member) => member.person === person)?.name ?? '';
  return {
    done: event.url.searchParams.has('fait'),
    requested: all.filter(({ state }) => state === 'requested'),
    nobody: all.filter(
      ({ state, members }) => state !== 'requested' && !members.some(({ role }) => role === 'coordinator'),
    ),
    removals: removals.flatMap((removal) => {
      const collective = all.find(({ id }) => id === removal.collective);
      if (collective === undefined) return [];
      return [
        {
          id: removal.id,
          collective: removal.collective,
          name: collective.name,
          asker: nameIn(removal.collective, removal.askedBy),
          person: nameIn(removal.collective, removal.person),
          reason: removal.reason,
        },
      ];
    }),
  };
};

export const actions: Actions = {
  confirm: act(({ stores, person, collective, now }) => confirmCollective(stores, person, { collective }, now)),
  decline: act(({ stores, person, collective, form, now }) =>
    declineCollective(stores, person, { collective, reason: formText(form, 'reason', 10_000) }, now),
  ),
  settle: act(({ stores, person, collective, form, now }) => {
    const removal = Number(formText(form, 'removal', 12)) || 0;
    const request = { collective, removal, removes: form.get('answer') === 'yes' };
    return settleCoordinatorRemoval(stores, person, request, now);
  }),
  name: act(({ stores, person, collective, form, now }) =>
    nameCoordinator(stores, person, { collective, person: formText(form, 'person', 100) }, now),
  ),
  'add-place': async (event) => {
    const { stores, person } = await enterTeam(event, 'see-collectives-to-help');
    const form = await event.request.formData();
    const collective = Number(formText(form, 'collective', 12));
    const code = municipalityCodeIn(formText(form, 'place', 20).trim());
    if (!Number.isSafeInteger(collective) || collective < 1 || code === null)
      return fail(400, { collective: 0, problem: UNREADABLE });
    const request = { collective, place: { kind: 'municipality', code } as const };
    const added = await addPlace(stores, person, request, new Date());
    if (added.ok) redirect(303, `${event.url.pathname}?fait`);
    return fail(statusOf(added.refusal), { collective: 0, problem: sayCollectiveRefusal(added.refusal) });
  },
};

type Given = {
  readonly stores: Stores;
  readonly person: Person;
  readonly collective: number;
  readonly form: FormData;
  readonly now: Date;
};

function act(work: (given: Given) => Promise<Result<unknown, CollectiveRefusal>>) {
  return async (event: RequestEvent) => {
    const { stores, person } = await enterTeam(event, 'see-collectives-to-help');
    const form = await event.request.formData();
    const collective = Number(formText(form, 'collective', 12)) || 0;
    const done = await work({ stores, person, collective, form, now: new Date() });
    if (done.ok) redirect(303, `${event.url.pathname}?fait`);
    return fail(statusOf(done.refusal), { collective, problem: sayCollectiveRefusal(done.refusal) });
  };
}
