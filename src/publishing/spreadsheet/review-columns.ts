/** Columns of reviews as files. Names are stable: scripts depend on them (docs/open-data.md). */
import type { FrozenPromise, FrozenReview } from '#domain/review/frozen-review.ts';
import { ASSESSMENT_STATUSES } from '#domain/follow-up/assessment.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { REVIEW_OCCASIONS, type ReviewOccasion } from '#domain/review/review.ts';
import type { ReviewTally } from '#domain/review/review-tally.ts';
import { codeOf } from '#domain/shared/place.ts';
import { evidenceLine, evidenceUrl } from '#ui/messages/evidence.fr.ts';
import { code, day, integer, integers, maybe, text, type Columns } from '../open-data/column.ts';

export type ReviewPromiseLine = { readonly review: FrozenReview; readonly promise: FrozenPromise };

/** One line a promise, looked at or not: `etat` is empty when nobody looked. */
export const REVIEW_PROMISE_COLUMNS = {
  bilan: integer(({ review }) => review.review),
  numero: integer(({ review }) => review.number),
  publie_le: day(({ review }) => review.publishedOn),
  collectif: text(({ review }) => review.collective.name),
  commune: text(({ review }) => codeOf(review.place.code)),
  commune_nom: text(({ review }) => review.place.name),
  pacte: integer(({ review }) => review.pact.id, { refers: 'pactes' }),
  liste: maybe.text(({ review }) => review.pact.listName),
  charte: text(({ review }) => review.edition.id, { refers: 'chartes' }),
  methode: text(({ review }) => review.method),
  engagement: text(({ promise }) => promise.item),
  numero_engagement: maybe.text(({ promise }) => promise.label),
  titre: text(({ promise }) => promise.title),
  position: code(STANCES, ({ promise }) => promise.stance),
  niveaux_promis: integers(
    ({ promise }) =>
      promise.levels.filter(({ stance }) => stance === 'accepted' || stance === 'partial').map(({ level }) => level),
    { by: ' ' },
  ),
  etat: maybe.code(ASSESSMENT_STATUSES, ({ promise }) => promise.said?.status ?? null),
  avant_mandat: maybe.boolean(({ promise }) => promise.said?.beforeMandate ?? null),
  etats_par_niveau: maybe.texts(
    ({ promise }) => promise.said?.levels.map(({ level, status }) => `${level}:${status}`) ?? null,
    { by: ' ' },
  ),
  constate_le: maybe.day(({ promise }) => promise.said?.assessedOn ?? null),
  constat: maybe.text(({ promise }) => promise.said?.sentence ?? null),
  preuves: maybe.texts(({ promise }) => promise.said?.evidence.map(proof) ?? null, { by: '\n' }),
  points_verifies: maybe.texts(
    ({ promise }) => promise.said?.checks.map((check) => `${check.level} ${check.text} ${check.answer}`) ?? null,
    { by: '\n' },
  ),
  mairie_etat: maybe.code(ASSESSMENT_STATUSES, ({ promise }) => promise.townHall?.status ?? null),
  mairie_le: maybe.day(({ promise }) => promise.townHall?.assessedOn ?? null),
  mairie_constat: maybe.text(({ promise }) => promise.townHall?.sentence ?? null),
} as const satisfies Columns<ReviewPromiseLine>;

type Line = {
  readonly id: number;
  readonly number: number;
  readonly occasion: ReviewOccasion;
  readonly publishedOn: string;
  readonly listName: string | null;
  readonly pact: number;
  readonly collective: { readonly id: number; readonly name: string };
  readonly place: { readonly name: string } & (
    { readonly kind: 'municipality'; readonly code: string } | { readonly kind: 'grouping'; readonly siren: string }
  );
  readonly method: string;
  readonly sha256: string;
  readonly tally: ReviewTally;
  readonly replies: number;
};

/** One line a review. */
export const REVIEW_COLUMNS = {
  bilan: integer((row) => row.id),
  numero: integer((row) => row.number),
  occasion: code(REVIEW_OCCASIONS, (row) => row.occasion),
  publie_le: day((row) => row.publishedOn),
  commune: text((row) => codeOf(row.place)),
  commune_nom: text((row) => row.place.name),
  pacte: integer((row) => row.pact, { refers: 'pactes' }),
  liste: maybe.text((row) => row.listName),
  collectif: integer((row) => row.collective.id, { refers: 'collectifs' }),
  collectif_nom: text((row) => row.collective.name),
  methode: text((row) => row.method),
  signes: integer((row) => row.tally.signed),
  examines: integer((row) => row.tally.lookedAt),
  non_examines: integer((row) => row.tally.notLookedAt),
  denominateur: integer((row) => row.tally.counted),
  tenus: integer((row) => row.tally.byStatus.kept),
  tenus_en_partie: integer((row) => row.tally.byStatus['partly-kept']),
  en_cours: integer((row) => row.tally.byStatus.underway),
  pas_commences: integer((row) => row.tally.byStatus['not-started']),
  rompus: integer((row) => row.tally.byStatus.broken),
  impossibles_a_evaluer: integer((row) => row.tally.byStatus['cannot-assess']),
  hors_competence: integer((row) => row.tally.byStatus['not-competent']),
  avant_mandat: integer((row) => row.tally.beforeMandate),
  mesures_promises: integer((row) => row.tally.ambition.measures),
  mesures_proposees: integer((row) => row.tally.ambition.ofMeasures),
  reponses: integer((row) => row.replies),
  sha256: text((row) => row.sha256),
} as const satisfies Columns<Line>;

/** What it is, its words, where it opens. */
function proof(item: EvidenceItem): string {
  const url = evidenceUrl(item);
  const quotation = 'quotation' in item && item.quotation !== null ? ` « ${item.quotation} »` : '';
  return `${evidenceLine(item)}${quotation}${url === null ? '' : ` ${url}`}`;
}
