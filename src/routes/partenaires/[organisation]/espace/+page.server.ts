import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { editionChoices, editionNamed } from '#server/edition-names.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { endorsementRows, organisationStory } from '#server/storage/partner-pages.ts';
import { idIn, numberIn, sheetAddress } from '#ui/addresses.ts';
import { ofMeasure, personLine, since, WHOLE_EDITION } from '#ui/messages/partners.fr.ts';
import { DONE, SENT, type PartnerRefusal } from '#ui/messages/partners-forms.fr.ts';
import { refusedForm } from '#ui/partners/refused.ts';
import { changeOrganisation } from '#use-cases/partners/change-organisation.ts';
import { endPartnership } from '#use-cases/partners/end-partnership.ts';
import { endorse, withdrawEndorsement } from '#use-cases/partners/endorse.ts';
import { addRepresentative, endRepresentative, showOwnName } from '#use-cases/partners/representatives.ts';
import type { Result } from '#domain/shared/result.ts';
import { enterSpace } from '../../door.ts';

export const load: PageServerLoad = async (event) => {
  const { db, person, organisation } = await enterSpace(event, event.params.organisation);
  const { id } = organisation;
  const [story, endorsed] = await Promise.all([
    organisationStory(db, id),
    endorsementRows(db, { organisation: id, held: true, limit: 200 }),
  ]);
  const here = story.representatives.filter(({ until }) => until === null);
  const said = event.url.searchParams.get('fait');
  return {
    organisation: { ...organisation, joined: organisation.state === 'partner-accepted' },
    people: here.map((row) => ({ id: row.id, line: personLine(row) })),
    ownName: here.find((row) => row.person === person.id)?.shownName ?? '',
    endorsements: endorsed.rows.map((row) => ({
      id: row.id,
      label: `${editionNamed(row.edition)}, ${row.measure === null ? WHOLE_EDITION : ofMeasure(row.measure)}, ${since(row.endorsedAt)}`,
    })),
    sheets: story.sheets
      .filter(({ withdrawn }) => !withdrawn)
      .map((sheet) => ({
        href: sheetAddress(sheet),
        title: sheet.title,
      })),
    editions: editionChoices(),
    said: said === null ? null : said === 'envoyee' ? SENT : DONE,
  };
};

type Typed = Readonly<Record<string, string>>;

/** Back to the page, or the form again with what was typed. */
function answered(event: RequestEvent, done: Result<unknown, PartnerRefusal>, typed: Typed, of = '') {
  if (done.ok) redirect(303, `${event.url.pathname}?fait=oui`);
  const conflict = done.refusal.kind === 'changed-meanwhile' || done.refusal.kind === 'organisation-known';
  return fail(conflict ? 409 : 400, { typed, ...refusedForm(done.refusal, of) });
}

export const actions: Actions = {
  changer: async (event) => {
    const { person, stores, organisation } = await enterSpace(event, event.params.organisation);
    const form = await event.request.formData();
    const typed = {
      name: formText(form, 'organisation', 500),
      website: formText(form, 'site', 500),
      about: formText(form, 'activite', 4000),
    };
    const version = numberIn(formText(form, 'version', 8)) ?? 0;
    const request = { ...typed, organisation: organisation.id, version };
    return answered(event, await changeOrganisation(stores, person, request, new Date()), typed);
  },
  nom: async (event) => {
    const { person, stores, organisation } = await enterSpace(event, event.params.organisation);
    const shownName = formText(await event.request.formData(), 'nom', 500);
    const request = { organisation: organisation.id, shownName };
    return answered(event, await showOwnName(stores, person, request, new Date()), { shownName });
  },
  ajouter: async (event) => {
    const { person, stores, organisation } = await enterSpace(event, event.params.organisation);
    const form = await event.request.formData();
    const typed = { email: formText(form, 'adresse', 300), quality: formText(form, 'qualite', 500) };
    const request = { ...typed, organisation: organisation.id };
    return answered(event, await addRepresentative(stores, person, request, new Date()), typed);
  },
  retirer: async (event) => {
    const { person, stores, organisation } = await enterSpace(event, event.params.organisation);
    const representative = idIn(formText(await event.request.formData(), 'personne', 12)) ?? 0;
    const request = { organisation: organisation.id, representative };
    return answered(event, await endRepresentative(stores, person, request, new Date()), {});
  },
  soutenir: async (event) => {
    const { person, stores, organisation } = await enterSpace(event, event.params.organisation);
    const form = await event.request.formData();
    const typed = { edition: formText(form, 'charte', 80), measure: formText(form, 'mesure', 8).trim() };
    // A number that is none: not the whole edition.
    const measure = typed.measure === '' ? null : (numberIn(typed.measure) ?? 0);
    const request = { organisation: organisation.id, edition: typed.edition, measure, sending: sendingIn(form) };
    return answered(event, await endorse(stores, person, request, new Date()), typed);
  },
  'ne-plus-soutenir': async (event) => {
    const { person, stores } = await enterSpace(event, event.params.organisation);
    const form = await event.request.formData();
    const endorsement = idIn(formText(form, 'soutien', 12)) ?? 0;
    const typed = { endorsement: String(endorsement), withdrawal: formText(form, 'motif', 4000) };
    const request = { endorsement, reason: typed.withdrawal };
    return answered(event, await withdrawEndorsement(stores, person, request, new Date()), typed, typed.endorsement);
  },
  quitter: async (event) => {
    const { person, stores, organisation } = await enterSpace(event, event.params.organisation);
    const reason = formText(await event.request.formData(), 'motif', 4000);
    const done = await endPartnership(stores, person, { organisation: organisation.id, reason }, new Date());
    // What was never decided on has no page.
    if (done.ok) redirect(303, organisation.decision === null ? '/partenaires' : `/partenaires/${organisation.id}`);
    return answered(event, done, { end: reason }, '-fin');
  },
};
