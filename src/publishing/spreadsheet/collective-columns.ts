/** Columns of the list of collectives. Nothing of a member: only how many there are. */
import { codeOf } from '#domain/shared/place.ts';
import { instant, integer, text, texts, type Columns } from '../open-data/column.ts';

type Line = {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly members: number;
  readonly confirmedAt: Date;
  readonly places: readonly ({ readonly name: string; readonly department: string | null } & (
    { readonly kind: 'municipality'; readonly code: string } | { readonly kind: 'grouping'; readonly siren: string }
  ))[];
};

export const COLLECTIVE_COLUMNS = {
  collectif: integer((row) => row.id),
  nom: text((row) => row.name),
  etat: text((row) => row.state),
  membres: integer((row) => row.members),
  confirme_le: instant((row) => row.confirmedAt),
  codes: texts((row) => row.places.map(codeOf), { by: ' ' }),
  lieux: texts((row) => row.places.map(({ name }) => name), { by: ', ' }),
  departements: texts((row) => [...new Set(row.places.flatMap(({ department }) => department ?? []))], { by: ', ' }),
} as const satisfies Columns<Line>;
