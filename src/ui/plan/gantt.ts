/**
 * When the actions of a plan begin and end, as shares of the width of a drawing (0 to 100). Nothing is guessed: an action
 * whose end nobody said has no end here, and one without any date is told apart.
 */
import { scaleUtc } from 'd3-scale';
import { utcMonth, utcYear } from 'd3-time';
import type { PlanRow } from '#domain/plan/plan-row.ts';

/** `from` and `width` in hundredths of the drawing. */
export type Bar =
  | { readonly kind: 'span'; readonly from: number; readonly width: number }
  /** Its end is not said. */
  | { readonly kind: 'starts'; readonly from: number; readonly width: number }
  /** Its start is not said. */
  | { readonly kind: 'ends'; readonly from: number };

export type Gantt = {
  /** Days, YYYY-MM-DD, of both sides of the drawing; the second one is the first day after. */
  readonly from: string;
  readonly until: string;
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
  /** Null: today is outside of the drawing. */
  readonly today: number | null;
  readonly bars: readonly { readonly row: PlanRow; readonly bar: Bar }[];
};

/**
 * The rows that have a date, in the order given, drawn on one scale; null when none has. Years before 1900 or after 2200
 * are mistakes of a file: they would flatten everything else, and are told with the undated ones.
 */
export function ganttOf(rows: readonly PlanRow[], today: string): Gantt | null {
  const dated = rows.filter(isDrawn);
  const days = dated.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn].filter((day) => day !== null));
  if (days.length === 0) return null;
  const sorted = days.toSorted();
  const [first, last] = [instant(sorted[0] ?? today), instant(sorted.at(-1) ?? today)];
  const unit = last.getTime() - first.getTime() > 3 * YEAR ? utcYear : utcMonth;
  const from = unit.floor(first);
  // The last day belongs to the drawing.
  const until = unit.ceil(new Date(last.getTime() + DAY));
  const scale = scaleUtc().domain([from, until]).range([0, 100]).clamp(true);
  const share = (at: Date): number => Math.round(scale(at) * 100) / 100;
  const now = instant(today);
  return {
    from: dayOf(from),
    until: dayOf(until),
    ticks: ticksOf(from, until).map((at) => ({ label: tickLabel(at), at: share(at) })),
    today: now < from || now >= until ? null : share(now),
    bars: dated.map((row) => ({ row, bar: barOf(row, share) })),
  };
}

export function isDrawn({ startsOn, endsOn }: Pick<PlanRow, 'startsOn' | 'endsOn'>): boolean {
  const days = [startsOn, endsOn].filter((day) => day !== null);
  return days.length > 0 && days.every((day) => day >= '1900-01-01' && day <= '2200-12-31');
}

/** The narrowest bar that one still sees. */
const NARROWEST = 0.6;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

function barOf({ startsOn, endsOn }: PlanRow, share: (at: Date) => number): Bar {
  if (startsOn === null) return { kind: 'ends', from: share(new Date(instant(endsOn ?? '').getTime() + DAY)) };
  const from = share(instant(startsOn));
  if (endsOn === null) return { kind: 'starts', from, width: Math.max(rounded(100 - from), NARROWEST) };
  const end = share(new Date(instant(endsOn).getTime() + DAY));
  return { kind: 'span', from: Math.min(from, 100 - NARROWEST), width: Math.max(rounded(end - from), NARROWEST) };
}

/** Years, or months of one to three years; at most about twelve, so that their names stay apart on a phone. */
function ticksOf(from: Date, until: Date): readonly Date[] {
  const span = until.getTime() - from.getTime();
  if (span > 2 * YEAR) {
    const every = Math.max(1, Math.ceil(span / YEAR / 8));
    return utcYear.range(utcYear.ceil(from), until, every);
  }
  const every = Math.max(1, Math.ceil(span / (30.5 * DAY) / 8));
  return utcMonth.range(from, until, every);
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: '2-digit', timeZone: 'UTC' });

function tickLabel(at: Date): string {
  return at.getUTCMonth() === 0 ? String(at.getUTCFullYear()) : MONTH.format(at);
}

function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
