/** What somebody else saved of a measure beside its words, where what was typed says otherwise. */
import * as words from '#ui/messages/workbench.fr.ts';
import type { MeasureChosen, MeasureTyped } from './measure-form.ts';

/** As the page shows it: what is saved now. */
type Saved = {
  readonly reason: string;
  readonly groupings: readonly {
    readonly id: string;
    readonly title: string;
    readonly themes: readonly { readonly id: string; readonly title: string }[];
    readonly chosen: string;
  }[];
  readonly asked: readonly {
    readonly name: string;
    readonly text: string;
    readonly possible: boolean;
    readonly keep: string;
  }[];
  readonly mapped: readonly { readonly edition: string; readonly label: string; readonly numbers: string }[];
};

export type SavedMeanwhile = { readonly label: string; readonly saved: string };

export function savedMeanwhile(
  saved: Saved,
  { typed, chosen }: { readonly typed: Pick<MeasureTyped, 'reason'>; readonly chosen: MeasureChosen },
): readonly SavedMeanwhile[] {
  const theme = ({ themes, chosen: id }: Saved['groupings'][number]) =>
    themes.find((one) => one.id === id)?.title ?? words.THEME_NONE;
  return [
    ...(same(saved.reason, typed.reason) ? [] : [{ label: words.REASON, saved: saved.reason || words.NOTHING_SAVED }]),
    ...saved.groupings
      .filter((grouping) => grouping.chosen !== (chosen.themes[grouping.id] ?? ''))
      .map((grouping) => ({ label: grouping.title, saved: theme(grouping) })),
    ...saved.asked
      .filter(({ name, possible, keep }) => possible && keep !== (chosen.notes[name] ?? ''))
      .map(({ text, keep }) => ({ label: text, saved: words.noteSaid(keep) })),
    ...saved.mapped
      .filter(({ edition, numbers }) => !same(numbers, chosen.mapped[edition] ?? ''))
      .map(({ label, numbers }) => ({
        label: `${words.MAPPED}. ${label}`,
        saved: numbers || words.NOTHING_SAVED,
      })),
  ];
}

function same(one: string, other: string): boolean {
  return one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
}
