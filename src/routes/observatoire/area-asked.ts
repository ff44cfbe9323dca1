/** The page of a département or of a région: its figures, its communes. */
import { error } from '@sveltejs/kit';
import { areaNamed } from '#ui/observatory/area-named.ts';
import { observatoryAddress } from '#ui/observatory/asked.ts';
import { coverageOf } from '#ui/observatory/overview-page.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import type { Db } from '#server/storage/connection.ts';
import { communesOf } from '#server/storage/observatory-communes.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import type { NamedArea } from '#domain/observatory/figures.ts';
import { territoryOf } from '#server/storage/observatory-overview.ts';
import { pageAsked } from './part-asked.ts';
import { editionName } from '#ui/messages/edition-name.fr.ts';

const SHOWN_AT_ONCE = 100;
const FIELD = { after: 'apres', every: 'toutes' } as const;

/** Five queries. */
export async function areaAsked(db: Db, { url, area }: { readonly url: URL; readonly area: NamedArea['area'] }) {
  const { asked: part, edition, faults } = await pageAsked(db, url, '/departements');
  const asked = { ...part, area };
  const fields = url.searchParams;
  const every = fields.get(FIELD.every) === 'oui';
  const after = municipalityCodeIn(fields.get(FIELD.after) ?? '');
  const [territory, figures, page] = await Promise.all([
    territoryOf(db, { area, size: null }),
    cellFigures(db, { edition: edition.id, area, size: null, standing: null }),
    communesOf(db, { edition: edition.id, area, every, after, limit: SHOWN_AT_ONCE }),
  ]);
  const address = addressOf(area);
  const asks = (more: Readonly<Record<string, string>>) =>
    `${address}?${new URLSearchParams({ charte: edition.id, ...more }).toString()}`;
  return {
    asked,
    faults,
    edition: { id: edition.id, title: editionName(edition) },
    name: areaNamed(territory.areas, area) ?? error(404),
    asOf: figures.asOf,
    coverage: coverageOf({ asked, figures, communes: territory.communes }),
    every,
    communes: page.rows,
    address,
    next: page.next === null ? null : asks({ ...(every ? { [FIELD.every]: 'oui' } : {}), [FIELD.after]: page.next }),
    isFirst: after === null,
    other: asks(every ? {} : { [FIELD.every]: 'oui' }),
    figures: observatoryAddress('', asked),
    map: observatoryAddress('/carte', asked),
  };
}

function addressOf(area: NamedArea['area']): string {
  return area.kind === 'region' ? `/observatoire/regions/${area.code}` : `/observatoire/departements/${area.code}`;
}
