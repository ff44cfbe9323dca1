/** The way into a consultation for every act in it: it is found and held, whoever acts is looked up in it, then the gate asked. */
import {
  pass,
  type Act,
  type Actor,
  type Concerns,
  type NotAllowed,
  type Role,
  type State,
} from '#domain/access/gate.ts';
import { phaseOf, type Consultation, type ConsultationPhase } from '#domain/consultation/consultation.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { signerOf } from '../campaign/find-request.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterConsultation =
  | NotAllowed
  | { readonly kind: 'unknown-consultation' }
  | { readonly kind: 'consultation-not-open'; readonly phase: Exclude<ConsultationPhase, 'consultation-open'> }
  /** No address was confirmed by this browser. */
  | { readonly kind: 'not-taking-part' }
  | { readonly kind: 'participation-withdrawn' };

export type EnteredConsultation = {
  readonly consultation: Consultation;
  readonly phase: ConsultationPhase;
  readonly role: Role;
  /** 0 for whoever takes no part. */
  readonly participation: number;
};

type Asked = {
  readonly act: Act;
  readonly consultation: number;
  /** `share`: it stays as it is until the end of the transaction, others may act too; `alone`: nobody else does. */
  readonly hold: 'share' | 'alone';
};

/** In a transaction. */
export async function enterConsultation(
  all: Stores,
  actor: Actor,
  { act, consultation: id, hold }: Asked,
  now: Date,
): Promise<Result<EnteredConsultation, CannotEnterConsultation>> {
  const consultation = await (hold === 'alone' ? all.consultations.lock(id) : all.consultations.share(id));
  if (consultation === null) return refuse({ kind: 'unknown-consultation' });
  const phase = phaseOf(consultation, now);
  if (WHILE_OPEN.has(act) && phase !== 'consultation-open') return refuse({ kind: 'consultation-not-open', phase });
  const taking =
    actor.kind === 'participant'
      ? await all.consultations.participation({ consultation: id, token: actor.token })
      : null;
  if (OF_PARTICIPANTS.has(act)) {
    if (taking === null) return refuse({ kind: 'not-taking-part' });
    if (taking.withdrawn && WHILE_OPEN.has(act)) return refuse({ kind: 'participation-withdrawn' });
  }
  const passed = pass(actor, {
    act,
    state: stateIn(consultation, phase),
    concerns: concernsOf(consultation),
    opens: () => taking !== null,
  });
  if (!passed.ok) return passed;
  return accept({ consultation, phase, role: passed.value, participation: taking?.id ?? 0 });
}

/** A local edition is its collective's; a national one is no collective's. */
export function concernsOf({ collective }: { readonly collective: number | null }): Concerns {
  return collective === null ? {} : { collectives: [collective] };
}

/** For the gate: what is local has states of its own. */
export function stateIn({ collective }: { readonly collective: number | null }, phase: ConsultationPhase): State {
  return collective === null ? phase : `local-${phase}`;
}

const WHILE_OPEN: ReadonlySet<Act> = new Set<Act>(['take-part', 'vote-in-consultation', 'contribute']);
const OF_PARTICIPANTS: ReadonlySet<Act> = new Set<Act>([
  'vote-in-consultation',
  'contribute',
  'withdraw-contribution',
  'stop-being-told',
]);

/** Last in its transaction. Whoever takes part is never named: `by` is that of the team, the operator or the job. */
export async function recordConsultation(
  all: Stores,
  { consultation, role }: Pick<EnteredConsultation, 'consultation' | 'role'>,
  {
    act,
    actor,
    says = {},
    at,
  }: { readonly act: Act; readonly actor: Actor; readonly says?: { readonly [key: string]: Json }; readonly at: Date },
): Promise<void> {
  const subject = { kind: 'consultation', id: consultation.id } as const;
  await all.journal.append({ at, act, actor: role, subject, says: { by: signerOf(actor), ...says } });
}
