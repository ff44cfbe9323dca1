/** Columns of the list of collectives. Nothing of a member: only how many there are. */
import { codeOf } from '#domain/shared/place.ts';
import type { Cell } from './csv.ts';

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
  collectif: (row) => row.id,
  nom: (row) => row.name,
  etat: (row) => row.state,
  membres: (row) => row.members,
  confirme_le: (row) => row.confirmedAt,
  codes: (row) => row.places.map(codeOf).join(' '),
  lieux: (row) => row.places.map(({ name }) => name).join(', '),
  departements: (row) => [...new Set(row.places.flatMap(({ department }) => department ?? []))].join(', '),
} as const satisfies Readonly<Record<string, (row: Line) => Cell>>;
