/**
 * The place that a line of a bulk entry names: a municipality, or a grouping. Many tables say the grouping of each commune
 * beside it: then the commune signs. A grouping that does not hold the commune beside it is asked about.
 */
import type { NamedPlace, PlaceFound } from '#use-cases/bulk-entry/bulk-entry-store.ts';
import type { Db } from '../storage/connection.ts';
import { groupingsNamed } from './groupings-named.ts';
import { municipalitiesNamed } from './municipalities-named.ts';

/** The whole country once in memory, for many lines. */
export async function placesNamed(db: Db): Promise<(named: NamedPlace) => PlaceFound> {
  const [municipality, groupings] = await Promise.all([municipalitiesNamed(db), groupingsNamed(db)]);
  return ({ code, name, department, siren, grouping }) => {
    const saysCommune = code !== '' || name !== '';
    if (siren === '' && grouping === '') {
      const found = municipality({ code, name, department });
      if (found.kind !== 'none' || code !== '') return found;
      // A column of places, whatever they are.
      const other = groupings.find({ siren: '', name, department });
      return other.kind === 'none' ? found : other;
    }
    const group = groupings.find({ siren, name: grouping, department });
    if (!saysCommune || group.kind !== 'found' || group.place.kind !== 'grouping') return group;
    const held = group.place.siren;
    // Our own files say the name of the place beside its number, whatever it is.
    if (code === '' && groupings.isCalled(held, name)) return group;
    const commune = municipality({ code, name, department });
    if (commune.kind !== 'found') return commune;
    const place = commune.place.kind === 'municipality' ? commune.place.code : '';
    if (groupings.holds(held, place)) return commune;
    return { kind: 'two-places', others: [commune.called, groupings.called(held)] };
  };
}
