import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { NATIONAL_COMMITTEES } from '#domain/partners/national-committee.ts';
import { formText } from '#server/http/form-text.ts';
import { seatsAndRules } from '#server/storage/partner-pages.ts';
import { seatLine } from '#ui/messages/partners.fr.ts';
import { DONE } from '#ui/messages/partners-forms.fr.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import { showOwnSeat } from '#use-cases/partners/national-committees.ts';
import { signedIn } from '../../door.ts';

export const load: PageServerLoad = async (event) => {
  const { db, person, stores } = await signedIn(event);
  const { seats } = await seatsAndRules(db);
  const held = await Promise.all(
    NATIONAL_COMMITTEES.map(async (committee) => {
      const own = await stores.partners.seatOf(committee, person.id);
      const seat = seats.find(({ id }) => id === own?.id);
      return seat === undefined ? [] : [{ committee, line: seatLine(seat), shownName: seat.shownName ?? '' }];
    }),
  );
  return { seats: held.flat(), said: event.url.searchParams.has('fait') ? DONE : null };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, stores } = await signedIn(event);
    const form = await event.request.formData();
    const named = formText(form, 'comite', 20);
    const committee = NATIONAL_COMMITTEES.find((one) => one === named) ?? error(404);
    const shownName = formText(form, 'nom', 500);
    const done = await showOwnSeat(stores, person, { committee, shownName }, new Date());
    if (done.ok) redirect(303, '/partenaires/comites/mon-siege?fait=oui');
    return fail(400, { committee, shownName, ...refusedForm(done.refusal, committee) });
  },
};
