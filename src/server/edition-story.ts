/** What an edition says of itself on its page: what changed with it, whose it is, whether it is still offered. */
import { collectiveAddress, measureAddress } from '#ui/addresses.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { Change } from '#domain/workbench/change.ts';
import type { MeasureOrigin } from '#domain/workbench/origins.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { because, changesLine, localOf, measureLink, withdrawnLine } from '#ui/messages/workbench-fate.fr.ts';
import { editionsMadeHere } from './charters.ts';
import { measureTitle } from './charter-words.ts';
import { editionNamed } from './edition-names.ts';
import type { Db } from './storage/connection.ts';
import { findCollective } from './storage/collectives.ts';
import { editionWithdrawal } from './storage/edition-withdrawals.ts';
import { madeEdition, originsOfEdition } from './storage/editions-made.ts';

export type EditionStory = {
  /** Null: nothing is known of what it comes from. */
  readonly changes: string | null;
  readonly removed: readonly { readonly href: string; readonly label: string }[];
  readonly local: { readonly text: string; readonly href: string | null } | null;
  /** Null: it is offered. */
  readonly withdrawn: { readonly text: string; readonly reason: string | null } | null;
  /** Of its canonical text; null: it came with the program. */
  readonly sha256: string | null;
};

/** One query, four for one that was made here. */
export async function editionStory(db: Db, edition: Edition): Promise<EditionStory> {
  const [made, origins, collective] = editionsMadeHere().some(({ id }) => id === edition.id)
    ? await Promise.all([
        madeEdition(db, edition.id),
        originsOfEdition(db, edition.id),
        edition.local === undefined ? null : findCollective(db, edition.local.collective, { lock: false }),
      ])
    : [null, [], null];
  const withdrawal = await editionWithdrawal(db, edition.id);
  const from = origins.find(({ fromEdition }) => fromEdition !== null)?.fromEdition ?? null;
  return {
    changes: from === null ? null : changesLine(countsOf(origins, from), editionNamed(from)),
    removed: origins.flatMap(({ change, fromEdition, fromMeasure }) => {
      if (change !== 'removed' || fromEdition === null || fromMeasure === null) return [];
      const title = measureTitle({ edition: fromEdition, measure: fromMeasure });
      const label = measureLink(fromMeasure, title === null ? null : heading(title));
      return [{ href: measureAddress(fromEdition, fromMeasure), label }];
    }),
    local:
      edition.local === undefined
        ? null
        : { text: localOf(collective?.name ?? ''), href: collective === null ? null : collectiveAddress(collective) },
    withdrawn:
      withdrawal === null
        ? null
        : { text: withdrawnLine(withdrawal), reason: withdrawal.reason === '' ? null : because(withdrawal.reason) },
    sha256: made?.sha256 ?? null,
  };
}

/** A measure once, however many of this edition it comes from; one that comes from another edition alone is new. */
function countsOf(origins: readonly MeasureOrigin[], from: string): Readonly<Partial<Record<Change, number>>> {
  const counted: Partial<Record<Change, number>> = {};
  const seen = new Set<string>();
  const itsFirst = origins.toSorted(
    (one, other) => Number(other.fromEdition === from) - Number(one.fromEdition === from),
  );
  for (const { measure, fromEdition, fromMeasure, change } of itsFirst) {
    const key = measure === null ? `-${fromMeasure ?? ''}` : String(measure);
    if (seen.has(key)) continue;
    seen.add(key);
    const since = fromEdition === null || fromEdition === from ? change : 'added';
    counted[since] = (counted[since] ?? 0) + 1;
  }
  return counted;
}
