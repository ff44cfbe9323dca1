import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass, type Person } from '#domain/access/gate.ts';
import { editionById, loadEditions } from '#server/charters.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { editionDrafts } from '#server/storage/edition-drafts.ts';
import { editionsMade } from '#server/storage/editions-made.ts';
import { editionAddress, idIn, spaceAddress } from '#ui/addresses.ts';
import * as words from '#ui/messages/workbench.fr.ts';
import { sayWorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { offerEdition } from '#use-cases/workbench/offer-edition.ts';
import { openDraft } from '#use-cases/workbench/open-draft.ts';
import { atWork } from './enter.ts';

/** The national team's; with `?collectif=12`, that collective's own. */
export const load: PageServerLoad = async (event) => {
  const { person, db, stores } = await atWork(event);
  const collective = collectiveAsked(event.url);
  const known = collective === null ? null : ((await stores.collectives.find(collective)) ?? error(404));
  if (!maySee(person, collective)) error(404);
  const [drafts, made] = await Promise.all([editionDrafts(db, { collective: collective ?? 'all' }), editionsMade(db)]);
  const withdrawn = new Map(made.map(({ edition, withdrawnAt }) => [edition.id, withdrawnAt !== null]));
  const shown = drafts.map((draft) => ({
    id: draft.id,
    edition: draft.editionId,
    title: draft.title,
    address: `/atelier/${draft.id}`,
    collective: draft.collective?.name ?? null,
    line: words.draftLine(draft),
    published:
      draft.publishedAt === null
        ? null
        : {
            address: editionAddress(draft.editionId),
            line: words.publishedLine(draft.publishedAt, withdrawn.get(draft.editionId) ?? false),
            withdrawn: withdrawn.get(draft.editionId) ?? false,
          },
  }));
  const own = shown.filter((draft) => collective !== null || draft.collective === null);
  return {
    collective: known === null ? null : { id: known.id, name: known.name, home: spaceAddress(known) },
    drafts: own.filter(({ published }) => published === null),
    published: own.filter(({ published }) => published !== null),
    locals: shown.filter((draft) => collective === null && draft.collective !== null),
    bases: loadEditions()
      .filter(({ local }) => local === undefined || local.collective === collective)
      .toSorted((one, other) => rank(one) - rank(other) || other.year - one.year)
      .map(({ id, title, year }) => ({ id, title, year })),
    mayBegin: mayBegin(person, collective),
    saved: event.url.searchParams.has('fait'),
  };
};

export const actions: Actions = {
  begin: async (event) => {
    const { person, stores } = await atWork(event);
    const form = await event.request.formData();
    const typed = {
      title: formText(form, 'titre', 1000),
      editionId: formText(form, 'adresse', 200).trim(),
      year: formText(form, 'annee', 10).trim(),
      from: formText(form, 'depart', 100),
    };
    const request = {
      title: typed.title,
      editionId: typed.editionId,
      year: /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0,
      from: typed.from === '' ? null : typed.from,
      collective: collectiveAsked(event.url),
      sending: sendingIn(form),
    };
    const opened = await openDraft(stores, person, request, new Date());
    if (opened.ok) redirect(303, `/atelier/${opened.value.id}`);
    if (opened.refusal.kind === 'not-allowed') error(404);
    const field = FIELDS[opened.refusal.kind] ?? 'titre';
    return fail(400, { typed, field, problem: sayWorkbenchRefusal(opened.refusal) });
  },
  offer: async (event) => {
    const { person, db, stores } = await atWork(event);
    const form = await event.request.formData();
    const edition = formText(form, 'edition', 100);
    const offered = formText(form, 'proposee', 3) === 'oui';
    const done = await offerEdition(stores, person, { edition, offered }, new Date());
    if (!done.ok) error(404);
    await refreshEditions(db);
    const { collective } = editionById(edition)?.local ?? {};
    redirect(303, collective === undefined ? '/atelier?fait' : `/atelier?collectif=${collective}&fait`);
  },
};

const FIELDS: Readonly<Record<string, string>> = {
  'bad-address': 'adresse',
  'address-taken': 'adresse',
  'address-held': 'adresse',
  'address-not-local': 'adresse',
  'address-for-collectives': 'adresse',
  'bad-year': 'annee',
  'unknown-edition': 'depart',
};

function collectiveAsked(url: URL): number | null {
  const asked = url.searchParams.get('collectif');
  return asked === null ? null : (idIn(asked) ?? error(404));
}

function maySee(person: Person, collective: number | null): boolean {
  if (collective === null) return pass(person, { act: 'see-editions', state: 'none' }).ok;
  const concerns = { collectives: [collective] };
  return pass(person, { act: 'see-edition-draft', state: 'local-edition-open', concerns }).ok;
}

function mayBegin(person: Person, collective: number | null): boolean {
  if (collective === null) return pass(person, { act: 'open-edition', state: 'none' }).ok;
  return pass(person, { act: 'open-local-edition', state: 'none', concerns: { collectives: [collective] } }).ok;
}

function rank({ carriers }: { readonly carriers: { readonly kind: string } }): number {
  return carriers.kind === 'collective-and-list' ? 0 : 1;
}
