/** Columns of consultations: what people wrote, what was voted, the ballots. Nothing of who took part. */
import { ANSWERS, CONTRIBUTION_KINDS, type Answer, type ContributionKind } from '#domain/consultation/contribution.ts';
import {
  BALLOT_STANDINGS,
  CHOICES,
  type BallotStanding,
  type Choice,
  type CountedChoice,
} from '#domain/consultation/count.ts';
import type { ConsultedName } from '#domain/consultation/consulted-name.ts';
import { CONSULTATION_PHASES, type ConsultationPhase } from '#domain/consultation/consultation.ts';
import { code, day, instant, integer, maybe, text, texts, type Columns } from '../open-data/column.ts';

type ConsultationLine = {
  readonly id: number;
  readonly title: string;
  readonly words: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly announcedAt: Date;
  readonly phase: ConsultationPhase;
  readonly cancelled: { readonly at: Date; readonly reason: string } | null;
  readonly collective: number | null;
  readonly edition: string | null;
  readonly participations: number;
  readonly comments: number;
  readonly amendments: number;
  readonly newMeasures: number;
  readonly answered: number;
  readonly count: { readonly at: Date; readonly sha256: string; readonly frozen: { readonly ballots: number } } | null;
};

export const CONSULTATION_COLUMNS = {
  consultation: integer((row) => row.id),
  titre: text((row) => row.title),
  question: text((row) => row.words),
  ouvre_le: day((row) => row.opensOn),
  ferme_le: day((row) => row.closesOn),
  etat: code(CONSULTATION_PHASES, (row) => row.phase),
  annoncee_le: instant((row) => row.announcedAt),
  annulee_le: maybe.instant((row) => row.cancelled?.at ?? null),
  raison_annulation: maybe.text((row) => row.cancelled?.reason ?? null),
  collectif: maybe.integer((row) => row.collective, { refers: 'collectifs' }),
  charte: maybe.text((row) => row.edition, { refers: 'chartes' }),
  participations: integer((row) => row.participations),
  commentaires: integer((row) => row.comments),
  amendements: integer((row) => row.amendments),
  nouvelles_mesures: integer((row) => row.newMeasures),
  repondues: integer((row) => row.answered),
  votes: maybe.integer((row) => row.count?.frozen.ballots ?? null),
  comptee_le: maybe.instant((row) => row.count?.at ?? null),
  empreinte_decompte: maybe.text((row) => row.count?.sha256 ?? null),
} as const satisfies Columns<ConsultationLine>;

type ContributionLine = {
  readonly id: number;
  readonly consultation: number;
  readonly kind: ContributionKind;
  readonly measure: ({ readonly id: number } & ConsultedName) | null;
  readonly spot: string | null;
  readonly base: string | null;
  readonly title: string | null;
  readonly words: string;
  readonly because: string;
  readonly name: string | null;
  readonly saidAt: Date;
  readonly state: 'shown' | 'withdrawn' | 'hidden';
  readonly hiddenReason: string | null;
  readonly answer: {
    readonly answer: Answer;
    readonly words: string;
    readonly measure: number | null;
    readonly at: Date;
  } | null;
  readonly before: readonly {
    readonly answer: Answer;
    readonly words: string;
    readonly at: Date;
    readonly until: Date;
  }[];
};

export const CONTRIBUTION_COLUMNS = {
  contribution: integer((row) => row.id),
  nature: code(CONTRIBUTION_KINDS, (row) => row.kind),
  mesure_projet: maybe.integer((row) => row.measure?.id ?? null),
  mesure: maybe.integer((row) => (row.measure?.isFormer === true ? null : (row.measure?.number ?? null))),
  mesure_titre: maybe.text((row) => row.measure?.title ?? null),
  partie: maybe.text((row) => row.measure?.part ?? null),
  endroit: maybe.text((row) => row.spot),
  texte_avant: maybe.text((row) => row.base),
  titre: maybe.text((row) => row.title),
  texte: text((row) => row.words),
  raison: text((row) => row.because),
  signature: maybe.text((row) => row.name),
  ecrite_le: instant((row) => row.saidAt),
  etat: code(['shown', 'withdrawn', 'hidden'], (row) => row.state),
  raison_masquee: maybe.text((row) => row.hiddenReason),
  reponse: maybe.code(ANSWERS, (row) => row.answer?.answer ?? null),
  texte_reponse: maybe.text((row) => row.answer?.words ?? null),
  mesure_changee: maybe.integer((row) => row.answer?.measure ?? null),
  repondue_le: maybe.instant((row) => row.answer?.at ?? null),
  reponses_precedentes: texts((row) => row.before.map(formerLine), { by: '\n' }),
  consultation: integer((row) => row.consultation, { refers: 'consultations' }),
} as const satisfies Columns<ContributionLine>;

/** One line, whatever breaks its words hold. */
function formerLine({ answer, words, at, until }: ContributionLine['before'][number]): string {
  return `${at.toISOString()} ${until.toISOString()} ${answer} ${words.replaceAll(/\s+/gu, ' ')}`;
}

type ResultLine = { readonly object: string; readonly title: string; readonly choice: Choice } & CountedChoice;

export const RESULT_COLUMNS = {
  objet: text((row) => row.object),
  titre: text((row) => row.title),
  choix: code(CHOICES, (row) => row.choice),
  votes: integer((row) => row.ballots),
  dont_afflux: integer((row) => row.inBursts),
  retires: integer((row) => row.withdrawn),
} as const satisfies Columns<ResultLine>;

type BallotLine = { readonly object: string; readonly choice: Choice; readonly standing: BallotStanding };

export const BALLOT_COLUMNS = {
  objet: text((row) => row.object),
  choix: code(CHOICES, (row) => row.choice),
  compte: code(BALLOT_STANDINGS, (row) => row.standing),
} as const satisfies Columns<BallotLine>;
