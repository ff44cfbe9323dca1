/** What a negotiation begins with: which demands, which answers of the counterpart, which local measures. */
import type { Edition } from '#domain/charter/edition.ts';
import { AS_PROPOSED, type NewWords } from '#domain/negotiation/several-at-once.ts';
import { tidyWords, WORDING_LIMIT, type Position } from '#domain/negotiation/position.ts';
import { demandsOf, demandsOfPact, wordsOfPact, type StartingPoint } from '#domain/negotiation/starting-point.ts';
import type { LocalCommitment } from '#domain/pact/commitment.ts';
import { codeOf, type PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Side } from '#domain/signature/side.ts';
import { enterDraft } from '../drafts/enter-draft.ts';
import { pactFrom } from '../drafts/review/reviewed-draft.ts';
import { decisionsInForce } from '../drafts/see-draft.ts';
import type { Stores } from '../stores.ts';
import type { StoredLocal } from './negotiation-store.ts';
import { MOST_LOCALS } from './propose-local.ts';

export type StartFrom =
  | { readonly kind: 'nothing' | 'everything' | 'priorities' }
  /** What a document says becomes the first answers of the counterpart. `token`: the private link of a draft. */
  | { readonly kind: 'document'; readonly from: { readonly token: string } | { readonly pact: number } }
  /** What a pact of the mandate before promised is asked again. */
  | { readonly kind: 'previous-pact'; readonly pact: number };

export type CannotStart =
  | { readonly kind: 'no-priorities' }
  | { readonly kind: 'unknown-document' }
  /** It answers another charter, is of another place, or is no pact. */
  | { readonly kind: 'document-unfit'; readonly why: 'edition' | 'place' | 'kind' };

export type FirstWords = {
  readonly startingPoint: StartingPoint;
  readonly demands: readonly NewWords[];
  readonly answers: readonly NewWords[];
  readonly locals: readonly (Omit<StoredLocal, 'number'> & {
    /** Absent: the next one. */
    readonly number?: number;
    readonly positions: readonly { readonly side: Side; readonly position: Position }[];
  })[];
};

type Frame = {
  readonly edition: Edition;
  readonly collective: number;
  readonly place: PlaceCode;
  readonly now: Date;
};

export async function firstWords(
  all: Stores,
  start: StartFrom,
  frame: Frame,
): Promise<Result<FirstWords, CannotStart>> {
  const { edition } = frame;
  switch (start.kind) {
    case 'nothing':
      return accept({ startingPoint: { kind: 'nothing' }, demands: demandsOf(edition, []), answers: [], locals: [] });
    case 'everything':
      return accept({
        startingPoint: { kind: 'everything' },
        demands: demandsOf(
          edition,
          edition.measures.map(({ number }) => number),
        ),
        answers: [],
        locals: [],
      });
    case 'priorities':
      return await fromPriorities(all, frame);
    case 'document':
      return await fromDocument(all, start.from, frame);
    case 'previous-pact':
      return await fromPreviousPact(all, start.pact, frame);
  }
}

async function fromPriorities(all: Stores, { edition, collective }: Frame): Promise<Result<FirstWords, CannotStart>> {
  const chosen = (await all.priorities.priorities(collective)).filter((priority) => priority.edition === edition.id);
  if (chosen.length === 0) return refuse({ kind: 'no-priorities' });
  const own = await all.priorities.locals(collective);
  return accept({
    startingPoint: { kind: 'priorities' },
    demands: demandsOf(
      edition,
      chosen.flatMap((priority) => (priority.kind === 'measure' ? [priority.measure] : [])),
    ),
    answers: [],
    locals: chosen.flatMap((priority) => {
      const local = priority.kind === 'local' ? own.find(({ id }) => id === priority.localMeasure) : undefined;
      if (local === undefined) return [];
      const { text, relatedMeasures, id } = local;
      return [
        {
          side: 'carrier' as const,
          text: tidyWords(text),
          relatedMeasures,
          localMeasure: id,
          positions: proposedBy('carrier'),
        },
      ];
    }),
  });
}

async function fromDocument(
  all: Stores,
  from: { readonly token: string } | { readonly pact: number },
  frame: Frame,
): Promise<Result<FirstWords, CannotStart>> {
  const { edition } = frame;
  const read = 'token' in from ? await draftSaid(all, from.token, frame) : await pactSaid(all, from.pact, frame);
  if (!read.ok) return read;
  const { said, name } = read.value;
  // The collective asks for what it chose, if it chose; else for what every pact needs.
  const priorities = await fromPriorities(all, frame);
  return accept({
    startingPoint: { kind: 'document', document: name },
    demands: priorities.ok ? priorities.value.demands : demandsOf(edition, []),
    answers: wordsOfPact(edition, said),
    locals: [...(priorities.ok ? priorities.value.locals : []), ...localsOf(said.localCommitments, 'counterpart')],
  });
}

async function fromPreviousPact(all: Stores, pact: number, frame: Frame): Promise<Result<FirstWords, CannotStart>> {
  const read = await pactSaid(all, pact, frame);
  if (!read.ok) return read;
  const { said } = read.value;
  return accept({
    startingPoint: { kind: 'previous-pact', pact },
    demands: demandsOfPact(frame.edition, said),
    answers: [],
    locals: localsOf(said.localCommitments, 'carrier'),
  });
}

type Said = Parameters<typeof wordsOfPact>[1] & { readonly localCommitments: readonly LocalCommitment[] };
type Read = Result<{ readonly said: Said; readonly name: string }, CannotStart>;

/** Whoever holds the private link of a draft may start from it. */
async function draftSaid(all: Stores, token: string, { edition, now }: Frame): Promise<Read> {
  const holder = { kind: 'draft-holder', token } as const;
  const entered = await enterDraft(all, holder, { act: 'see-draft', key: { token }, now, lock: false });
  if (!entered.ok) return refuse({ kind: 'unknown-document' });
  const draft = entered.value;
  if (draft.reading.kind !== 'pact') return refuse({ kind: 'document-unfit', why: 'kind' });
  if (draft.choices.edition !== edition.id) return refuse({ kind: 'document-unfit', why: 'edition' });
  const decisions = decisionsInForce(await all.drafts.decisions(draft.id));
  const made = await pactFrom(all, { draft, decisions, doubts: 'accept' });
  if (!made.ok) return refuse({ kind: 'document-unfit', why: 'kind' });
  return accept({ said: made.value.pact, name: draft.filename });
}

async function pactSaid(all: Stores, id: number, { edition, place }: Frame): Promise<Read> {
  const pact = await all.negotiations.pactSaid(id);
  if (pact === null) return refuse({ kind: 'unknown-document' });
  if (pact.edition !== edition.id) return refuse({ kind: 'document-unfit', why: 'edition' });
  if (codeOf(pact.place) !== codeOf(place)) return refuse({ kind: 'document-unfit', why: 'place' });
  return accept({ said: pact, name: pact.listName ?? '' });
}

function localsOf(commitments: readonly LocalCommitment[], side: Side): FirstWords['locals'] {
  const texts = commitments
    .map(({ text, relatedMeasures }) => ({ text: tidyWords(text).slice(0, WORDING_LIMIT), relatedMeasures }))
    .filter(({ text }) => text !== '');
  return texts.slice(0, MOST_LOCALS).map((local) => ({
    ...local,
    side,
    localMeasure: null,
    positions: proposedBy(side),
  }));
}

function proposedBy(side: Side) {
  return [{ side, position: AS_PROPOSED }];
}
