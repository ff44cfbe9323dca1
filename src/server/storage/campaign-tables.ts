/** The tables of elections, candidate lists and who speaks for whom. Their rules: migrations 0025 to 0027. */
import type { Generated } from 'kysely';
import type { EnteredAs, Outcome } from '#domain/campaign/candidate-list.ts';
import type { Round } from '#domain/campaign/election.ts';
import type { RequestState, RequestWay, RequestedRole } from '#domain/campaign/role-request.ts';
import type { JsonColumn } from './json-column.ts';

export type CampaignTables = {
  byElection: {
    id: string;
    municipalityCode: string;
    year: number;
    firstRoundOn: string | null;
    secondRoundOn: string | null;
    source: string;
    sourceUrl: string | null;
    enteredBy: string;
    enteredAt: Date;
  };
  candidateList: {
    id: Generated<number>;
    electionId: string;
    municipalityCode: string;
    /** '' for the whole municipality. */
    constituencyCode: string;
    constituencyName: string | null;
    name: string;
    nameKey: string;
    shortName: string | null;
    nuance: string | null;
    leader: string | null;
    leaderKey: string;
    firstRound: Round;
    source: string;
    enteredAs: EnteredAs;
    enteredAt: Date;
    changedAt: Date;
    withdrawnOn: string | null;
    mergedInto: number | null;
    mergedOn: string | null;
    seats: number | null;
    outcome: Outcome | null;
    outcomeConfirmedAt: Date | null;
  };
  candidateListRound: {
    listId: number;
    round: Round;
    panelNumber: number | null;
    votes: number | null;
    votesCast: number | null;
  };
  candidate: { listId: number; round: Round; position: number; familyName: string; givenName: string };
  listFile: {
    id: Generated<number>;
    electionId: string;
    kind: 'lists' | 'results';
    round: Round;
    filename: string;
    bytes: Buffer;
    columns: JsonColumn<Readonly<Record<string, number | null>>>;
    keptBy: string;
    keptAt: Date;
  };
  pactList: { pactId: number; candidateListId: number; linkedBy: string; linkedAt: Date };
  publicAddress: {
    id: Generated<number>;
    listId: number | null;
    municipalityCode: string | null;
    groupingSiren: string | null;
    email: string;
    source: string;
    enteredBy: string;
    enteredAt: Date;
  };
  roleRequest: {
    id: Generated<number>;
    personId: string;
    role: RequestedRole['role'];
    listId: number | null;
    municipalityCode: string | null;
    groupingSiren: string | null;
    words: string;
    askedAt: Date;
    state: Generated<RequestState>;
    codeHash: string | null;
    codeAddressId: number | null;
    codeSentAt: Date | null;
    codeTries: Generated<number>;
    way: RequestWay | null;
    decidedBy: string | null;
    decidedAt: Date | null;
    reason: string | null;
    endedAt: Date | null;
    endedBy: string | null;
    endReason: string | null;
  };
  listRepresentative: { personId: string; listId: number; requestId: number; since: Date };
  townHallMember: {
    id: Generated<number>;
    personId: string;
    role: 'municipal-agent' | 'elected-official';
    municipalityCode: string | null;
    groupingSiren: string | null;
    requestId: number;
    since: Date;
  };
  nationalTeamMember: { personId: string; requestId: number; since: Date };
  bodyQuestion: {
    id: Generated<number>;
    groupingSiren: string;
    municipalityCode: string;
    edition: string;
    measure: number;
    level: number | null;
    collectiveId: number;
    collectiveName: string;
    text: string;
    askedOn: string;
    askedAt: Date;
    answer: 'accepted' | 'refused' | null;
    answeredOn: string | null;
    answerText: string | null;
    answeredAs: 'body' | 'collective' | 'national-team' | null;
  };
};
