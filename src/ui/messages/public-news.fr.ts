/** News of an action as everybody reads them. */
import type { ActionStatus } from '#domain/plan/action-sheet.ts';
import { dayOf } from './format.fr.ts';
import { SOMEONE, STATUS_WORD } from './plan-words.fr.ts';

export const NEWS = 'Nouvelles';
export const FILE = 'Document joint';

type News = {
  readonly at: Date;
  readonly kind: 'news' | 'nothing-new';
  readonly status: ActionStatus | null;
  readonly by: string | null;
};

export function saidOn({ at, by }: News): string {
  return `${dayOf(at)}, ${by ?? SOMEONE}`;
}

/** Instead of a photograph, for whoever does not see it: nobody said what is on it. */
export function photoBy({ by }: Pick<News, 'by'>): string {
  return `Photo jointe par ${by ?? SOMEONE}`;
}

/** Empty: its words say it all. */
export function saidWhat({ kind, status }: News): string {
  if (kind === 'nothing-new') return 'Rien de neuf';
  return status === null ? '' : STATUS_WORD[status];
}
