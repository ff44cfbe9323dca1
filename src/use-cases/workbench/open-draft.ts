/** A new edition is begun: from one that is published, from a charter that the reader read, or from nothing. */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { headOutOfBounds, MOST, wordsOutOfBounds, type OutOfBounds } from '#domain/workbench/bounds.ts';
import {
  EMPTY_HEAD,
  startedFrom,
  type DraftFromEdition,
  type StartingEdition,
} from '#domain/workbench/draft-of-edition.ts';
import { printed } from '#domain/workbench/printed.ts';
import { byOf } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { addressProblem, publisherOf, titleProblem, type BadAddress, type BadTitle } from './address.ts';

export type NewEdition = Sent & {
  /** Its address: `pacte-transition-2032`. */
  readonly editionId: string;
  readonly title: string;
  readonly year: number;
  /** Null: for the whole country. */
  readonly collective: number | null;
};

export type CannotOpenDraft =
  | NotAllowed
  | BadAddress
  | BadTitle
  | OutOfBounds
  | { readonly kind: 'bad-year' }
  | { readonly kind: 'collective-not-active' }
  | { readonly kind: 'unknown-edition'; readonly edition: string };

type Opened = Result<{ readonly id: number }, CannotOpenDraft>;

/** `from`: the edition it takes over, by id; null: nothing. */
export async function openDraft(
  stores: Stores,
  actor: Actor,
  request: NewEdition & { readonly from: string | null },
  now: Date,
): Promise<Opened> {
  return await opening(stores, { actor, request, now }, async (all) => {
    if (request.from === null) return accept({ head: EMPTY_HEAD, measures: [] });
    const edition = await all.editions.find(request.from);
    // What a collective made is its own: the others start from the national one.
    const theirs = edition?.local !== undefined && edition.local.collective !== request.collective;
    if (edition === null || theirs) return refuse({ kind: 'unknown-edition', edition: request.from });
    return accept(startedFrom(edition, edition.id));
  });
}

/** What the reader read in a document: nothing of it comes from an edition that is known here. */
export async function openDraftFromCharter(
  stores: Stores,
  actor: Actor,
  request: NewEdition & { readonly charter: StartingEdition },
  now: Date,
): Promise<Opened> {
  return await opening(stores, { actor, request: { ...request, from: null }, now }, async () =>
    accept(startedFrom(request.charter, null)),
  );
}

async function opening(
  stores: Stores,
  given: { readonly actor: Actor; readonly request: NewEdition & { readonly from: string | null }; readonly now: Date },
  start: (all: Stores) => Promise<Result<DraftFromEdition, CannotOpenDraft>>,
): Promise<Opened> {
  const { actor, request, now } = given;
  const { collective } = request;
  const act = collective === null ? 'open-edition' : 'open-local-edition';
  return await sentOnce<{ id: number }, CannotOpenDraft>(stores, { actor, act, request, now }, async (all) => {
    const passed = pass(actor, {
      act,
      state: 'none',
      concerns: collective === null ? {} : { collectives: [collective] },
    });
    if (!passed.ok) return passed;
    if (collective !== null && (await all.collectives.lock(collective))?.state !== 'active')
      return refuse({ kind: 'collective-not-active' });
    const bad = await addressProblem(all, { id: request.editionId, collective });
    if (bad !== null) return refuse(bad);
    const title = printed(request.title);
    if (title === '') return refuse({ kind: 'title-missing' });
    if (title.length > MOST.title) return refuse({ kind: 'words-too-long', field: 'title', most: MOST.title });
    const taken = await titleProblem(all, { title, collective });
    if (taken !== null) return refuse(taken);
    if (!isYear(request.year)) return refuse({ kind: 'bad-year' });
    const started = await start(all);
    if (!started.ok) return started;
    const outside = startOutOfBounds(started.value);
    if (outside !== null) return refuse(outside);
    const { editionId, year, from: basedOn } = request;
    const publisher = await publisherOf(all, { collective, typed: started.value.head.publisher });
    // What a collective makes is a charter of its own, whatever it starts from.
    const charter = charterOf(collective === null ? (basedOn ?? editionId) : editionId);
    const opened = await all.workbench.open({
      ...started.value,
      head: { ...started.value.head, publisher },
      editionId,
      charter,
      basedOn,
      collective,
      title,
      year,
      at: now,
    });
    if (opened === null) return refuse({ kind: 'address-held' });
    await all.journal.append({
      at: now,
      act,
      actor: passed.value,
      subject: { kind: 'edition-draft', id: opened.id },
      says: { by: byOf(actor), editionId, title, year, basedOn, collective, measures: started.value.measures.length },
    });
    return accept(opened);
  });
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year <= 2200;
}

/** `pacte-transition` of `pacte-transition-2020`. */
function charterOf(edition: string): string {
  return edition.replace(/-\d{4}$/, '');
}

function startOutOfBounds({ head, measures }: DraftFromEdition): OutOfBounds | null {
  if (measures.length > MOST.measures) return { kind: 'too-many', what: 'measures', most: MOST.measures };
  const wrong = measures.map(({ words }) => (words === null ? null : wordsOutOfBounds(words)));
  return headOutOfBounds(head) ?? wrong.find((found) => found !== null) ?? null;
}
