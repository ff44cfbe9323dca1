/** Columns of follow-up committees and of what they decided. No name but those that minutes say in public. */
import { DECISION_STATES, type DecisionStanding } from '#domain/committee/decision-state.ts';
import { VOICES, type Voice } from '#domain/follow-up/assessment.ts';
import { code, day, instant, integer, maybe, text, texts, type Columns } from '../open-data/column.ts';
import { PLACE, type Place } from './signed-line.ts';

type CommitteeLine = {
  readonly id: number;
  readonly place: Place;
  readonly collective: number;
  readonly proposedBy: Voice;
  readonly acceptedAt: Date;
  readonly closed: { readonly at: Date; readonly by: Voice; readonly reason: string } | null;
  readonly meetings: number;
  readonly minutes: number;
  readonly decisions: number;
};

export const COMMITTEE_COLUMNS = {
  comite_de_suivi: integer((row) => row.id),
  ...PLACE,
  collectif: integer((row) => row.collective, { refers: 'collectifs' }),
  propose_par: code(VOICES, (row) => row.proposedBy),
  accepte_le: instant((row) => row.acceptedAt),
  clos_le: maybe.instant((row) => row.closed?.at ?? null),
  clos_par: maybe.code(VOICES, (row) => row.closed?.by ?? null),
  motif_de_cloture: maybe.text((row) => row.closed?.reason ?? null),
  seances: integer((row) => row.meetings),
  comptes_rendus: integer((row) => row.minutes),
  decisions: integer((row) => row.decisions),
} as const satisfies Columns<CommitteeLine>;

type DecisionLine = {
  readonly id: number;
  readonly committee: number;
  readonly place: Place;
  readonly meeting: number;
  readonly decidedOn: string;
  readonly words: string;
  readonly edition: string | null;
  readonly items: readonly string[];
  readonly who: string;
  readonly dueOn: string | null;
  readonly standing: DecisionStanding;
};

export const COMMITTEE_DECISION_COLUMNS = {
  decision: integer((row) => row.id),
  comite_de_suivi: integer((row) => row.committee, { refers: 'comites-de-suivi' }),
  ...PLACE,
  seance: integer((row) => row.meeting),
  decidee_le: day((row) => row.decidedOn),
  quoi: text((row) => row.words),
  charte: maybe.text((row) => row.edition, { refers: 'chartes' }),
  engagements: texts((row) => row.items, { by: ' ' }),
  qui: maybe.text((row) => (row.who === '' ? null : row.who)),
  echeance: maybe.day((row) => row.dueOn),
  etat: code(DECISION_STATES, (row) => row.standing.state),
  etat_du: maybe.day((row) => row.standing.said?.on ?? null),
  etat_dit_par: maybe.code(VOICES, (row) => row.standing.said?.voice ?? null),
} as const satisfies Columns<DecisionLine>;
