/** Which committee the space shows, and its seats as lines. */
import type { CommitteeMember } from '#domain/committee/committee.ts';
import type { Voice } from '#domain/follow-up/assessment.ts';
import type { SeenCommittee } from '#use-cases/committee/see-committee.ts';

/** The one asked for; else the latest that lives; else the latest. Null: there is none to see. */
export function committeeAsked(url: URL, seen: readonly SeenCommittee[]): SeenCommittee | null {
  const asked = seen.find(({ committee }) => String(committee.id) === url.searchParams.get('comite'));
  return asked ?? seen.find(({ committee }) => committee.state !== 'closed') ?? seen[0] ?? null;
}

export function seatLine(member: CommitteeMember, voice: Voice | null) {
  const { id, quality, name, organisation, acceptedAt, invitedUntil, namedBy } = member;
  return {
    ...{ id, quality, name, organisation, invitedUntil },
    hasAccount: acceptedAt !== null,
    mayRemove: voice !== null && namedBy === voice,
  };
}
