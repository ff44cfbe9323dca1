/** Mails about organisations that ask to join: to those who decide, then to those who asked. In the transaction of the act. */
import type { Organisation, PartnerDecision, PartnerProof } from '#domain/partners/organisation.ts';
import { tellNationalTeam } from '../collectives/tell.ts';
import type { Stores } from '../stores.ts';

/** Why nobody can decide: nobody sits who may vote on it, or the team has not said how many votes decide. */
export type Stuck = 'no-voter' | 'no-rule';

export type PartnerMail =
  /** To the members of the steering committee who may vote on it. */
  | {
      readonly kind: 'partner-waits';
      readonly name: string;
      readonly website: string;
      readonly about: string;
      readonly proof: PartnerProof;
      readonly path: string;
    }
  /** To the national team. */
  | { readonly kind: 'partner-stuck'; readonly name: string; readonly why: Stuck }
  /** To who speaks for it. */
  | (Decided & { readonly kind: 'partner-answered'; readonly path: string })
  /** To the other members, who were asked to vote. */
  | (Decided & { readonly kind: 'partner-decided'; readonly path: string });

type Decided = {
  readonly name: string;
  readonly accepted: boolean;
  readonly votes: Pick<PartnerDecision, 'votesFor' | 'votesAgainst' | 'votesNeeded'>;
};

export async function tellWaiting(
  all: Stores,
  {
    organisation: { id, name, website, about, proof },
    hasRule,
    at,
  }: {
    readonly organisation: Pick<Organisation, 'id' | 'name' | 'website' | 'about' | 'proof'>;
    readonly hasRule: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const voters = await all.partners.votersOn(id);
  const content = { kind: 'partner-waits', name, website, about, proof, path: requestPath(id) } as const;
  for (const person of voters) await all.mail.queue({ to: { person }, content, at });
  const why = voters.length === 0 ? 'no-voter' : hasRule ? null : 'no-rule';
  if (why !== null) await tellNationalTeam(all, { content: { kind: 'partner-stuck', name, why }, at });
}

/** `but`: whose vote decided knows it. */
export async function tellDecided(
  all: Stores,
  {
    organisation: { id, name },
    decided: { accepted, votes },
    but,
    at,
  }: {
    readonly organisation: Pick<Organisation, 'id' | 'name'>;
    readonly decided: Pick<Decided, 'accepted' | 'votes'>;
    readonly but: string;
    readonly at: Date;
  },
): Promise<void> {
  const said = { name, accepted, votes };
  // Whoever asked in vain speaks for it no more: the space is closed to them, the page of the decision to nobody.
  const path = accepted ? `${publicPath(id)}/espace` : publicPath(id);
  for (const { person } of await all.partners.representatives(id)) {
    if (person === null) continue;
    await all.mail.queue({ to: { person }, content: { kind: 'partner-answered', ...said, path }, at });
  }
  const content = { kind: 'partner-decided', ...said, path: publicPath(id) } as const;
  for (const person of await all.partners.votersOn(id)) {
    if (person !== but) await all.mail.queue({ to: { person }, content, at });
  }
}

function requestPath(id: number): string {
  return `/partenaires/demandes#demande-${id}`;
}

function publicPath(id: number): string {
  return `/partenaires/${id}`;
}
