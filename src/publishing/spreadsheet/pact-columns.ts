/** Columns of the lists about pacts. Names are stable: scripts depend on them (docs/open-data.md). */
import type { Quotation, WordChange } from '#domain/pact/commitment.ts';
import { STANCES, WORDINGS, type Stance, type Wording } from '#domain/pact/stance.ts';
import { code, instant, integer, integers, maybe, text, texts, type Columns } from '../open-data/column.ts';
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
  pacte: integer((row) => row.id),
  ...PLACE,
  liste: maybe.text((row) => row.listName),
  tete_de_liste: maybe.text((row) => row.leader),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mandat_debut: integer((row) => row.term.from),
  mandat_fin: integer((row) => row.term.to),
  signe_le: maybe.day((row) => row.signedOn),
  lu_le: instant((row) => row.readAt),
  relu_le: maybe.instant((row) => row.reviewedAt),
  publie_le: instant((row) => row.publishedAt),
  corrige_le: maybe.instant((row) => row.correctedAt),
} as const satisfies Columns<PactLine>;

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
  mesure: integer((row) => row.measure),
  numero_local: maybe.text((row) => row.localNumber),
  position_mesure: code(STANCES, (row) => row.measureStance),
  niveau: maybe.integer((row) => row.level),
  position_niveau: code(STANCES, (row) => row.stance),
  texte: maybe.code(WORDINGS, (row) => row.wording),
  autre_collectivite: maybe.text((row) => row.competentBody),
  siren_autre_collectivite: maybe.text((row) => row.competentSiren),
  observations: texts((row) => row.observations, { by: '\n' }),
  mesure_titre: maybe.text((row) => row.measureTitle),
} as const satisfies Columns<CommitmentLine>;

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
  mesure: integer((row) => row.measure),
  mesure_titre: maybe.text((row) => row.measureTitle),
  niveau: maybe.integer((row) => row.level),
  alinea: integer((row) => row.clause),
  position: code(STANCES, (row) => row.stance),
  redaction: code(WORDINGS, (row) => row.wording),
  texte_charte: maybe.text((row) => row.charterText),
  texte_signe: texts((row) => quoted(row.quotations), { by: '\n' }),
  changements: texts((row) => row.changes.map(changeWritten), { by: '\n' }),
} as const satisfies Columns<SignedClauseLine>;

type SignedPrincipleLine = SignedLine & {
  readonly letter: string;
  readonly principleTitle: string | null;
  readonly stance: Stance;
  readonly observations: readonly string[];
  readonly quotations: readonly Quotation[];
};

export const SIGNED_PRINCIPLE_COLUMNS = {
  ...SIGNED,
  principe: text((row) => row.letter),
  principe_titre: maybe.text((row) => row.principleTitle),
  position: code(STANCES, (row) => row.stance),
  observations: texts((row) => row.observations, { by: '\n' }),
  texte_signe: texts((row) => quoted(row.quotations), { by: '\n' }),
} as const satisfies Columns<SignedPrincipleLine>;

type LocalCommitmentLine = SignedLine & {
  readonly id: number;
  readonly localNumber: string | null;
  readonly text: string;
  readonly relatedMeasures: readonly number[];
  readonly quotations: readonly Quotation[];
};

export const LOCAL_COMMITMENT_COLUMNS = {
  ...SIGNED,
  engagement: integer((row) => row.id),
  numero_local: maybe.text((row) => row.localNumber),
  texte: text((row) => row.text),
  mesures_liees: integers((row) => row.relatedMeasures, { by: ', ' }),
  texte_signe: texts((row) => quoted(row.quotations), { by: '\n' }),
} as const satisfies Columns<LocalCommitmentLine>;

function quoted(quotations: readonly Quotation[]): readonly string[] {
  return quotations.map((quotation) => quotation.text);
}

/** `replaced: 5 % -> 3 %`, `added: si possible`, `removed: chaque année`. */
function changeWritten({ kind, reference, here }: WordChange): string {
  if (kind === 'added') return `added: ${here}`;
  if (kind === 'removed') return `removed: ${reference}`;
  return `replaced: ${reference} -> ${here}`;
}
