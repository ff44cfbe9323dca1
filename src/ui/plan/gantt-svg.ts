/**
 * The calendar of a plan as one picture to put in a presentation or a report: SVG by itself, with its own colours, whatever
 * people wrote escaped. The page that shows the same is ./CalendarView.svelte.
 */
import type { PlanRow } from '#domain/plan/plan-row.ts';
import { asMarkup } from '#domain/shared/markup.ts';
import { withHiddenSigns } from '#domain/shared/shown-signs.ts';
import { period, todayIs, viewTitle, withoutDate } from '#ui/messages/plan-views.fr.ts';
import { STATUS_WORD, statusState, type StatusState } from '#ui/messages/plan-words.fr.ts';
import type { PlanFrame } from './frame.ts';
import type { Bar, Gantt } from './gantt.ts';

const WIDTH = 1200;
const NAMES = 430;
const RIGHT = 20;
const ROW = 26;
const TOP = 92;

/** `undated`: how many actions have no date and stand in no picture. */
export function ganttSvg(
  gantt: Gantt,
  { frame, undated }: { readonly frame: PlanFrame; readonly undated: number },
): string {
  const bottom = TOP + gantt.bars.length * ROW;
  const statuses = [...new Set(gantt.bars.map(({ row }) => statusState(row.status)))];
  const height = bottom + (undated > 0 ? 70 : 46);
  const title = viewTitle('calendar', frame.title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-labelledby="t" lang="fr">`,
    `<title id="t">${xml(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="30" font-size="19" font-weight="600">${xml(short(title, 110))}</text>`,
    `<text x="16" y="52" fill="#544e44">${xml(`${frame.place.name}. ${todayIs(frame.today)}`)}</text>`,
    ...gantt.ticks.map(
      ({ at, label }) =>
        `<path d="M${x(at)} ${TOP - 8}V${bottom}" stroke="#d8d0bf"/><text x="${x(at) + 4}" y="${TOP - 12}" fill="#544e44">${xml(label)}</text>`,
    ),
    ...gantt.bars.map(({ row, bar }, index) => line(row, { bar, y: TOP + index * ROW })),
    gantt.today === null
      ? ''
      : `<path d="M${x(gantt.today)} ${TOP - 8}V${bottom}" stroke="#853517" stroke-width="2" stroke-dasharray="4 3"/>`,
    key(statuses, bottom + 26),
    undated === 0 ? '' : `<text x="16" y="${bottom + 54}" fill="#664900">${xml(withoutDate(undated))}</text>`,
    '</svg>\n',
  ].join('');
}

function line(row: PlanRow, { bar, y }: { bar: Bar; y: number }): string {
  const status = STATUS_WORD[statusState(row.status)];
  return [
    `<g><title>${xml(`${row.number} ${row.title} : ${period(row.startsOn, row.endsOn)}, ${status}`)}</title>`,
    `<text x="16" y="${y + 17}">${xml(short(`${row.number} ${row.title}`, 56))}</text>`,
    drawn(bar, { status: statusState(row.status), y }),
    '</g>',
  ].join('');
}

function drawn(bar: Bar, { status, y }: { status: StatusState; y: number }): string {
  if (bar.kind === 'ends') return `<path d="M${x(bar.from) - 6} ${y + 13}l6 -6 6 6 -6 6Z"/>`;
  const open = bar.kind === 'starts' ? ' fill="none" stroke-dasharray="9 4"' : '';
  return box(
    { left: x(bar.from), width: Math.max(2, (bar.width / 100) * (WIDTH - NAMES - RIGHT)), y: y + 7 },
    status,
    open,
  );
}

const LOOK: Readonly<Record<StatusState, string>> = {
  planned: 'fill="#f1ebdd" stroke="#1c1a17"',
  ongoing: 'fill="#857c6b" stroke="#1c1a17"',
  done: 'fill="#1c1a17" stroke="#1c1a17"',
  paused: 'fill="#fff" stroke="#1c1a17" stroke-dasharray="5 3"',
  blocked: 'fill="#fff" stroke="#853517" stroke-width="3"',
  abandoned: 'fill="#fff" stroke="#857c6b" stroke-dasharray="2 4"',
  unknown: 'fill="#fff" stroke="#664900" stroke-dasharray="2 2"',
};

function box(
  { left, width, y }: { left: number; width: number; y: number },
  status: StatusState,
  open: string,
): string {
  const look = open === '' ? LOOK[status] : LOOK[status].replace(/ ?fill="[^"]*"| ?stroke-dasharray="[^"]*"/g, '');
  return `<rect x="${left}" y="${y}" width="${rounded(width)}" height="12" ${look.trim()}${open}/>`;
}

function key(statuses: readonly StatusState[], y: number): string {
  return statuses
    .map((status, index) => {
      const left = 16 + index * 160;
      return `${box({ left, width: 26, y: y - 11 }, status, '')}<text x="${left + 34}" y="${y}">${xml(STATUS_WORD[status])}</text>`;
    })
    .join('');
}

function x(share: number): number {
  return rounded(NAMES + (share / 100) * (WIDTH - NAMES - RIGHT));
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}

function short(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function xml(text: string): string {
  return asMarkup(withHiddenSigns(text).replace(/[\ufffe\uffff]/g, ''));
}
