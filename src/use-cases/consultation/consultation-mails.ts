/** Mails of consultations: to whoever asked to be told of an answer, and to whoever runs it. */
import type { Answer } from '#domain/consultation/contribution.ts';

/** `about`: the title of what was proposed, or of the measure; '' when it had none. */
export type ConsultationMail =
  | {
      readonly kind: 'contribution-answered';
      readonly about: string;
      readonly answer: Answer;
      readonly words: string;
      /** It takes the place of one that they were told of. */
      readonly again: boolean;
      /** Their address is erased with it; otherwise it waits for the count. */
      readonly isLast: boolean;
      readonly path: string;
    }
  | {
      readonly kind: 'contribution-hidden';
      readonly about: string;
      readonly reason: string;
      readonly isLast: boolean;
      readonly path: string;
    }
  /** Hidden by mistake: everybody reads it again. */
  | {
      readonly kind: 'contribution-shown';
      readonly about: string;
      readonly reason: string;
      readonly isLast: boolean;
      readonly path: string;
    }
  | {
      readonly kind: 'contribution-reported';
      readonly about: string;
      readonly reason: string;
      readonly path: string;
    };

export function contributionPath({
  consultation,
  contribution,
}: {
  readonly consultation: number;
  readonly contribution: number;
}): string {
  return `/consultations/${consultation}/contributions/${contribution}`;
}

export function consultationDeskPath(consultation: number): string {
  return `/equipe/consultations/${consultation}`;
}
