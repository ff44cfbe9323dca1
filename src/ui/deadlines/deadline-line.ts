/** A deadline as a line: what, when, where it is written, and the page that tells of it. */
import type { Deadline } from '#domain/deadlines/deadline.ts';
import { daysBetween } from '#domain/shared/local-day.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { actionAddress, type placeAddress } from '#ui/addresses.ts';
import { promisePage } from '#ui/commitments/promise-page.ts';
import { deadlineSource, deadlineTitle, whenLine } from '#ui/messages/deadlines/deadlines.fr.ts';

export type DeadlineLine = {
  readonly key: string;
  readonly on: string;
  readonly when: string;
  readonly title: string;
  readonly source: string;
  readonly href: string;
  readonly settled: boolean;
  /** From today; negative: over. Null: the month or the year alone is known. */
  readonly days: number | null;
};

type Place = Parameters<typeof placeAddress>[0];

export function deadlineLine(
  deadline: Deadline,
  { place, address, today }: { readonly place: Place; readonly address: string; readonly today: string },
): DeadlineLine {
  const { key, on, precision, settled, about } = deadline;
  return {
    ...{ key, on, settled },
    when: whenLine(deadline),
    title: deadlineTitle(about),
    source: deadlineSource(about),
    href: hrefOf(about, { place, address }),
    days: precision === 'day' ? daysBetween(today, on) : null,
  };
}

function hrefOf(
  about: Deadline['about'],
  { place, address }: { readonly place: Place; readonly address: string },
): string {
  switch (about.kind) {
    case 'charter-target':
      return promisePage(place, { edition: about.edition, item: `m${about.measure}` }) ?? address;
    case 'pact-words':
      return promisePage(place, about) ?? address;
    case 'mandate-end':
      // Lists stand for the council of a commune; that of a grouping comes from them.
      return place.kind === 'municipality' ? `${address}/listes` : address;
    case 'action-end':
    case 'step-end':
    case 'funding-call':
      return actionAddress({ id: about.plan.id, slug: slugOf(about.plan.title) || place.slug }, about.number);
    case 'decision':
      return `${address}/comite/seances/${about.committee}-${about.meeting}`;
    case 'letter-reply':
      return `${address}/suivi/lettres/${about.event}`;
    case 'meeting':
      return `${address}/comite`;
  }
}
