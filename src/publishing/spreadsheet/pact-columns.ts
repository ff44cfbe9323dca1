/** Columns of the lists about pacts. Names are stable: scripts depend on them (docs/open-data.md). */
import type { Quotation, WordChange } from '#domain/pact/commitment.ts';
import type { Stance, Wording } from '#domain/pact/stance.ts';
import type { Cell } from './csv.ts';
import { PLACE, SIGNED, type Place, type SignedLine } from './signed-line.ts';

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
  readonly correctedAt: Date | null;
};

export const PACT_COLUMNS = {
  pacte: (row) => row.id,
  ...PLACE,
  liste: (row) => row.listName,
  tete_de_liste: (row) => row.leader,
  charte: (row) => row.edition,
  mandat_debut: (row) => row.term.from,
  mandat_fin: (row) => row.term.to,
  signe_le: (row) => row.signedOn,
  lu_le: (row) => row.readAt,
  relu_le: (row) => row.reviewedAt,
  publie_le: (row) => row.publishedAt,
  corrige_le: (row) => row.correctedAt,
} as const satisfies Readonly<Record<string, (row: PactLine) => Cell>>;

type CommitmentLine = SignedLine & {
  readonly measure: number;
  /** Null when the edition left the data. */
  readonly measureTitle: string | null;
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
  ...SIGNED,
  mesure: (row) => row.measure,
  numero_local: (row) => row.localNumber,
  position_mesure: (row) => row.measureStance,
  niveau: (row) => row.level,
  position_niveau: (row) => row.stance,
  texte: (row) => row.wording,
  autre_collectivite: (row) => row.competentBody,
  siren_autre_collectivite: (row) => row.competentSiren,
  observations: (row) => row.observations.join('\n'),
  mesure_titre: (row) => row.measureTitle,
} as const satisfies Readonly<Record<string, (row: CommitmentLine) => Cell>>;

type SignedClauseLine = SignedLine & {
  readonly measure: number;
  readonly measureTitle: string | null;
  readonly level: number;
  readonly clause: number;
  readonly stance: Stance;
  readonly wording: Wording;
  /** The charter's words; null when the edition left the data. */
  readonly charterText: string | null;
  readonly quotations: readonly Quotation[];
  readonly changes: readonly WordChange[];
};

/** One line a clause that somebody compared with the charter. */
export const SIGNED_CLAUSE_COLUMNS = {
  ...SIGNED,
  mesure: (row) => row.measure,
  mesure_titre: (row) => row.measureTitle,
  niveau: (row) => row.level,
  alinea: (row) => row.clause,
  position: (row) => row.stance,
  redaction: (row) => row.wording,
  texte_charte: (row) => row.charterText,
  texte_signe: (row) => quoted(row.quotations),
  changements: (row) => row.changes.map(changeWritten).join('\n'),
} as const satisfies Readonly<Record<string, (row: SignedClauseLine) => Cell>>;

type SignedPrincipleLine = SignedLine & {
  readonly letter: string;
  readonly principleTitle: string | null;
  readonly stance: Stance;
  readonly observations: readonly string[];
  readonly quotations: readonly Quotation[];
};

export const SIGNED_PRINCIPLE_COLUMNS = {
  ...SIGNED,
  principe: (row) => row.letter,
  principe_titre: (row) => row.principleTitle,
  position: (row) => row.stance,
  observations: (row) => row.observations.join('\n'),
  texte_signe: (row) => quoted(row.quotations),
} as const satisfies Readonly<Record<string, (row: SignedPrincipleLine) => Cell>>;

type LocalCommitmentLine = SignedLine & {
  readonly id: number;
  readonly localNumber: string | null;
  readonly text: string;
  readonly relatedMeasures: readonly number[];
  readonly quotations: readonly Quotation[];
};

export const LOCAL_COMMITMENT_COLUMNS = {
  ...SIGNED,
  engagement: (row) => row.id,
  numero_local: (row) => row.localNumber,
  texte: (row) => row.text,
  mesures_liees: (row) => row.relatedMeasures.join(', '),
  texte_signe: (row) => quoted(row.quotations),
} as const satisfies Readonly<Record<string, (row: LocalCommitmentLine) => Cell>>;

function quoted(quotations: readonly Quotation[]): string {
  return quotations.map(({ text }) => text).join('\n');
}

/** `replaced: 5 % -> 3 %`, `added: si possible`, `removed: chaque année`. */
function changeWritten({ kind, reference, here }: WordChange): string {
  if (kind === 'added') return `added: ${here}`;
  if (kind === 'removed') return `removed: ${reference}`;
  return `replaced: ${reference} -> ${here}`;
}
