/** Acts on a draft as its page of history shows them, each with the words that changed. */
import { differencesOf, type MeasureDifferences } from '#domain/workbench/differences.ts';
import { changedInHead, changedInMeasure, type DraftEvent, type DraftChange } from '#domain/workbench/draft-history.ts';
import type { MeasureWords } from '#domain/workbench/draft.ts';
import { heading } from '#ui/messages/format.fr.ts';
import * as words from '#ui/messages/workbench-history.fr.ts';

export type HistoryLine = {
  readonly sequence: number;
  readonly text: string;
  readonly when: string;
  /** As its author wrote it; '' : none was written then. */
  readonly reason: string;
  readonly differences: MeasureDifferences | null;
};

/** `named`: a measure of the draft as it is called now, '' when it is in it no more. */
export function historyShown(
  events: readonly DraftEvent[],
  { named, you }: { readonly named: (measure: number) => string; readonly you: string },
): readonly HistoryLine[] {
  return events.map(({ sequence, at, act, role, by, writing }) => ({
    sequence,
    when: words.whoAndWhen(at, { name: by.name, role, isYou: by.id === you }),
    ...(writing === null
      ? { text: words.actLine(act), reason: '', differences: null }
      : { reason: reasonOf(writing), differences: differencesIn(writing), text: textOf(writing, named) }),
  }));
}

function textOf(writing: DraftChange, named: (measure: number) => string): string {
  const nameOf = (measure: number, said: MeasureWords | null): string =>
    named(measure) || heading(said?.title ?? '') || words.actLine('');
  switch (writing.what) {
    case 'head':
      return words.headLine(changedInHead(writing.before, writing.after));
    case 'measure':
      return words.measureLine(
        nameOf(writing.measure, writing.after.words),
        changedInMeasure(writing.before, writing.after),
      );
    case 'added':
      return words.added(nameOf(writing.measure, writing.words));
    case 'split':
      return words.split(nameOf(writing.measure, null), nameOf(writing.into, null));
    case 'merged':
      return words.merged(nameOf(writing.measure, writing.from), nameOf(writing.into, null));
    case 'removed':
      return words.removed(nameOf(writing.measure, writing.words));
    case 'restored':
      return words.restored(nameOf(writing.measure, writing.words));
    case 'numbers':
      return words.numbersLine(
        writing.numbers.filter(([, was, now]) => was !== now).map(([, was, now]) => ({ was, now })),
      );
    case undefined:
      return words.doubtSettled(writing.settled);
  }
}

function reasonOf(writing: DraftChange): string {
  switch (writing.what) {
    case 'measure':
      return writing.after.reason === writing.before.reason ? '' : writing.after.reason;
    case 'head':
      return writing.after.head.reason === writing.before.head.reason ? '' : writing.after.head.reason;
    case 'removed':
      return writing.reason;
    default:
      return '';
  }
}

function differencesIn(writing: DraftChange): MeasureDifferences | null {
  if (writing.what !== 'measure' || writing.before.words === null) return null;
  return changedInMeasure(writing.before, writing.after).includes('words')
    ? differencesOf([writing.before.words], writing.after.words)
    : null;
}
