/** What a measure became and what it comes from, with the titles of both, for its public page. One query. */
import { heading } from '#ui/messages/format.fr.ts';
import { measureAddress } from '#ui/addresses.ts';
import { becameIn, comesFromIn, localVersionOf, measureLink } from '#ui/messages/workbench-fate.fr.ts';
import { editionById } from './charters.ts';
import { measureTitle } from './charter-words.ts';
import { editionNamed } from './edition-names.ts';
import type { Db } from './storage/connection.ts';
import { measureFate, type MeasureStep } from './storage/editions-made.ts';

export type FateLine = {
  readonly text: string;
  readonly measures: readonly { readonly href: string; readonly label: string }[];
  /** Each once. */
  readonly reasons: readonly string[];
};

/** One line for each edition it went to or came from. `added`: it is new in its edition. */
export type FateShown = {
  readonly became: readonly FateLine[];
  readonly from: readonly FateLine[];
  readonly added: readonly string[] | null;
};

export async function fateShown(
  db: Db,
  at: { readonly edition: string; readonly measure: number },
): Promise<FateShown> {
  const { became, from } = await measureFate(db, at);
  const added = from.filter(({ change }) => change === 'added');
  const isLocal = (edition: string): boolean => editionById(edition)?.local !== undefined;
  const comesFrom = (edition: string, change: MeasureStep['change']): string =>
    isLocal(at.edition) && !isLocal(edition)
      ? localVersionOf(editionNamed(edition), change)
      : comesFromIn(editionNamed(edition), change);
  return {
    became: linesOf(
      became,
      ({ to }) => to,
      (edition, change) => becameIn(editionNamed(edition), change),
    ),
    from: linesOf(from, (step) => step.from, comesFrom),
    added: added.length === 0 ? null : added.flatMap(({ reason }) => (reason === '' ? [] : [reason])),
  };
}

function linesOf(
  steps: readonly MeasureStep[],
  endOf: (step: MeasureStep) => MeasureStep['to'],
  say: (edition: string, change: MeasureStep['change']) => string,
): readonly FateLine[] {
  const editions = new Set(steps.flatMap((step) => endOf(step)?.edition ?? []));
  return [...editions].flatMap((edition) => {
    const here = steps.filter((step) => endOf(step)?.edition === edition);
    const [first] = here;
    if (first === undefined) return [];
    return [
      {
        text: say(edition, first.change),
        measures: here.flatMap((step) => {
          const measure = endOf(step)?.measure ?? null;
          return measure === null ? [] : [{ href: measureAddress(edition, measure), label: named(edition, measure) }];
        }),
        reasons: [...new Set(here.map(({ reason }) => reason))].filter((reason) => reason !== ''),
      },
    ];
  });
}

function named(edition: string, measure: number): string {
  const title = measureTitle({ edition, measure });
  return measureLink(measure, title === null ? null : heading(title));
}
