/** What the acts on elections, lists and addresses need kept and found. */
import type { CandidateList, ListChange, NewList } from '#domain/campaign/candidate-list.ts';
import type { Election, Round } from '#domain/campaign/election.ts';
import type { NameLikeness } from '#domain/campaign/person-name.ts';
import type { PlaceCode } from '#domain/shared/place.ts';

export type CampaignStore = {
  findElection(id: string): Promise<Election | null>;
  /** All that are known, in any order. */
  elections(): Promise<readonly Election[]>;
  /** General ones and those of this municipality, oldest first. */
  electionsIn(municipality: string): Promise<readonly Election[]>;
  /** False: another election has this id. */
  keepByElection(election: Election, entered: Entered): Promise<boolean>;

  findList(id: number): Promise<CandidateList | null>;
  /** Like `findList`; nobody else changes the list before the end of the transaction. */
  lockList(id: number): Promise<CandidateList | null>;
  /** In the order of their panels; every constituency of the municipality, withdrawn and merged lists too. */
  listsIn(municipality: string, election: string): Promise<readonly CandidateList[]>;
  /** The number of the list that was there under that name and head of list, when there is one. */
  keepList(list: NewList, at: Date): Promise<{ readonly id: number; readonly added: boolean }>;
  /** The number of the list of that place with this name and head; null: there is none. */
  sameList(of: Pick<NewList, 'election' | 'municipality' | 'constituency' | 'name' | 'leader'>): Promise<number | null>;
  changeList(id: number, change: ListChange, at: Date): Promise<void>;
  /** Sets the figures of one round. */
  keepRound(
    id: number,
    round: {
      readonly round: Round;
      readonly panelNumber: number | null;
      readonly votes: number | null;
      readonly votesCast: number | null;
    },
  ): Promise<void>;
  /** Who stood on each list in a round, by list. */
  candidatesOf(lists: readonly number[]): Promise<readonly StandingCandidate[]>;
  /** Forgets the candidates of these elections that are no head of list; `unless`: of lists that won a seat. Says how many. */
  forgetCandidates(of: { readonly elections: readonly string[]; readonly keepSeated: boolean }): Promise<number>;

  /**
   * Those on a list of the municipality, in the latest election held there or any to come, who may be the person so named. A
   * suspicion: people share names.
   */
  isOnAList(asked: {
    readonly name: string;
    readonly municipality: string;
    readonly today: string;
  }): Promise<readonly NameFound[]>;

  /** The pact, when it is one of this municipality. */
  findPact(id: number): Promise<{ readonly municipality: string | null; readonly list: number | null } | null>;
  linkPact(link: {
    readonly pact: number;
    readonly list: number;
    readonly by: string;
    readonly at: Date;
  }): Promise<void>;

  addressesOf(of: AddressOwner): Promise<readonly PublicAddress[]>;
  /** False: it was there. */
  keepAddress(
    address: AddressOwner & { readonly email: string; readonly source: string },
    entered: Entered,
  ): Promise<boolean>;
};

export type Entered = { readonly by: string; readonly at: Date };
export type AddressOwner = { readonly list: number } | { readonly place: PlaceCode };
export type PublicAddress = { readonly id: number; readonly email: string };
export type StandingCandidate = {
  readonly list: number;
  readonly round: Round;
  readonly position: number;
  readonly family: string;
  readonly given: string;
};

/** Tell the person and the coordinators: the name on the list, which list, how alike. */
export type NameFound = {
  readonly likeness: NameLikeness;
  readonly list: number;
  readonly listName: string;
  readonly election: string;
  /** 1: head of list. */
  readonly position: number;
  readonly family: string;
  readonly given: string;
};
