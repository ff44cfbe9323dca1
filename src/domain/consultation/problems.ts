/** What keeps an edition from being published: a consultation on it that is not over, or somebody who waits for an answer. */
import { phaseOf, type Consultation } from './consultation.ts';

export type ConsultationProblem =
  /** Announced, open, or closed and not counted yet. */
  | { readonly kind: 'consultation-under-way'; readonly consultation: number; readonly title: string }
  | {
      readonly kind: 'contributions-unanswered';
      readonly consultation: number;
      readonly title: string;
      readonly contributions: number;
    };

/** A consultation of the draft, with how many amendments and measures proposed in it have no answer. */
export type ConsultationToLookAt = Pick<Consultation, 'id' | 'title' | 'opensAt' | 'closesAt'> & {
  readonly cancelled: object | null;
  readonly count: object | null;
  readonly unanswered: number;
};

/** Empty: nothing stands in the way. A cancelled one stands in nobody's way. */
export function problemsOfConsultation(
  consultations: readonly ConsultationToLookAt[],
  now: Date,
): readonly ConsultationProblem[] {
  return consultations.flatMap((one): ConsultationProblem[] => {
    const phase = phaseOf(one, now);
    const of = { consultation: one.id, title: one.title };
    if (phase === 'consultation-cancelled') return [];
    if (phase !== 'consultation-counted') return [{ kind: 'consultation-under-way', ...of }];
    return one.unanswered === 0 ? [] : [{ kind: 'contributions-unanswered', ...of, contributions: one.unanswered }];
  });
}
