/** The measures of a charter with their numbers, by theme: beside a field where one types numbers. */
import type { Edition } from '#domain/charter/edition.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { OTHER_MEASURES } from '#ui/messages/collectives/space.fr.ts';

type Picked = { readonly number: number; readonly title: string };

export type MeasuresToPick = {
  readonly id: string;
  readonly title: string;
  /** Each measure once. `title` is null when the charter has no theme. */
  readonly groups: readonly { readonly title: string | null; readonly measures: readonly Picked[] }[];
};

export function measuresToPick(edition: Pick<Edition, 'id' | 'title' | 'measures' | 'groupings'>): MeasuresToPick {
  const { id, title } = edition;
  const themes = edition.groupings[0]?.themes ?? [];
  const themed = themes.map((theme, place) => ({
    title: theme.title,
    measures: edition.measures
      .filter(({ number }) => themes.findIndex(({ measures }) => measures.includes(number)) === place)
      .map(picked),
  }));
  const others = edition.measures.filter(({ number }) => !themes.some(({ measures }) => measures.includes(number)));
  const rest = { title: themes.length > 0 ? OTHER_MEASURES : null, measures: others.map(picked) };
  return { id, title, groups: [...themed, rest].filter(({ measures }) => measures.length > 0) };
}

function picked({ number, title }: Edition['measures'][number]): Picked {
  return { number, title: heading(title) };
}
