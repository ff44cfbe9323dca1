/** A deadline as a line: what, when, where it is written, and the page that tells of it. */
import type { Deadline } from '#domain/deadlines/deadline.ts';
import { daysBetween } from '#domain/events/silence.ts';
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { actionAddress, localCommitmentAddress, threadAddress } from '#ui/addresses.ts';
import { deadlineSource, deadlineTitle, whenLine } from '#ui/messages/deadlines/deadlines.fr.ts';

export type DeadlineLine = {
  readonly key: string;
  readonly on: string;
  readonly when: string;
  readonly title: string;
  readonly source: string;
  readonly href: string;
  readonly settled: boolean;
  /** From today; negative: over. Null: the year alone is known. */
  readonly days: number | null;
};

type Municipality = { readonly kind: 'municipality'; readonly code: string; readonly slug: string };

export function deadlineLine(
  deadline: Deadline,
  { place, address, today }: { readonly place: Municipality; readonly address: string; readonly today: string },
): DeadlineLine {
  const { key, on, precision, settled, about } = deadline;
  return {
    ...{ key, on, settled },
    when: whenLine(deadline),
    title: deadlineTitle(about),
    source: deadlineSource(about),
    href: hrefOf(about, { place, address }),
    days: precision === 'year' ? null : on >= today ? daysBetween(today, on) : -daysBetween(on, today),
  };
}

function hrefOf(
  about: Deadline['about'],
  { place, address }: { readonly place: Municipality; readonly address: string },
): string {
  switch (about.kind) {
    case 'charter-target':
      return threadAddress(place, about.measure);
    case 'pact-words': {
      const key = commitmentKeyOf(about.item);
      if (key?.kind === 'measure') return threadAddress(place, key.measure);
      return key?.kind === 'local' ? localCommitmentAddress(place, key.local) : address;
    }
    case 'mandate-end':
      return `${address}/listes`;
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
