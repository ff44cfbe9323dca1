/** The page of a campaign's progress: what is drawn and what its table says, from the same figures. */
import type { Election } from '#domain/campaign/election.ts';
import { overlaid, progressOf, type Progress, type SignedDay, type Step } from '#domain/observatory/progress.ts';
import { daysBetween } from '#domain/shared/local-day.ts';
import * as words from '#ui/messages/progress.fr.ts';
import { progressChart, type CurvePoint, type ProgressDrawn } from './chart.ts';

export type CampaignShown = {
  readonly name: string;
  readonly days: readonly SignedDay[];
  /** That of the year for which its charter was written; null: this site knows none. */
  readonly election: Pick<Election, 'rounds'> | null;
};

export type ProgressShown = {
  readonly lines: readonly string[];
  readonly chart: ProgressDrawn | null;
  readonly axis: 'days-since-1970' | 'days-from-a-round';
  readonly rounds: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly when: string; readonly cells: readonly string[] }[];
  /** Rows are those of the end only. */
  readonly cut: boolean;
};

/** Rows that still make a page. */
const MOST_ROWS = 200;
const EPOCH = '1970-01-01';

export function oneCampaign({ name, days, election }: CampaignShown, step: Step): ProgressShown {
  const progress = progressOf(days, step);
  const rounds = roundsOf(election);
  const all = progress.dated + progress.dayUnknown;
  const rows = progress.points.map(({ from, signed, total }) => ({
    key: from,
    when: words.when(from),
    cells: [words.plain(signed), words.outOfAll(total, all)],
  }));
  const unknown =
    progress.dayUnknown === 0
      ? []
      : [{ key: '', when: words.DAY_UNKNOWN, cells: [words.plain(progress.dayUnknown), '–'] }];
  // Drawn by day whatever the table adds up: a week is no step that anybody took at once.
  const curve = progressOf(days, 'day').points.map(({ from, total }): CurvePoint => ({ at: numbered(from), total }));
  return {
    lines: [words.signedLine(progress)],
    axis: 'days-since-1970',
    chart: progressChart([{ name, points: curve }], {
      axis: 'days-since-1970',
      uprights: rounds.map(({ round, on }) => ({ at: numbered(on), label: words.roundLabel(round) })),
    }),
    rounds: words.roundsLine(rounds),
    columns: [words.COLUMN_WHEN[step], words.COLUMN_SIGNED, words.COLUMN_TOTAL],
    rows: [...rows.slice(-MOST_ROWS), ...unknown],
    cut: rows.length > MOST_ROWS,
  };
}

/** Null when the first round of one of them is not known. */
export function twoCampaigns(campaigns: readonly [CampaignShown, CampaignShown]): ProgressShown | null {
  const sides = campaigns.flatMap(({ name, days, election }) => {
    const firstRound = election?.rounds[0].heldOn;
    return firstRound === null || firstRound === undefined ? [] : [{ name, days, firstRound }];
  });
  if (sides.length < 2) return null;
  const each: readonly Progress[] = sides.map(({ days }) => progressOf(days, 'day'));
  const weeks = overlaid(sides);
  return {
    lines: sides.map(({ name }, at) => words.ofCampaign(name, words.signedLine(each[at] ?? NOTHING))),
    axis: 'days-from-a-round',
    chart: progressChart(
      sides.map(({ name, firstRound }, at) => ({
        name,
        points: (each[at]?.points ?? []).map(({ from, total }) => ({ at: daysBetween(firstRound, from), total })),
      })),
      { axis: 'days-from-a-round', uprights: [{ at: 0, label: words.roundLabel(1) }] },
    ),
    rounds: words.FROM_FIRST_ROUND,
    columns: [words.COLUMN_WEEK, ...sides.map(({ name }) => name)],
    rows: weeks.slice(-MOST_ROWS).map(({ week, totals }) => ({
      key: String(week),
      when: words.weekWord(week),
      cells: totals.map((total, at) =>
        total === null ? words.NOT_BEGUN : words.outOfAll(total, allOf(each[at] ?? NOTHING)),
      ),
    })),
    cut: weeks.length > MOST_ROWS,
  };
}

const NOTHING: Progress = { points: [], dated: 0, dayUnknown: 0 };

function allOf({ dated, dayUnknown }: Progress): number {
  return dated + dayUnknown;
}

function numbered(day: string): number {
  return daysBetween(EPOCH, day);
}

function roundsOf(election: Pick<Election, 'rounds'> | null) {
  return (election?.rounds ?? []).flatMap(({ round, heldOn }) => (heldOn === null ? [] : [{ round, on: heldOn }]));
}
