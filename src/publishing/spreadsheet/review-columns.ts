/** Columns of reviews as files. Names are stable: scripts depend on them (docs/open-data.md). */
import type { FrozenPromise, FrozenReview } from '#domain/review/frozen-review.ts';
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { ReviewTally } from '#domain/review/review-tally.ts';
import { codeOf } from '#domain/shared/place.ts';
import { evidenceLine, evidenceUrl } from '#ui/messages/evidence.fr.ts';
import type { Cell } from './csv.ts';

export type ReviewPromiseLine = { readonly review: FrozenReview; readonly promise: FrozenPromise };

/** One line a promise, looked at or not: `etat` is empty when nobody looked. */
export const REVIEW_PROMISE_COLUMNS = {
  bilan: ({ review }) => review.review,
  numero: ({ review }) => review.number,
  publie_le: ({ review }) => review.publishedOn,
  collectif: ({ review }) => review.collective.name,
  commune: ({ review }) => codeOf(review.place.code),
  commune_nom: ({ review }) => review.place.name,
  pacte: ({ review }) => review.pact.id,
  liste: ({ review }) => review.pact.listName,
  charte: ({ review }) => review.edition.id,
  methode: ({ review }) => review.method,
  engagement: ({ promise }) => promise.item,
  numero_engagement: ({ promise }) => promise.label,
  titre: ({ promise }) => promise.title,
  position: ({ promise }) => promise.stance,
  niveaux_promis: ({ promise }) =>
    promise.levels
      .filter(({ stance }) => stance === 'accepted' || stance === 'partial')
      .map(({ level }) => level)
      .join(' '),
  etat: ({ promise }) => promise.said?.status ?? null,
  avant_mandat: ({ promise }) => promise.said?.beforeMandate ?? null,
  etats_par_niveau: ({ promise }) =>
    promise.said?.levels.map(({ level, status }) => `${level}:${status}`).join(' ') ?? null,
  constate_le: ({ promise }) => promise.said?.assessedOn ?? null,
  constat: ({ promise }) => promise.said?.sentence ?? null,
  preuves: ({ promise }) => promise.said?.evidence.map(proof).join('\n') ?? null,
  points_verifies: ({ promise }) =>
    promise.said?.checks.map(({ level, text, answer }) => `${level} ${text} ${answer}`).join('\n') ?? null,
  mairie_etat: ({ promise }) => promise.townHall?.status ?? null,
  mairie_le: ({ promise }) => promise.townHall?.assessedOn ?? null,
  mairie_constat: ({ promise }) => promise.townHall?.sentence ?? null,
} as const satisfies Readonly<Record<string, (line: ReviewPromiseLine) => Cell>>;

type Line = {
  readonly id: number;
  readonly number: number;
  readonly occasion: string;
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
  bilan: (row) => row.id,
  numero: (row) => row.number,
  occasion: (row) => row.occasion,
  publie_le: (row) => row.publishedOn,
  commune: (row) => codeOf(row.place),
  commune_nom: (row) => row.place.name,
  pacte: (row) => row.pact,
  liste: (row) => row.listName,
  collectif: (row) => row.collective.id,
  collectif_nom: (row) => row.collective.name,
  methode: (row) => row.method,
  signes: (row) => row.tally.signed,
  examines: (row) => row.tally.lookedAt,
  non_examines: (row) => row.tally.notLookedAt,
  denominateur: (row) => row.tally.counted,
  tenus: (row) => row.tally.byStatus.kept,
  tenus_en_partie: (row) => row.tally.byStatus['partly-kept'],
  en_cours: (row) => row.tally.byStatus.underway,
  pas_commences: (row) => row.tally.byStatus['not-started'],
  rompus: (row) => row.tally.byStatus.broken,
  impossibles_a_evaluer: (row) => row.tally.byStatus['cannot-assess'],
  hors_competence: (row) => row.tally.byStatus['not-competent'],
  avant_mandat: (row) => row.tally.beforeMandate,
  mesures_promises: (row) => row.tally.ambition.measures,
  mesures_proposees: (row) => row.tally.ambition.ofMeasures,
  reponses: (row) => row.replies,
  sha256: (row) => row.sha256,
} as const satisfies Readonly<Record<string, (row: Line) => Cell>>;

/** What it is, its words, where it opens. */
function proof(item: EvidenceItem): string {
  const url = evidenceUrl(item);
  const quotation = 'quotation' in item && item.quotation !== null ? ` « ${item.quotation} »` : '';
  return `${evidenceLine(item)}${quotation}${url === null ? '' : ` ${url}`}`;
}
