/** Columns of the lists about charters: editions, their principles, levels and clauses, and who took what. */
import type { ClauseAddress } from '#domain/charter/edition.ts';
import type { AssessmentStatus, Voice } from '#domain/follow-up/assessment.ts';
import { codeOfArea, SIZES, STANDINGS, type Area, type Size, type Standing } from '#domain/observatory/cell.ts';
import { STANCES, type Stance } from '#domain/pact/stance.ts';
import { code, integer, maybe, text, type Columns } from '../open-data/column.ts';

type EditionLine = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly publisher: string;
  readonly principles: number;
  readonly measures: number;
};

export const EDITION_COLUMNS = {
  charte: text((row) => row.id),
  titre: text((row) => row.title),
  annee: integer((row) => row.year),
  editeur: text((row) => row.publisher),
  principes: integer((row) => row.principles),
  mesures: integer((row) => row.measures),
} as const satisfies Columns<EditionLine>;

type PrincipleLine = {
  readonly edition: string;
  readonly letter: string;
  readonly title: string;
  readonly text: string;
};

export const PRINCIPLE_COLUMNS = {
  charte: text((row) => row.edition, { refers: 'chartes' }),
  principe: text((row) => row.letter),
  titre: text((row) => row.title),
  texte: text((row) => row.text),
} as const satisfies Columns<PrincipleLine>;

type LevelLine = {
  readonly edition: string;
  readonly measure: number;
  readonly title: string;
  readonly theme: string | null;
  readonly level: number | null;
  readonly text: string;
};

/** One line a level; a measure that is a title alone has one line, without level nor text. */
export const LEVEL_COLUMNS = {
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  mesure_titre: text((row) => row.title),
  theme: maybe.text((row) => row.theme),
  niveau: maybe.integer((row) => row.level),
  texte: text((row) => row.text),
} as const satisfies Columns<LevelLine>;

type ClauseLine = ClauseAddress & { readonly edition: string; readonly title: string; readonly text: string };

export const CLAUSE_COLUMNS = {
  mesure: integer((row) => row.measure),
  titre: text((row) => row.title),
  niveau: maybe.integer((row) => row.level),
  alinea: integer((row) => row.clause),
  texte: text((row) => row.text),
  charte: text((row) => row.edition, { refers: 'chartes' }),
} as const satisfies Columns<ClauseLine>;

type TallyLine = {
  readonly edition: string;
  readonly measure: number;
  readonly measureTitle: string | null;
  /** Null: the measure as a whole. */
  readonly level: number | null;
  readonly stance: Stance;
  readonly pacts: number;
  /** The denominator: pacts signed against this edition. */
  readonly of: number;
  /** Code of the part of the country counted: the whole. */
  readonly area: string;
  /** Null: nothing was ever counted. */
  readonly countedAt: Date | null;
};

export const TALLY_COLUMNS = {
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  mesure_titre: maybe.text((row) => row.measureTitle),
  niveau: maybe.integer((row) => row.level),
  position: code(STANCES, (row) => row.stance),
  pactes: integer((row) => row.pacts),
  sur: integer((row) => row.of),
  compte_le: maybe.instant((row) => row.countedAt),
  territoire: text((row) => row.area),
} as const satisfies Columns<TallyLine>;

/** A measure, or one of its levels, with what pacts of a part of the country say of it. */
export type MeasureFigures = {
  readonly edition: string;
  readonly measure: number;
  readonly title: string;
  readonly theme: string | null;
  /** Null: the measure as a whole. */
  readonly level: number | null;
  readonly text: string;
  readonly stances: Readonly<Record<Stance, number>>;
  /** The denominator: pacts signed against this edition in that part of the country. */
  readonly of: number;
  /** What each voice said last of the promise; null of a level. */
  readonly said: Readonly<Record<Voice, MeasureSaid>> | null;
  /** Null: nothing was ever counted. */
  readonly countedAt: Date | null;
  /** That part of the country; null: of every size, of every standing. */
  readonly area: Area;
  readonly size: Size | null;
  readonly standing: Standing | null;
};

/** Of one voice alone, done before the term apart. */
export type MeasureSaid = {
  /** The denominator: promises of which it said something, whatever it is. */
  readonly looked: number;
  readonly byStatus: Readonly<Record<AssessmentStatus, number>>;
  readonly beforeMandate: number;
};

/** A figure of one voice. */
const saidBy = (voice: Voice, figure: (said: MeasureSaid) => number) =>
  maybe.integer(({ said }: MeasureFigures) => (said === null ? null : figure(said[voice])));

export const MEASURE_COLUMNS = {
  charte: text((row) => row.edition, { refers: 'chartes' }),
  mesure: integer((row) => row.measure),
  niveau: maybe.integer((row) => row.level),
  mesure_titre: text((row) => row.title),
  theme: maybe.text((row) => row.theme),
  texte: text((row) => row.text),
  pactes: integer((row) => row.of),
  acceptee: integer((row) => row.stances.accepted),
  en_partie: integer((row) => row.stances.partial),
  refusee: integer((row) => row.stances.refused),
  deleguee: integer((row) => row.stances.delegated),
  non_precisee: integer((row) => row.stances.unspecified),
  inconnue: integer((row) => row.stances.unknown),
  collectif_evaluees: saidBy('collective', (said) => said.looked),
  collectif_tenue: saidBy('collective', (said) => said.byStatus.kept),
  collectif_tenue_en_partie: saidBy('collective', (said) => said.byStatus['partly-kept']),
  collectif_en_cours: saidBy('collective', (said) => said.byStatus.underway),
  collectif_pas_commencee: saidBy('collective', (said) => said.byStatus['not-started']),
  collectif_rompue: saidBy('collective', (said) => said.byStatus.broken),
  collectif_impossible_a_evaluer: saidBy('collective', (said) => said.byStatus['cannot-assess']),
  collectif_hors_competence: saidBy('collective', (said) => said.byStatus['not-competent']),
  collectif_avant_mandat: saidBy('collective', (said) => said.beforeMandate),
  mairie_evaluees: saidBy('town-hall', (said) => said.looked),
  mairie_tenue: saidBy('town-hall', (said) => said.byStatus.kept),
  mairie_tenue_en_partie: saidBy('town-hall', (said) => said.byStatus['partly-kept']),
  mairie_en_cours: saidBy('town-hall', (said) => said.byStatus.underway),
  mairie_pas_commencee: saidBy('town-hall', (said) => said.byStatus['not-started']),
  mairie_rompue: saidBy('town-hall', (said) => said.byStatus.broken),
  mairie_impossible_a_evaluer: saidBy('town-hall', (said) => said.byStatus['cannot-assess']),
  mairie_hors_competence: saidBy('town-hall', (said) => said.byStatus['not-competent']),
  mairie_avant_mandat: saidBy('town-hall', (said) => said.beforeMandate),
  compte_le: maybe.instant((row) => row.countedAt),
  territoire: text((row) => codeOfArea(row.area)),
  taille: maybe.code(SIZES, (row) => row.size),
  situation: maybe.code(STANDINGS, (row) => row.standing),
} as const satisfies Columns<MeasureFigures>;
