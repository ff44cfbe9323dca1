/** Mails about editions, to the coordinators of the collective whose edition it is. In the transaction of the act. */
import type { Edition } from '#domain/charter/edition.ts';
import { tellCoordinators } from '../collectives/tell.ts';
import type { Stores } from '../stores.ts';

type Withdrawn = {
  /** As it is printed on the edition. */
  readonly title: string;
  readonly path: string;
};

export type EditionMail =
  /** The country offers it no more to new negotiations. */
  | (Withdrawn & { readonly kind: 'edition-withdrawn'; readonly reason: string })
  | (Withdrawn & { readonly kind: 'edition-offered-again' });

/** `reason` null: it is offered again. Of a national edition nobody is told. */
export async function tellOfCountry(
  all: Stores,
  { id, title, local }: Pick<Edition, 'id' | 'title' | 'local'>,
  { reason, at }: { readonly reason: string | null; readonly at: Date },
): Promise<void> {
  if (local === undefined) return;
  const edition = { title, path: `/chartes/${id}` };
  const content =
    reason === null
      ? ({ kind: 'edition-offered-again', ...edition } as const)
      : ({ kind: 'edition-withdrawn', ...edition, reason } as const);
  await tellCoordinators(all, local.collective, { content, at });
}
