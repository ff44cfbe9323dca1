/**
 * A charter that was read in a document becomes a draft of an edition: its measures are there to be compared with the document and
 * corrected, and every doubt of the reader stands beside them until somebody settles it. The reading stays as it is.
 */
import type { Actor, Person } from '#domain/access/gate.ts';
import type { Clause } from '#domain/charter/edition.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { MOST } from '#domain/workbench/bounds.ts';
import type { StartingEdition } from '#domain/workbench/draft-of-edition.ts';
import { draftEdition, type EditionDraft } from '#reading/charter/draft-edition.ts';
import { doubtsOf } from '#reading/charter/doubts.ts';
import { enterDraft as enterReading, type CannotEnter } from '../drafts/enter-draft.ts';
import type { Stores } from '../stores.ts';
import { openDraftFromCharter, type CannotOpenDraft, type NewEdition } from '../workbench/open-draft.ts';

export type OpenFromReading = NewEdition & {
  /** The private address of the reading: whoever has it may take its words over. */
  readonly token: string;
};

export type CannotOpenFromReading =
  | CannotOpenDraft
  | CannotEnter
  /** It is a pact or a plan. */
  | { readonly kind: 'not-a-charter' };

export async function openFromReading(
  stores: Stores,
  actor: Person,
  { token, ...request }: OpenFromReading,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotOpenFromReading>> {
  return await stores.together<{ readonly id: number }, CannotOpenFromReading>(async (all) => {
    const holder: Actor = { kind: 'draft-holder', token };
    const entered = await enterReading(all, holder, { act: 'see-draft', key: { token }, now, lock: false });
    if (!entered.ok) return entered;
    const { reading } = entered.value;
    if (reading.kind !== 'charter') return refuse({ kind: 'not-a-charter' });
    const charter = startingFrom(draftEdition(reading.text));
    const opened = await openDraftFromCharter(all, actor, { ...request, charter }, now);
    if (!opened.ok) return opened;
    const draft = await all.workbench.find(opened.value.id);
    const measures = (draft?.measures ?? []).toSorted((one, other) => one.position - other.position);
    const doubts = doubtsOf(reading).map(({ at, ...doubt }) => ({
      ...doubt,
      measure: at === null ? null : (measures[at]?.id ?? null),
    }));
    await all.doubts.add(opened.value.id, doubts);
    return accept(opened.value);
  });
}

/** Nobody said who carries it, what it asks at least, nor who publishes it: the workbench asks. */
function startingFrom({ preamble, principles, measures }: EditionDraft): StartingEdition {
  return {
    preamble: bounded(preamble),
    principles,
    measures: measures.map(({ levels, ...measure }) => ({
      ...measure,
      levels: levels.map(({ level, label, leadIn, clauses }) => ({
        level,
        ...(label === undefined ? {} : { label }),
        clauses: [
          ...(leadIn === undefined ? [] : [clauseOf(0, leadIn)]),
          ...clauses.map((text, at) => clauseOf(at + 1, text)),
        ],
      })),
    })),
    rules: { minimumMeasures: null, requiredPrinciples: [] },
    carriers: { kind: 'collective-and-list' },
    groupings: [],
    source: { publisher: '' },
  };
}

/** A long text before the first measure is kept whole as far as a draft holds it; a doubt says where to look. */
function bounded(lines: readonly string[]): readonly string[] {
  const cut = lines.map((line) => line.slice(0, MOST.paragraph));
  if (cut.length <= MOST.paragraphs) return cut;
  const rest = cut.slice(MOST.paragraphs - 1).join(' ');
  return [...cut.slice(0, MOST.paragraphs - 1), rest.slice(0, MOST.paragraph)];
}

function clauseOf(clause: number, text: string): Clause {
  return { clause, text, targets: [] };
}
