import { codeOfArea, type Area } from '#domain/observatory/cell.ts';
import type { NamedArea } from '#domain/observatory/figures.ts';
import { areaName } from '#ui/messages/observatory.fr.ts';

/** « Val-de-Marne (94) », « Tout le pays »; null: there is no such area. */
export function areaNamed(areas: readonly NamedArea[], area: Area): string | null {
  if (area.kind === 'country') return areaName(area, '');
  const found = areas.find((known) => codeOfArea(known.area) === codeOfArea(area));
  return found === undefined ? null : areaName(area, found.name);
}
