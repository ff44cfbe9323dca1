import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass } from '#domain/access/gate.ts';
import { localDay } from '#domain/shared/local-day.ts';
import { departmentOf } from '#domain/territory/department-of.ts';
import { requirePerson } from '#server/accounts/actor-of.ts';
import { editionById } from '#server/charters.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { placeRef } from '#server/storage/places.ts';
import { editionAtAddress } from '#server/storage/thread-page.ts';
import { storesOn } from '#server/stores.ts';
import { numberIn, threadAddress } from '#ui/addresses.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { activeCollectives } from '#use-cases/campaign/enter-list.ts';
import { putQuestion } from '#use-cases/campaign/put-question.ts';
import { knownMunicipality } from '../../../known-municipality.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { db, code, person, stores, edition, measure, today } = await enter(event);
  const [place, collectives, sirens] = await Promise.all([
    placeRef(db, { kind: 'municipality', code }),
    activeCollectives(stores, code),
    stores.questions.groupingsOf(code),
  ]);
  if (place?.kind !== 'municipality') error(404);
  const groupings = await Promise.all(sirens.map((siren) => placeRef(db, { kind: 'grouping', siren })));
  const owner = edition.local?.collective;
  const asking = collectives.filter((collective) => owner === undefined || collective === owner);
  return {
    allowed: pass(person, { act: 'put-question', state: 'none', concerns: { collectives: asking } }).ok,
    back: { href: threadAddress(place, measure.number, edition.id), label: heading(measure.title) },
    groupings: groupings.flatMap((grouping) =>
      grouping?.kind === 'grouping' ? [{ siren: grouping.siren, name: grouping.name }] : [],
    ),
    levels: measure.levels.length > 1 ? measure.levels.map(({ level }) => level) : [],
    edition: editionName(edition),
    today,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { code, person, stores, edition, measure, today } = await enter(event);
    const form = await event.request.formData();
    const typed = {
      grouping: formText(form, 'intercommunalite', 9),
      level: formText(form, 'niveau', 1),
      text: formText(form, 'question', 20_000),
      askedOn: formText(form, 'jour', 20),
    };
    const level = /^[1-3]$/.test(typed.level) ? Number(typed.level) : null;
    const put = await putQuestion(
      stores,
      person,
      { ...typed, level, municipality: code, edition: edition.id, measure: measure.number, today },
      new Date(),
    );
    if (put.ok) redirect(303, `/questions/${put.value.id}`);
    return fail(put.refusal.kind === 'not-allowed' ? 403 : 400, { typed, problem: sayCampaignRefusal(put.refusal) });
  },
};

/** The edition that the thread shows: that of the latest pact here. */
async function enter(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'url'> & {
    readonly params: { readonly commune: string; readonly measure: string };
  },
) {
  const person = await requirePerson(event);
  const { db, code } = await knownMunicipality(event);
  const number = numberIn(event.params.measure) ?? error(404);
  const asked = event.url.searchParams.get('charte');
  const id = asked ?? (await editionAtAddress(db, { municipality: code })) ?? error(404);
  const edition = editionById(id) ?? error(404);
  const measure = edition.measures.find((candidate) => candidate.number === number) ?? error(404);
  return { db, code, person, stores: storesOn(db), edition, measure, today: localDay(new Date(), departmentOf(code)) };
}
