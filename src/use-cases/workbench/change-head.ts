/** What a draft says before its measures: title, year, address, preamble, principles, rules, who carries it, themes. */
import type { Actor } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { headOutOfBounds, MOST, type OutOfBounds } from '#domain/workbench/bounds.ts';
import type { DraftHead, EditionDraft } from '#domain/workbench/draft.ts';
import { printed } from '#domain/workbench/printed.ts';
import type { Stores } from '../stores.ts';
import { addressProblem, publisherOf, titleProblem, type BadAddress, type BadTitle } from './address.ts';
import { enterDraft, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';
import { isYear } from './open-draft.ts';

/** All of it, on the version that the form was shown; what is not typed stays as it is there. */
export type HeadChange = {
  readonly draft: number;
  readonly version: number;
  readonly editionId: string;
  readonly title: string;
  readonly year: number;
  readonly head: DraftHead;
};

export type CannotChangeHead =
  | CannotEnterDraft
  | BadAddress
  | BadTitle
  | OutOfBounds
  | { readonly kind: 'bad-year' }
  | { readonly kind: 'bad-minimum' }
  | { readonly kind: 'organisation-missing' }
  | { readonly kind: 'bad-letter'; readonly letter: string }
  | { readonly kind: 'principle-twice'; readonly letter: string }
  /** Somebody saved meanwhile: theirs is kept, what was typed comes back beside it. */
  | { readonly kind: 'head-changed-meanwhile'; readonly version: number };

export async function changeHead(
  stores: Stores,
  actor: Actor,
  request: HeadChange,
  now: Date,
): Promise<Result<null, CannotChangeHead>> {
  return await stores.together<null, CannotChangeHead>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'write-edition', draft: request.draft });
    if (!entered.ok) return entered;
    const { draft } = entered.value;
    if (draft.version !== request.version) return refuse({ kind: 'head-changed-meanwhile', version: draft.version });
    const { editionId, year } = request;
    const title = printed(request.title);
    const wrong = await whatIsWrong(all, { ...request, title }, draft);
    if (wrong !== null) return refuse(wrong);
    const publisher = await publisherOf(all, { collective: draft.collective, typed: request.head.publisher });
    const head = { ...request.head, publisher };
    await all.workbench.changeHead(draft.id, { editionId, title, year, head });
    const before = saysOf(draft);
    await recordInDraft(all, entered.value, {
      act: 'write-edition',
      says: { what: 'head', before, after: saysOf({ editionId, title, year, head }) },
      at: now,
    });
    return accept(null);
  });
}

async function whatIsWrong(all: Stores, change: HeadChange, draft: EditionDraft): Promise<CannotChangeHead | null> {
  const { title, year, head, editionId } = change;
  if (title === '') return { kind: 'title-missing' };
  if (title.length > MOST.title) return { kind: 'words-too-long', field: 'title', most: MOST.title };
  if (!isYear(year)) return { kind: 'bad-year' };
  const { minimumMeasures: minimum } = head.rules;
  if (minimum !== null && (!Number.isInteger(minimum) || minimum < 1)) return { kind: 'bad-minimum' };
  if (head.carriers.kind === 'organisation-asks-candidates' && head.carriers.organisation === '')
    return { kind: 'organisation-missing' };
  const letters = head.principles.map(({ letter }) => letter);
  const bad = letters.find((letter) => !/^[A-Z]$/.test(letter));
  if (bad !== undefined) return { kind: 'bad-letter', letter: bad.slice(0, 20) };
  const twice = letters.find((letter, index) => letters.indexOf(letter) !== index);
  if (twice !== undefined) return { kind: 'principle-twice', letter: twice };
  const taken = await titleProblem(all, { title, collective: draft.collective });
  if (taken !== null) return taken;
  const outside = headOutOfBounds(head);
  if (outside !== null || editionId === draft.editionId) return outside;
  const address = await addressProblem(all, { id: editionId, collective: draft.collective });
  if (address !== null) return address;
  return (await all.workbench.holderOf(editionId)) === null ? null : { kind: 'address-held' };
}

function saysOf({ editionId, title, year, head }: Pick<EditionDraft, 'editionId' | 'title' | 'year' | 'head'>): Json {
  return { editionId, title, year, head };
}
