/** The crosswalk as it stood one day: frozen, numbered, with what changed since the version before. */
import type { ShownRelation } from './relation.ts';

/** A relation as everybody may take it away: one line, with the titles of both sides. */
export type RelationLine = {
  readonly from: { readonly edition: string; readonly item: string; readonly title: string };
  readonly to:
    | { readonly edition: string; readonly item: string; readonly title: string }
    | { readonly goal: number; readonly title: string };
  readonly relation: ShownRelation;
  /** '' : nothing was said. */
  readonly reason: string;
  /** When a person confirmed it, or the edition was published: an instant, as ISO 8601. */
  readonly since: string;
};

export const VERSION_FORMAT = 'parole-tenue-correspondances-1';

export type CrosswalkContent = {
  readonly format: typeof VERSION_FORMAT;
  readonly number: number;
  /** An instant, as ISO 8601. */
  readonly publishedAt: string;
  /** Those that a line names, by id. */
  readonly editions: readonly { readonly id: string; readonly title: string; readonly year: number }[];
  readonly relations: readonly RelationLine[];
};

export type CrosswalkVersion = {
  readonly number: number;
  readonly sha256: string;
  readonly publishedAt: Date;
  readonly relations: number;
};

export type CrosswalkChanges = {
  readonly added: readonly RelationLine[];
  readonly removed: readonly RelationLine[];
  /** The same pair, said otherwise. */
  readonly changed: readonly { readonly before: RelationLine; readonly after: RelationLine }[];
};

/** Of two versions, in the order of their lines. `before` empty for the first version: everything was added. */
export function changesBetween(before: readonly RelationLine[], after: readonly RelationLine[]): CrosswalkChanges {
  const known = new Map(before.map((line) => [pairOf(line), line]));
  const still = new Set(after.map(pairOf));
  return {
    added: after.filter((line) => !known.has(pairOf(line))),
    removed: before.filter((line) => !still.has(pairOf(line))),
    changed: after.flatMap((line) => {
      const was = known.get(pairOf(line));
      return was === undefined || (was.relation === line.relation && was.reason === line.reason)
        ? []
        : [{ before: was, after: line }];
    }),
  };
}

export function isUnchanged({ added, removed, changed }: CrosswalkChanges): boolean {
  return added.length + removed.length + changed.length === 0;
}

function pairOf({ from, to }: RelationLine): string {
  const there = 'goal' in to ? `goal ${to.goal}` : `${to.edition} ${to.item}`;
  return `${from.edition} ${from.item} ${there}`;
}
