/** Columns of the lists about pacts. Names are stable: scripts depend on them (docs/open-data.md). */
import type { Stance, Wording } from '#domain/pact/stance.ts';
import type { Cell } from './csv.ts';

type Place =
  | { readonly kind: 'municipality'; readonly code: string; readonly name: string }
  | { readonly kind: 'grouping'; readonly siren: string; readonly name: string };

type PactLine = {
  readonly id: number;
  readonly place: Place;
  readonly listName: string | null;
  readonly leader: string | null;
  readonly edition: string;
  readonly term: { readonly from: number; readonly to: number };
  readonly signedOn: string | null;
  readonly readAt: Date;
  readonly reviewedAt: Date | null;
  readonly publishedAt: Date;
};

export const PACT_COLUMNS = {
  pacte: (row) => row.id,
  code_commune: (row) => (row.place.kind === 'municipality' ? row.place.code : null),
  siren_intercommunalite: (row) => (row.place.kind === 'grouping' ? row.place.siren : null),
  lieu: (row) => row.place.name,
  liste: (row) => row.listName,
  tete_de_liste: (row) => row.leader,
  charte: (row) => row.edition,
  mandat_debut: (row) => row.term.from,
  mandat_fin: (row) => row.term.to,
  signe_le: (row) => row.signedOn,
  lu_le: (row) => row.readAt,
  relu_le: (row) => row.reviewedAt,
  publie_le: (row) => row.publishedAt,
} as const satisfies Readonly<Record<string, (row: PactLine) => Cell>>;

type CommitmentLine = {
  readonly pact: number;
  readonly place: Place;
  readonly listName: string | null;
  readonly termFrom: number;
  readonly edition: string;
  readonly measure: number;
  readonly localNumber: string | null;
  readonly measureStance: Stance;
  readonly level: number | null;
  readonly stance: Stance;
  readonly wording: Wording | null;
  readonly competentBody: string | null;
  readonly competentSiren: string | null;
  readonly observations: readonly string[];
};

/** One line a level; `niveau` is empty for a measure promised without one. Stances are codes: see docs/open-data.md. */
export const COMMITMENT_COLUMNS = {
  pacte: (row) => row.pact,
  code_commune: (row) => (row.place.kind === 'municipality' ? row.place.code : null),
  siren_intercommunalite: (row) => (row.place.kind === 'grouping' ? row.place.siren : null),
  lieu: (row) => row.place.name,
  liste: (row) => row.listName,
  mandat_debut: (row) => row.termFrom,
  charte: (row) => row.edition,
  mesure: (row) => row.measure,
  numero_local: (row) => row.localNumber,
  position_mesure: (row) => row.measureStance,
  niveau: (row) => row.level,
  position_niveau: (row) => row.stance,
  texte: (row) => row.wording,
  autre_collectivite: (row) => row.competentBody,
  siren_autre_collectivite: (row) => row.competentSiren,
  observations: (row) => row.observations.join('\n'),
} as const satisfies Readonly<Record<string, (row: CommitmentLine) => Cell>>;
