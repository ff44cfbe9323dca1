/** Mails of consultations: to whoever asked to be told of an answer, and to whoever runs it. */
import type { Role } from '#domain/access/gate.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Answer } from '#domain/consultation/contribution.ts';
import { tellCoordinators } from '../collectives/tell.ts';
import type { Stores } from '../stores.ts';

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
      readonly kind: 'consultation-cancelled';
      readonly title: string;
      readonly reason: string;
      /** Who wrote in it and asked to be told, or who coordinates the collective that it is of. */
      readonly to: 'writer' | 'coordinator';
      readonly path: string;
    }
  | {
      readonly kind: 'contribution-reported';
      readonly about: string;
      readonly reason: string;
      readonly path: string;
    };

/** `asked`: the addresses that are being erased. The coordinators are told of what others than they cancelled. */
export async function tellOfCancelling(
  all: Stores,
  of: {
    readonly consultation: Pick<Consultation, 'id' | 'title' | 'collective'>;
    readonly role: Role;
    readonly asked: readonly string[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const { consultation, reason, at } = of;
  const { id, title, collective } = consultation;
  const content = { kind: 'consultation-cancelled', title, reason, path: `/consultations/${id}` } as const;
  for (const to of of.asked) await all.mail.queue({ to, content: { ...content, to: 'writer' }, at });
  if (collective !== null && of.role !== 'collective-coordinator')
    await tellCoordinators(all, collective, { content: { ...content, to: 'coordinator' }, at });
}

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
