/** What a page of a measure says of support and technical sheets. Two queries. */
import type { Db } from './storage/connection.ts';
import { sheetsOf } from './storage/measure-sheets.ts';
import { supportersOf } from './storage/partner-pages.ts';
import { editionNamed } from './edition-names.ts';
import { measureAddress } from '#ui/addresses.ts';
import { BY_TEAM, sheetBy, standingLine } from '#ui/messages/partners.fr.ts';

export type SheetLink = {
  readonly href: string;
  readonly title: string;
  readonly by: string;
  /** '' : written for this very measure. */
  readonly standing: string;
};

const MOST_SHOWN = 30;

export async function supportShown(db: Db, of: { readonly edition: string; readonly measure: number | null }) {
  return await supportersOf(db, { ...of, limit: MOST_SHOWN });
}

export async function sheetsShown(
  db: Db,
  of: { readonly edition: string; readonly measure: number },
): Promise<readonly SheetLink[]> {
  return (await sheetsOf(db, of)).map(({ id, title, author, licence, saidAt, standing }) => ({
    href: `${measureAddress(of.edition, of.measure)}/fiches/${id}`,
    title,
    by: sheetBy(author?.name ?? BY_TEAM, saidAt, licence),
    standing: standingLine(standing, editionNamed),
  }));
}
