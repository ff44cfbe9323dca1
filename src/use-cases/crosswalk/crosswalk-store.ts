/** What the acts on correspondences need kept. What stands behind is src/server/storage/crosswalk*.ts. */
import type { CrosswalkLink, LinkPair, LinkState } from '#domain/crosswalk/crosswalk-link.ts';
import type { CrosswalkContent, CrosswalkVersion } from '#domain/crosswalk/crosswalk-version.ts';
import type { LikenessReason, NearClauses } from '#domain/crosswalk/likeness.ts';
import type { CharterPromise } from '#domain/crosswalk/promise-words.ts';
import type { Relation, ShownRelation } from '#domain/crosswalk/relation.ts';

/** In their one order (`orderedPair`). */
export type NewProposal = LinkPair & {
  readonly likeness: readonly LikenessReason[];
  readonly near: NearClauses | null;
  readonly score: number;
  readonly wordsSha256: string;
};

export type LinkDecision = {
  readonly state: Exclude<LinkState, 'link-proposed'>;
  readonly relation: Relation | null;
  readonly reason: string;
  readonly at: Date;
};

/** A relation as everybody reads it, in the order it was said. */
export type PublicRelation = LinkPair & {
  readonly relation: ShownRelation;
  readonly reason: string;
  readonly since: Date;
};

/** `of`: the measure that `from` comes from, of which it was said. */
export type SaidBefore = LinkPair & {
  readonly of: CharterPromise;
  readonly relation: Relation | null;
  readonly reason: string;
};

export type QueuePage = {
  readonly state: LinkState;
  /** Only lines that name it. */
  readonly edition?: string;
  /** `next` of the page before. */
  readonly after?: { readonly score: number; readonly id: number };
  /** 1 to 100. */
  readonly limit: number;
};

export type CrosswalkStore = {
  find(id: number): Promise<CrosswalkLink | null>;
  /** Like `find`; nobody else decides of it before the end of the transaction. */
  lock(id: number): Promise<CrosswalkLink | null>;
  /** The line of that pair, in its one order. */
  findPair(pair: LinkPair): Promise<CrosswalkLink | null>;
  /** An edition that was published says already what became of one in the other. */
  isPublished(from: CharterPromise, to: CharterPromise): Promise<boolean>;
  /**
   * New pairs are added; those that still wait get their reasons anew when words changed; those of which somebody decided, or
   * that a published edition says, stay as they are.
   */
  propose(
    links: readonly NewProposal[],
    at: Date,
  ): Promise<{ readonly added: number; readonly renewed: number; readonly known: number }>;
  /**
   * What is confirmed of the measures that those of `edition` come from, where their words changed, with promises of `other`; null:
   * with goals. Each from the side of `edition`.
   */
  saidBefore(of: { readonly edition: string; readonly other: string | null }): Promise<readonly SaidBefore[]>;
  /** Said by a person at once. Null: the pair is there already. */
  add(link: NewProposal, decision: LinkDecision): Promise<number | null>;
  decide(id: number, decision: LinkDecision): Promise<void>;
  /** The likeliest first. */
  queue(
    page: QueuePage,
  ): Promise<{ readonly links: readonly CrosswalkLink[]; readonly next: QueuePage['after'] | null }>;
  counts(): Promise<Readonly<Record<LinkState, number>>>;
  /** All that everybody reads, each once. */
  relations(): Promise<readonly PublicRelation[]>;
  /** Null: none was published. Others who publish wait until the end of the transaction. */
  lastVersion(): Promise<CrosswalkContent | null>;
  publish(content: string, version: Omit<CrosswalkVersion, 'relations'>): Promise<void>;
};
