/** The grouping that a line of a bulk entry names, by its SIREN or its exact name. Nothing is guessed: two of one name are asked about. */
import { nameKey } from '#domain/campaign/name-key.ts';
import type { PlaceFound } from '#use-cases/bulk-entry/bulk-entry-store.ts';
import type { Db } from '../storage/connection.ts';

/** `department`: code or name, '' when the line says none. */
export type NamedGrouping = { readonly siren: string; readonly name: string; readonly department: string };

export type Groupings = {
  readonly find: (named: NamedGrouping) => Exclude<PlaceFound, { readonly kind: 'differ' | 'two-places' }>;
  /** Does this grouping hold that municipality of today? */
  readonly holds: (siren: string, municipality: string) => boolean;
  readonly isCalled: (siren: string, name: string) => boolean;
  readonly called: (siren: string) => string;
};

export async function groupingsNamed(db: Db): Promise<Groupings> {
  const [groupings, members, departments] = await Promise.all([
    db.selectFrom('grouping').select(['siren', 'name']).execute(),
    db
      .selectFrom('municipality')
      .select(['code', 'departmentCode', 'intercommunalitySiren', 'territorialEstablishmentSiren'])
      .execute(),
    db.selectFrom('department').select(['code', 'name']).execute(),
  ]);
  const here = new Map(groupings.map(({ siren, name }) => [siren, name]));
  const byName = Map.groupBy(groupings, ({ name }) => nameKey(name));
  const departmentNamed = new Map(
    departments.flatMap(({ code, name }) => [
      [nameKey(code), code],
      [nameKey(name), code],
    ]),
  );
  const inside = new Set<string>();
  for (const { code, departmentCode, intercommunalitySiren, territorialEstablishmentSiren } of members) {
    for (const siren of [intercommunalitySiren, territorialEstablishmentSiren]) {
      if (siren !== null) inside.add(`${siren} ${code}`).add(`${siren} in ${departmentCode}`);
    }
  }
  const found = (siren: string) => ({ kind: 'found', place: { kind: 'grouping', siren }, into: null }) as const;
  const called = (siren: string): string => `${here.get(siren) ?? ''} (${siren})`;
  return {
    find: ({ siren, name, department }) => {
      const digits = siren.replaceAll(/\s/gu, '');
      if (siren !== '') return here.has(digits) ? found(digits) : { kind: 'none', of: 'grouping' };
      const wanted = departmentNamed.get(nameKey(department)) ?? null;
      if (department !== '' && wanted === null) return { kind: 'none', of: 'grouping' };
      const there = (byName.get(nameKey(name)) ?? []).filter(
        (one) => wanted === null || inside.has(`${one.siren} in ${wanted}`),
      );
      const [only, ...others] = there;
      if (only === undefined) return { kind: 'none', of: 'grouping' };
      if (others.length === 0) return found(only.siren);
      return { kind: 'several', of: 'grouping', others: there.map((one) => called(one.siren)).slice(0, 8) };
    },
    holds: (siren, municipality) => inside.has(`${siren} ${municipality}`),
    isCalled: (siren, name) => nameKey(here.get(siren) ?? '') === nameKey(name),
    called,
  };
}
