/** The municipality that a line of a bulk entry names, by its code or its name. Nothing is guessed: two of one name are asked about. */
import { nameKey } from '#domain/campaign/name-key.ts';
import { municipalityIn } from '#reading/candidates/municipality-cell.ts';
import type { NamedPlace, PlaceFound } from '#use-cases/bulk-entry/bulk-entry-store.ts';
import type { Db } from '../storage/connection.ts';
import { municipalitiesThen } from '../storage/municipality-then.ts';

type NamedMunicipality = Pick<NamedPlace, 'code' | 'name' | 'department'>;
/** `called`: with its code, as a person reads it. */
type MunicipalityFound =
  | Exclude<PlaceFound, { readonly kind: 'found' | 'two-places' }>
  | (Extract<PlaceFound, { readonly kind: 'found' }> & { readonly called: string });

/** By code first, as files of past elections are read; by the exact name otherwise. Two of one name are never chosen between. */
export async function municipalitiesNamed(db: Db): Promise<(named: NamedMunicipality) => MunicipalityFound> {
  const [then, today, former, departments] = await Promise.all([
    municipalitiesThen(db),
    db.selectFrom('municipality').select(['code', 'name', 'departmentCode']).execute(),
    db.selectFrom('municipalityFormerName').select(['code', 'municipalityCode', 'name']).execute(),
    db.selectFrom('department').select(['code', 'name']).execute(),
  ]);
  const here = new Map(today.map((row) => [row.code, row]));
  const departmentNamed = new Map(
    departments.flatMap(({ code, name }) => [
      [nameKey(code), code],
      [nameKey(name), code],
    ]),
  );
  const byName = new Map<string, { readonly code: string; readonly into: string | null }[]>();
  const learn = (name: string, found: { code: string; into: string | null }) => {
    const known = byName.get(nameKey(name));
    if (known === undefined) byName.set(nameKey(name), [found]);
    else if (!known.some(({ code }) => code === found.code)) known.push(found);
  };
  for (const { code, name } of today) learn(name, { code, into: null });
  for (const { municipalityCode, name } of former) {
    learn(name, { code: municipalityCode, into: here.get(municipalityCode)?.name ?? null });
  }
  const called = (code: string): string => `${here.get(code)?.name ?? ''} (${code})`;

  const settled = (code: string, merged: boolean): MunicipalityFound => ({
    ...{ kind: 'found', place: { kind: 'municipality', code }, into: merged ? called(code) : null },
    called: called(code),
  });

  const byCode = ({ code, name, department }: NamedMunicipality): MunicipalityFound => {
    const read = municipalityIn({ department: departmentNamed.get(nameKey(department)) ?? '', municipality: code });
    const found = read === null ? null : then({ code: read.code, sector: read.sector, name });
    if (read === null || found === null) return { kind: 'none', of: 'municipality' };
    const names = byName.get(nameKey(name)) ?? [];
    // `Paris 1er`, `Saint-Denis La Plaine`: a name that nobody bears says nothing against the code.
    if (names.length > 0 && !names.some((one) => one.code === found.municipality)) {
      return {
        kind: 'differ',
        others: [called(found.municipality), ...names.map((one) => called(one.code))].slice(0, 5),
      };
    }
    const merged = found.municipality !== read.code;
    return settled(found.municipality, merged);
  };

  const byNameAlone = ({ name, department }: NamedMunicipality): MunicipalityFound => {
    const wanted = departmentNamed.get(nameKey(department)) ?? null;
    if (department !== '' && wanted === null) return { kind: 'none', of: 'municipality' };
    const there = (byName.get(nameKey(name)) ?? []).filter(
      ({ code }) => wanted === null || here.get(code)?.departmentCode === wanted,
    );
    // A municipality of today bears the name that a former one bore elsewhere: that is two, and asked.
    const [only, ...others] = there;
    if (only === undefined) return { kind: 'none', of: 'municipality' };
    if (others.length > 0)
      return { kind: 'several', of: 'municipality', others: there.map(({ code }) => called(code)).slice(0, 8) };
    return settled(only.code, only.into !== null);
  };
  return (named) => (named.code === '' ? byNameAlone(named) : byCode(named));
}
