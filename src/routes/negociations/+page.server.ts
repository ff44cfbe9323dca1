import type { PageServerLoad } from './$types';
import { agreementOf } from '#domain/negotiation/agreement.ts';
import { pass } from '#domain/access/gate.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { agreementLine, negotiationTitle, STATE_WORDS } from '#ui/messages/negotiation.fr.ts';
import { concernsOf } from '#use-cases/negotiation/enter-negotiation.ts';
import { knownWords } from '#use-cases/negotiation/known-words.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const person = await requirePerson(event);
  const { db } = await runtime();
  const stores = storesOn(db);
  const held = await stores.negotiations.of({
    collectives: person.holds.flatMap((holding) => ('collective' in holding ? [holding.collective] : [])),
    lists: person.holds.flatMap((holding) => ('list' in holding ? [holding.list] : [])),
    places: person.holds.flatMap((holding) => ('place' in holding ? [holding.place] : [])),
  });
  // The list of a person is asked of the gate too: what is prepared is the collective's alone.
  const mine = held.filter(
    (negotiation) =>
      pass(person, { act: 'see-negotiation', state: negotiation.state, concerns: concernsOf(negotiation) }).ok,
  );
  return {
    mayOpen: person.holds.some(({ role }) => role === 'collective-member' || role === 'collective-coordinator'),
    negotiations: await Promise.all(
      mine.map(async (negotiation) => {
        const edition = await stores.editions.find(negotiation.edition);
        return {
          href: `/negociations/${negotiation.id}`,
          title: negotiationTitle(negotiation),
          place: negotiation.place.name,
          state: STATE_WORDS[negotiation.state],
          line: edition === null ? '' : agreementLine(agreementOf(edition, await knownWords(stores, negotiation.id))),
        };
      }),
    ),
  };
};
