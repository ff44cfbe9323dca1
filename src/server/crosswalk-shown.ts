/** Relations as pages show them: both sides with their titles and addresses. One whose charter is not here any more is left out. */
import type { RelationLine } from '#domain/crosswalk/crosswalk-version.ts';
import type { LinkTarget } from '#domain/crosswalk/crosswalk-link.ts';
import { promiseOf, type CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { ShownRelation } from '#domain/crosswalk/relation.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { editionAddress, measureAddress } from '#ui/addresses.ts';
import { goalLabel } from '#ui/messages/crosswalk.fr.ts';
import { measureHeading } from '#ui/messages/charter.fr.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from './charters.ts';
import { editionNamed } from './edition-names.ts';
import { goalByNumber } from './goals.ts';
import type { HeldRelation, KnownRelation } from './storage/crosswalk-relations.ts';

export type SideShown = {
  readonly href: string;
  /** « Mesure 15 », « Objectif 11 ». */
  readonly label: string;
  readonly title: string;
  /** '' for a goal. */
  readonly charter: string;
};

export type RelationShown = {
  readonly from: SideShown;
  readonly to: SideShown;
  readonly relation: ShownRelation;
  readonly reason: string;
  readonly since: Date;
  /** The measure of an earlier edition of which it was confirmed; null: of this very one. */
  readonly through: SideShown | null;
};

/** Null: there is no such promise here. */
export function promiseShown({ edition: id, item }: CharterPromise): SideShown | null {
  const edition = editionById(id);
  const promise = edition === null ? null : promiseOf(edition, item);
  if (edition === null || promise === null) return null;
  return {
    href: promiseAddress({ edition: id, item }),
    label: promiseLabel(item),
    title: heading(promise.title),
    charter: editionName(edition),
  };
}

/** « Mesure 7, Pacte pour la Transition 2020 ». */
export function promiseNamed({ edition, item }: CharterPromise): string {
  return `${promiseLabel(item)}, ${editionNamed(edition)}`;
}

export function sideShown(to: LinkTarget): SideShown | null {
  if (to.kind === 'promise') return promiseShown(to);
  const goal = goalByNumber(to.goal);
  if (goal === null) return null;
  return { href: goalAddress(goal.number), label: goalLabel(goal.number), title: goal.name, charter: '' };
}

export function relationsShown(
  relations: readonly (KnownRelation & Partial<Pick<HeldRelation, 'through'>>)[],
): readonly RelationShown[] {
  return relations.flatMap(({ from, to, through = null, ...said }) => {
    const here = promiseShown(from);
    const there = sideShown(to);
    const shown = { ...said, through: through === null ? null : promiseShown(through) };
    return here === null || there === null ? [] : [{ ...shown, from: here, to: there }];
  });
}

/** Of a frozen version: the titles are those it holds. */
export function linesShown(lines: readonly RelationLine[]): readonly RelationShown[] {
  return lines.map(({ from, to, relation, reason, since }) => ({
    from: lineSide(from),
    to:
      'goal' in to
        ? { href: goalAddress(to.goal), label: goalLabel(to.goal), title: to.title, charter: '' }
        : lineSide(to),
    relation,
    reason,
    since: new Date(since),
    through: null,
  }));
}

function lineSide({ edition, item, title }: CharterPromise & { readonly title: string }): SideShown {
  return {
    href: promiseAddress({ edition, item }),
    label: promiseLabel(item),
    title: heading(title),
    charter: editionNamed(edition),
  };
}

export function goalAddress(goal: number): string {
  return `/correspondances?objectif=${goal}`;
}

function promiseAddress({ edition, item }: CharterPromise): string {
  const key = commitmentKeyOf(item);
  if (key?.kind === 'measure') return measureAddress(edition, key.measure);
  return `${editionAddress(edition)}#principe-${item.slice(1)}`;
}

function promiseLabel(item: string): string {
  const key = commitmentKeyOf(item);
  return key?.kind === 'measure' ? measureHeading(key.measure) : `Principe ${item.slice(1)}`;
}
