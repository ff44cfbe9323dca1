/**
 * A draft becomes an edition, frozen at its own address for ever: nothing takes it back or changes a word of it. Pacts signed
 * against earlier editions keep theirs; what became of each measure is said beside both.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/access/gate.ts';
import type { Edition } from '#domain/charter/edition.ts';
import { problemsOfConsultation } from '#domain/consultation/problems.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { EditionDraft } from '#domain/workbench/draft.ts';
import { editionOf } from '#domain/workbench/edition-of-draft.ts';
import { originsOf } from '#domain/workbench/origins.ts';
import { problemsOf, wordsIn, type DraftProblem } from '#domain/workbench/problems.ts';
import type { Stores } from '../stores.ts';
import { publisherOf } from './address.ts';
import { enterDraft, knownTo, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';

export type CannotPublishEdition =
  | CannotEnterDraft
  | { readonly kind: 'already-published'; readonly edition: string }
  | { readonly kind: 'draft-has-problems'; readonly problems: readonly DraftProblem[] }
  /** Somebody worked on it since it was read through. */
  | { readonly kind: 'draft-changed-since' };

/** `shown`: what `draftMark` said of the draft that the person read through; absent: whatever it is now. */
export async function publishEdition(
  stores: Stores,
  actor: Actor,
  request: { readonly draft: number; readonly shown?: string },
  now: Date,
): Promise<Result<{ readonly edition: string; readonly sha256: string }, CannotPublishEdition>> {
  return await stores.together<{ edition: string; sha256: string }, CannotPublishEdition>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'publish-edition', draft: request.draft });
    if (!entered.ok) return (await publishedBefore(all, request.draft)) ?? entered;
    const { draft, role } = entered.value;
    if (request.shown !== undefined && request.shown !== draftMark(draft))
      return refuse({ kind: 'draft-changed-since' });
    const problems = await problemsBefore(all, draft, now);
    if (problems.length > 0) return refuse({ kind: 'draft-has-problems', problems });
    const known = await knownTo(all, draft);
    // It is said as it is called now, and of drafts begun before it was said at all.
    const publisher = await publisherOf(all, { collective: draft.collective, typed: draft.head.publisher });
    const edition = editionOf({ ...draft, head: { ...draft.head, publisher } }, known);
    const sha256 = editionHash(edition);
    const origins = originsOf(draft, wordsIn(known.find));
    await all.workbench.publish({ edition, sha256, publishedAt: now, publishedAs: role, draft: draft.id }, origins);
    await recordInDraft(all, entered.value, {
      act: 'publish-edition',
      says: { edition: edition.id, sha256, measures: edition.measures.length },
      at: now,
    });
    return accept({ edition: edition.id, sha256 });
  });
}

/** Everything that stands in the way of publishing, of whatever kind. */
export async function problemsBefore(all: Stores, draft: EditionDraft, now: Date): Promise<readonly DraftProblem[]> {
  const { find, origins } = await knownTo(all, draft);
  const addressTaken = draft.state === 'open' && (await all.editions.find(draft.editionId)) !== null;
  const doubts = draft.state === 'open' ? await all.doubts.open(draft.id) : 0;
  return [
    ...problemsOf(draft, { find, base: origins, addressTaken }),
    ...problemsOfConsultation(await all.consultations.ofDraft(draft.id), now),
    ...(doubts === 0 ? [] : [{ kind: 'doubts-open' as const, doubts }]),
  ];
}

/** Of its canonical JSON: what anybody can compute again from `charte.json`. */
export function editionHash(edition: Edition): string {
  return createHash('sha256').update(canonicalJson(edition), 'utf8').digest('hex');
}

/** Changes with any word, number or reason of the draft. */
export function draftMark(draft: EditionDraft): string {
  const { version, measures } = draft;
  const said = [version, ...measures.map(({ id, version: of, number, position }) => [id, of, number, position])];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

async function publishedBefore(all: Stores, id: number): Promise<Result<never, CannotPublishEdition> | null> {
  const draft = await all.workbench.find(id);
  return draft?.state === 'published' ? refuse({ kind: 'already-published', edition: draft.editionId }) : null;
}
