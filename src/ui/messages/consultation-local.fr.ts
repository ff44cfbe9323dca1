/** What says on each page whose consultation it is: a collective's is never taken for one of the country. */

export type Consulting = { readonly name: string; readonly places: readonly string[] };

export const CONSULTED_BY = 'Consultation locale :';
export const LOCAL_CONSULTATIONS = 'Consultations de collectifs';
export const LOCAL_CONSULTATIONS_NOTE =
  'Chaque collectif consulte sur sa propre édition, là où il est : elles n’engagent pas la charte nationale.';
export const NATIONAL_CONSULTATIONS = 'Consultations nationales';
export const NO_NATIONAL_CONSULTATION =
  'Aucune consultation nationale n’a encore été annoncée. La prochaine le sera ici.';
export const OLDER_CONSULTATIONS = 'Consultations plus anciennes';

/** After the name of the collective. */
export function notNational({ places }: Pick<Consulting, 'places'>): string {
  return ` (${placesIn(places)}), sur son édition à lui : ce n’est pas une consultation nationale.`;
}

/** In a list: « consultation locale, Rivemont en transition (Rivemont) ». */
export function consultedBy({ name, places }: Consulting): string {
  return `consultation locale, ${name} (${placesIn(places)})`;
}

/** The title of its page for a browser and for search engines. */
export function titledBy({
  title,
  collective,
}: {
  readonly title: string;
  readonly collective: Consulting | null;
}): string {
  return collective === null ? title : `${title}, ${consultedBy(collective)}`;
}

/** What a list has room for. */
const PLACES_NAMED = 3;

function placesIn(places: readonly string[]): string {
  const rest = places.length - PLACES_NAMED;
  const named = places.slice(0, PLACES_NAMED).join(', ');
  return rest > 0 ? `${named} et ${rest} autre${rest > 1 ? 's' : ''}` : named;
}
