/** What an edition made here says of itself on its page: what changed with it, whose it is, whether it is still offered. */
import { collectiveAddress, measureAddress } from '#ui/addresses.ts';
import type { Edition } from '#domain/charter/edition.ts';
import type { Change } from '#domain/workbench/change.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { changesLine, localOf, measureLink } from '#ui/messages/workbench-fate.fr.ts';
import { editionsMadeHere } from './charters.ts';
import { editionNamed, measureTitle } from './charter-words.ts';
import type { Db } from './storage/connection.ts';
import { findCollective } from './storage/collectives.ts';
import { madeEdition, originsOfEdition } from './storage/editions-made.ts';

export type EditionStory = {
  /** Null: nothing is known of what it comes from. */
  readonly changes: string | null;
  readonly removed: readonly { readonly href: string; readonly label: string }[];
  readonly local: { readonly text: string; readonly href: string | null } | null;
  readonly withdrawn: boolean;
  /** Of its canonical text; null: it came with the program. */
  readonly sha256: string | null;
};

/** None for an edition that came with the program: no query. Two or three for one that was made here. */
export async function editionStory(db: Db, edition: Edition): Promise<EditionStory> {
  const known = editionsMadeHere().find((one) => one.edition.id === edition.id);
  if (known === undefined) return { changes: null, removed: [], local: null, withdrawn: false, sha256: null };
  const [made, origins, collective] = await Promise.all([
    madeEdition(db, edition.id),
    originsOfEdition(db, edition.id),
    edition.local === undefined ? null : findCollective(db, edition.local.collective, { lock: false }),
  ]);
  const from = origins.find(({ fromEdition }) => fromEdition !== null)?.fromEdition ?? null;
  return {
    changes: from === null ? null : changesLine(countsOf(origins), editionNamed(from)),
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
    withdrawn: known.withdrawn,
    sha256: made?.sha256 ?? null,
  };
}

/** A measure once, however many it comes from. */
function countsOf(
  origins: readonly { readonly measure: number | null; readonly fromMeasure: number | null; readonly change: Change }[],
): Readonly<Partial<Record<Change, number>>> {
  const counted: Partial<Record<Change, number>> = {};
  const seen = new Set<string>();
  for (const { measure, fromMeasure, change } of origins) {
    const key = measure === null ? `-${fromMeasure ?? ''}` : String(measure);
    if (seen.has(key)) continue;
    seen.add(key);
    counted[change] = (counted[change] ?? 0) + 1;
  }
  return counted;
}
