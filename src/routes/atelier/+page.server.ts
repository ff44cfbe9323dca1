import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { pass, type Person } from '#domain/access/gate.ts';
import { withdrawerOf, type EditionWithdrawal } from '#domain/workbench/withdrawal.ts';
import { loadEditions, nationalEditions } from '#server/charters.ts';
import { refreshEditions } from '#server/editions-kept.ts';
import { formText } from '#server/http/form-text.ts';
import { sendingIn } from '#server/http/sending.ts';
import { editionDrafts } from '#server/storage/edition-drafts.ts';
import { editionWithdrawals } from '#server/storage/edition-withdrawals.ts';
import { editionAddress, idIn, spaceAddress } from '#ui/addresses.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';
import * as words from '#ui/messages/workbench.fr.ts';
import { sayWorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { offerField } from '#ui/workbench/offer-field.ts';
import { offerEdition } from '#use-cases/workbench/offer-edition.ts';
import { openDraft } from '#use-cases/workbench/open-draft.ts';
import { atWork } from './enter.ts';

/** Of editions of collectives, to the national team. */
const LOCALS = 50;

/** The national team's; with `?collectif=12`, that collective's own. */
export const load: PageServerLoad = async (event) => {
  const { person, db, stores } = await atWork(event);
  const collective = collectiveAsked(event.url);
  const known = collective === null ? null : ((await stores.collectives.find(collective)) ?? error(404));
  if (!maySee(person, collective)) error(404);
  const before = idIn(event.url.searchParams.get('avant') ?? '');
  const [{ drafts: own }, ofCollectives, withdrawals] = await Promise.all([
    editionDrafts(db, { of: collective ?? 'country' }),
    collective === null ? editionDrafts(db, { of: 'collectives', before, limit: LOCALS }) : { drafts: [], next: null },
    editionWithdrawals(db),
  ]);
  const drafts = [...own, ...ofCollectives.drafts];
  const shown = drafts.map((draft) => ({
    id: draft.id,
    edition: draft.editionId,
    title: editionName(draft),
    address: `/atelier/${draft.id}`,
    collective: draft.collective?.name ?? null,
    line: words.draftLine(draft),
    isPublished: draft.publishedAt !== null,
  }));
  const published = drafts.flatMap(({ id, editionId, title, year, publishedAt, collective: of }) =>
    publishedAt === null ? [] : [{ id: editionId, title, year, publishedAt, draft: id, collective: of }],
  );
  const withProgram = nationalEditions()
    .filter(({ id }) => !published.some((one) => one.id === id))
    .map(({ id, title, year }) => ({ id, title, year, publishedAt: null, draft: null, collective: null }));
  const offered = [...published, ...(collective === null ? withProgram : [])].map((edition) => {
    const withdrawal = withdrawals.get(edition.id) ?? null;
    return {
      id: edition.id,
      name: editionName(edition),
      address: editionAddress(edition.id),
      draft: edition.draft === null ? null : `/atelier/${edition.draft}`,
      line: words.publishedLine(edition.publishedAt, { withdrawal, collective: edition.collective?.name ?? null }),
      isLocal: edition.collective !== null,
      act: offerActOf(person, { collective: edition.collective?.id ?? null, withdrawal }),
    };
  });
  return {
    collective: known === null ? null : { id: known.id, name: known.name, home: spaceAddress(known) },
    drafts: shown.filter((draft) => !draft.isPublished && (collective !== null || draft.collective === null)),
    published: offered.filter(({ isLocal }) => collective !== null || !isLocal),
    localDrafts: shown.filter((draft) => collective === null && draft.collective !== null && !draft.isPublished),
    locals: offered.filter(({ isLocal }) => collective === null && isLocal),
    moreLocals: ofCollectives.next === null ? null : `/atelier?avant=${ofCollectives.next}#locales`,
    bases: loadEditions()
      .filter(({ local }) => local === undefined || local.collective === collective)
      .toSorted((one, other) => rank(one) - rank(other) || other.year - one.year)
      .map(({ id, title, year }) => ({ id, title: editionName({ title, year }) })),
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
    const reason = formText(form, 'motif', 5000);
    const request =
      formText(form, 'proposee', 3) === 'oui'
        ? ({ edition, offered: true } as const)
        : ({ edition, offered: false, reason } as const);
    const done = await offerEdition(stores, person, request, new Date());
    if (!done.ok && (done.refusal.kind === 'not-allowed' || done.refusal.kind === 'unknown-edition')) error(404);
    if (!done.ok) {
      const field = offerField(edition);
      return fail(400, { typed: { [field]: reason }, field, problem: sayWorkbenchRefusal(done.refusal) });
    }
    await refreshEditions(db);
    const collective = collectiveAsked(event.url);
    redirect(303, collective === null ? '/atelier?fait' : `/atelier?collectif=${collective}&fait`);
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

/** What this person may do with a published edition; null: nothing now. */
function offerActOf(
  person: Person,
  of: { readonly collective: number | null; readonly withdrawal: EditionWithdrawal | null },
): 'withdraw' | 'offer' | null {
  const { collective, withdrawal } = of;
  const passed = pass(person, {
    act: 'offer-edition',
    state: collective === null ? 'edition-published' : 'local-edition-published',
    concerns: collective === null ? {} : { collectives: [collective] },
  });
  if (!passed.ok) return null;
  const who = withdrawerOf(passed.value);
  if (withdrawal === null) return 'withdraw';
  if (withdrawal.by === who) return 'offer';
  return who === 'country' ? 'withdraw' : null;
}

function rank({ carriers }: { readonly carriers: { readonly kind: string } }): number {
  return carriers.kind === 'collective-and-list' ? 0 : 1;
}
