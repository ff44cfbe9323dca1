/** Columns of what the two voices said, as files. Names are stable: scripts depend on them (docs/open-data.md). */
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { evidenceLine, evidenceUrl } from '#ui/messages/evidence.fr.ts';
import { boolean, code, day, instant, integer, maybe, text, texts, type Columns } from '../open-data/column.ts';

export type AssessmentLine = SaidAssessment & {
  readonly edition: string;
  readonly listName: string | null;
  readonly place: string;
  readonly placeName: string;
  readonly isLast: boolean;
};

/** One line for each thing said, those before the last too. */
export const ASSESSMENT_COLUMNS = {
  evaluation: integer((row) => row.id),
  lieu: text((row) => row.place),
  lieu_nom: text((row) => row.placeName),
  pacte: integer((row) => row.pact, { refers: 'pactes' }),
  liste: maybe.text((row) => row.listName),
  charte: text((row) => row.edition, { refers: 'chartes' }),
  engagement: text((row) => row.item),
  mesure: maybe.integer((row) => {
    const key = commitmentKeyOf(row.item);
    return key?.kind === 'measure' ? key.measure : null;
  }),
  voix: code(VOICES, (row) => row.voice),
  par: text((row) => row.saidFor),
  role: text((row) => row.saidAs),
  rang: integer((row) => row.version),
  derniere: boolean((row) => row.isLast),
  etat: code(ASSESSMENT_STATUSES, (row) => row.status),
  avant_mandat: boolean((row) => row.beforeMandate),
  etats_par_niveau: texts((row) => row.levels.map(({ level, status }) => `${level}:${status}`), { by: ' ' }),
  constat: text((row) => row.sentence),
  preuves: texts(
    (row) =>
      row.evidence.map((item) => {
        const url = evidenceUrl(item);
        return url === null ? evidenceLine(item) : `${evidenceLine(item)} ${url}`;
      }),
    { by: '\n' },
  ),
  constate_le: day((row) => row.assessedOn),
  toujours_exact_le: maybe.day((row) => row.confirmedOn),
  publie: instant((row) => row.saidAt),
  repond_a: maybe.integer((row) => row.answersTo, { refers: 'evaluations' }),
  bilan: maybe.integer((row) => row.review, { refers: 'bilans' }),
  methode: text((row) => row.method),
} as const satisfies Columns<AssessmentLine>;
