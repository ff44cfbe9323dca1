/** How long the site takes to its first page: in a new folder (database, communes and documents), then again. */
import { type Section, promise } from './measure.ts';

export function startSection(times: { first: number; second: number }): Section {
  const seconds = (duration: number) => `${(duration / 1000).toFixed(1)} s`;
  return {
    title: 'Starting',
    rows: [
      promise('first start, in an empty folder, to the first page', seconds(times.first), {
        bound: '< 60 s',
        kept: times.first < 60_000,
      }),
      promise('second start, to the first page', seconds(times.second), { bound: '< 3 s', kept: times.second < 3000 }),
    ],
    notes: ['From the start of the process to the first answer; the site is built before.'],
  };
}
