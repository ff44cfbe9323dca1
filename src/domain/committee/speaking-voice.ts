/**
 * On whose behalf somebody acts at a place: the collective or the town hall, never both. Whoever holds a role of the town
 * hall, or represents a list, is on the other side of the table: what they hold of the collective is worth nothing here.
 */
import type { Concerns, Holding, Person } from '../access/gate.ts';
import type { Voice } from '../follow-up/assessment.ts';
import { codeOf, type PlaceCode } from '../shared/place.ts';

export type Here = {
  /** Numbers of the collectives that speak here. */
  readonly collectives: readonly number[];
  /** The place, and those it holds or that hold it when communes merged. */
  readonly places: readonly PlaceCode[];
};

/** Null: of neither side. */
export function speakingVoice({ holds }: Pick<Person, 'holds'>, here: Here): Voice | null {
  if (holds.some((held) => isOfTownHall(held, here))) return 'town-hall';
  const ofCollective = holds.some((held) => 'collective' in held && here.collectives.includes(held.collective));
  const onAList = holds.some(({ role }) => role === 'list-representative');
  return ofCollective && !onAList ? 'collective' : null;
}

/** What an act in that voice concerns: that side alone, so that the gate refuses whoever is of the other. */
export function concernsOf(voice: Voice, here: Here): Concerns {
  return voice === 'collective' ? { collectives: here.collectives } : { places: here.places };
}

function isOfTownHall(held: Holding, { places }: Here): boolean {
  if (held.role !== 'municipal-agent' && held.role !== 'elected-official') return false;
  return places.some((place) => codeOf(place) === codeOf(held.place));
}
