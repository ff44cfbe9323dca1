/** The page of a département or of a région: its figures, its communes. */
import { error } from '@sveltejs/kit';
import { ANY_DAY } from '#domain/observatory/listed.ts';
import { areaNamed } from '#ui/observatory/area-named.ts';
import { fieldsOf, observatoryAddress } from '#ui/observatory/asked.ts';
import { coverageOf } from '#ui/observatory/overview-page.ts';
import { municipalityCodeIn } from '#ui/addresses.ts';
import type { Db } from '#server/storage/connection.ts';
import { communesOf } from '#server/storage/observatory-communes.ts';
import { cellFigures } from '#server/storage/observatory.ts';
import type { NamedArea } from '#domain/observatory/figures.ts';
import { territoryOf } from '#server/storage/observatory-overview.ts';
import { partAsked } from './part-asked.ts';

const SHOWN_AT_ONCE = 100;
const FIELD = { after: 'apres', every: 'toutes' } as const;

/** Five queries. */
export async function areaAsked(
  db: Db,
  { fields, area }: { readonly fields: URLSearchParams; readonly area: NamedArea['area'] },
) {
  const { asked: part, edition, editions } = await partAsked(db, fields);
  const asked = { ...part, area, size: null, standing: null, theme: null, period: ANY_DAY };
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
    editions,
    edition: { id: edition.id, title: edition.title },
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
    map: `/observatoire/carte?${new URLSearchParams(fieldsOf({ ...asked, area: { kind: 'country' } }).map(([field, value]) => [field, value])).toString()}`,
  };
}

function addressOf(area: NamedArea['area']): string {
  return area.kind === 'region' ? `/observatoire/regions/${area.code}` : `/observatoire/departements/${area.code}`;
}
