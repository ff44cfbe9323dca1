/** The words of a measure of a draft, its theme, why it changed, and what becomes of the notes on what it was. */
import type { Actor } from '#domain/access/gate.ts';
import { isForCollective } from '#domain/charter/edition.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { sameAs } from '#domain/workbench/change.ts';
import { MOST, wordsOutOfBounds, type OutOfBounds } from '#domain/workbench/bounds.ts';
import { noteName, notesOf, type NoteDecision } from '#domain/workbench/carried-notes.ts';
import type { DraftMeasure, EditionDraft, MeasureWords, Origin } from '#domain/workbench/draft.ts';
import { livingOf } from '#domain/workbench/problems.ts';
import type { Stores } from '../stores.ts';
import { enterDraft, knownTo, recordInDraft, type CannotEnterDraft } from './enter-draft.ts';

export type MeasureWriting = {
  readonly draft: number;
  readonly measure: number;
  /** The one that the form was shown. */
  readonly version: number;
  readonly words: MeasureWords;
  readonly themes: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Note by its name, and whether it still holds; absent: nothing is said of the notes. */
  readonly notes?: ReadonlyMap<string, boolean>;
  /** What it is mapped to; absent: as it was. Of local editions. */
  readonly origins?: readonly Origin[];
};

export type CannotWriteMeasure =
  | CannotEnterDraft
  | OutOfBounds
  | { readonly kind: 'unknown-draft-measure' }
  | { readonly kind: 'unknown-theme' }
  | { readonly kind: 'unknown-origin'; readonly origin: Origin }
  /** Where it comes from is decided by what is done to it: split, merged. Only a collective maps its measures by hand. */
  | { readonly kind: 'origins-are-kept' }
  /** Somebody saved meanwhile: theirs is kept, what was typed comes back beside it. */
  | { readonly kind: 'measure-changed-meanwhile'; readonly version: number };

export async function writeMeasure(
  stores: Stores,
  actor: Actor,
  request: MeasureWriting,
  now: Date,
): Promise<Result<null, CannotWriteMeasure>> {
  return await stores.together<null, CannotWriteMeasure>(async (all) => {
    const entered = await enterDraft(all, actor, { act: 'write-edition', draft: request.draft });
    if (!entered.ok) return entered;
    const { draft } = entered.value;
    const before = draft.measures.find(({ id }) => id === request.measure);
    if (before === undefined || before.words === null) return refuse({ kind: 'unknown-draft-measure' });
    if (before.version !== request.version)
      return refuse({ kind: 'measure-changed-meanwhile', version: before.version });
    const { words, reason, themes } = request;
    const origins = originsSaid(before.origins, request.origins);
    const wrong = whatIsWrong(draft, request) ?? (await wrongOrigins(all, { draft, before, origins }));
    if (wrong !== null) return refuse(wrong);
    const notes = await notesDecided(all, draft, { ...before, words, origins }, request.notes);
    await all.workbench.changeMeasure(draft.id, before.id, { words, reason, themes, notes, origins });
    await recordInDraft(all, entered.value, {
      act: 'write-edition',
      says: {
        what: 'measure',
        measure: before.id,
        before: saysOf(before),
        after: saysOf({ ...before, words, reason, themes, notes, origins }),
      },
      at: now,
    });
    return accept(null);
  });
}

function whatIsWrong(draft: EditionDraft, { words, reason, themes }: MeasureWriting): CannotWriteMeasure | null {
  const outside = wordsOutOfBounds(words);
  if (outside !== null) return outside;
  if (reason.length > MOST.reason) return { kind: 'words-too-long', field: 'reason', most: MOST.reason };
  const known = Object.entries(themes).every(([grouping, theme]) =>
    draft.head.groupings.some(({ id, themes: there }) => id === grouping && there.some((one) => one.id === theme)),
  );
  return known ? null : { kind: 'unknown-theme' };
}

/** Those that were there stay before those that were added; said as they were, they are left as they were. */
function originsSaid(before: readonly Origin[], said: readonly Origin[] | undefined): readonly Origin[] {
  if (said === undefined) return before;
  const stay = before.filter((origin) => said.some(sameAs(origin)));
  return [...stay, ...said.filter((origin) => !before.some(sameAs(origin)))];
}

/** A collective maps to what is for the whole country, and to what it made itself before. */
async function wrongOrigins(
  all: Stores,
  {
    draft,
    before,
    origins,
  }: { readonly draft: EditionDraft; readonly before: DraftMeasure; readonly origins: readonly Origin[] },
): Promise<CannotWriteMeasure | null> {
  const added = origins.filter((origin) => !before.origins.some(sameAs(origin)));
  const { collective } = draft;
  if (collective === null)
    return added.length === 0 && origins.length === before.origins.length ? null : { kind: 'origins-are-kept' };
  for (const origin of added) {
    const edition = await all.editions.find(origin.edition);
    const there = edition?.measures.some(({ number }) => number === origin.measure) === true;
    if (!there || !isForCollective(edition, collective)) return { kind: 'unknown-origin', origin };
  }
  return null;
}

/** Only of notes that are asked about: what a form says of any other is nothing. */
async function notesDecided(
  all: Stores,
  draft: EditionDraft,
  measure: DraftMeasure,
  said: ReadonlyMap<string, boolean> | undefined,
): Promise<readonly NoteDecision[]> {
  if (said === undefined) return measure.notes;
  const { find } = await knownTo(all, draft);
  const { asked } = notesOf(measure, { find, others: livingOf(draft).filter(({ id }) => id !== measure.id) });
  return asked.flatMap(({ key, at, keep }) => {
    const now = said.get(noteName(key)) ?? keep;
    return now === null ? [] : [{ note: key, keep: now && at !== null }];
  });
}

export function saysOf({ number, origins, words, themes, reason }: DraftMeasure): Json {
  return { number, origins, words, themes, reason };
}
