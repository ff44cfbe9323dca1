/** Columns of what the two voices said, as files. Names are stable: scripts depend on them (docs/open-data.md). */
import { commitmentKeyOf } from '#domain/follow-up/commitment-key.ts';
import type { SaidAssessment } from '#domain/follow-up/said-assessment.ts';
import { evidenceLine, evidenceUrl } from '#ui/messages/evidence.fr.ts';
import type { Cell } from './csv.ts';

export type AssessmentLine = SaidAssessment & {
  readonly edition: string;
  readonly listName: string | null;
  readonly place: string;
  readonly placeName: string;
  readonly isLast: boolean;
};

/** One line for each thing said, those before the last too. */
export const ASSESSMENT_COLUMNS = {
  evaluation: (row) => row.id,
  lieu: (row) => row.place,
  lieu_nom: (row) => row.placeName,
  pacte: (row) => row.pact,
  liste: (row) => row.listName,
  charte: (row) => row.edition,
  engagement: (row) => row.item,
  mesure: (row) => {
    const key = commitmentKeyOf(row.item);
    return key?.kind === 'measure' ? key.measure : null;
  },
  voix: (row) => row.voice,
  par: (row) => row.saidFor,
  role: (row) => row.saidAs,
  rang: (row) => row.version,
  derniere: (row) => row.isLast,
  etat: (row) => row.status,
  avant_mandat: (row) => row.beforeMandate,
  etats_par_niveau: (row) => row.levels.map(({ level, status }) => `${level}:${status}`).join(' '),
  constat: (row) => row.sentence,
  preuves: (row) =>
    row.evidence
      .map((item) => {
        const url = evidenceUrl(item);
        return url === null ? evidenceLine(item) : `${evidenceLine(item)} ${url}`;
      })
      .join('\n'),
  constate_le: (row) => row.assessedOn,
  toujours_exact_le: (row) => row.confirmedOn,
  publie: (row) => row.saidAt,
  repond_a: (row) => row.answersTo,
  bilan: (row) => row.review,
  methode: (row) => row.method,
} as const satisfies Readonly<Record<string, (row: AssessmentLine) => Cell>>;
