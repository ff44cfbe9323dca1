/**
 * The municipality of today that an old code leads to, for files of past elections: a commune that merged since, a sector or
 * an arrondissement. The whole country once in memory (4 MB), for files of a million lines.
 */
import { nameKey } from '#domain/campaign/name-key.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import type { Db } from './connection.ts';

export type Then = {
  readonly municipality: string;
  /** '' : the whole municipality, as it is. */
  readonly constituency: string;
  readonly constituencyName: string | null;
};

export type MunicipalityThen = (asked: {
  readonly code: string;
  readonly sector: string | null;
  readonly name: string;
}) => Then | null;

export async function municipalitiesThen(db: Db): Promise<MunicipalityThen> {
  const [today, former] = await Promise.all([
    db.selectFrom('municipality').select(['code', 'name']).execute(),
    db.selectFrom('municipalityFormerName').select(['code', 'municipalityCode', 'name']).execute(),
  ]);
  const names = new Map(today.map(({ code, name }) => [code, name]));
  const holders = new Map(former.map((row) => [row.code, row]));
  return ({ code, sector, name }) => {
    const then = holders.get(code);
    const here = names.get(code);
    if (sector !== null && here !== undefined)
      return { municipality: code, constituency: sector, constituencyName: sectorName(name, here) };
    // The chief town of a commune nouvelle gave it its code: the name says which of the two is meant.
    const isFormer =
      then !== undefined &&
      (here === undefined || (name !== '' && nameKey(name) !== nameKey(here) && nameKey(name) === nameKey(then.name)));
    if (isFormer) return { municipality: then.municipalityCode, constituency: code, constituencyName: then.name };
    return here === undefined ? null : { municipality: code, constituency: '', constituencyName: null };
  };
}

/** The codes under which lists of a municipality may be kept: its own, and those of the communes that merged into it since. */
export async function codesThen(db: Db, municipality: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('municipalityFormerName')
    .select('code')
    .where('municipalityCode', '=', municipality)
    .execute();
  return [...new Set([municipality, ...rows.map(({ code }) => code)])];
}

/** The codes under which a pact of a place, or what is told of it, may be kept. A grouping has its own alone. */
export async function codesOf(db: Db, place: PlaceCode): Promise<readonly string[]> {
  return place.kind === 'municipality' ? await codesThen(db, place.code) : [place.siren];
}

/** `Paris 1er secteur` is a name; `Paris` is only the commune. */
function sectorName(name: string, municipality: string): string | null {
  return name === '' || nameKey(name) === nameKey(municipality) ? null : name;
}
