/** What loading a public copy needs: a site in which nothing was done yet, and a place for each of its objects. */
import type { Result } from '#domain/shared/result.ts';

/** The lines of one kind of object, some at a time, in the order of the file. Asked for twice at most. */
export type ReadObjects = (name: string) => AsyncIterable<readonly string[]>;

/** What the journal says of an object that was loaded, so that it can be checked from then on. */
export type LoadedObject = {
  readonly kind: 'pact' | 'plan' | 'review' | 'collective';
  readonly id: number;
  /** Of a pact or a plan, as its rows say it now. */
  readonly digest: string | null;
  /** Readings that were shown before: their digests and reasons, oldest first. */
  readonly earlier: readonly { readonly digest: string; readonly reason: string }[];
  /** Of a plan: its frozen versions. */
  readonly versions: readonly { readonly number: number; readonly sha256: string }[];
};

/** A public copy: its day, the address of the site that made it, the SHA-256 of its list of fingerprints. */
export type CopyRef = { readonly day: string; readonly site: string; readonly sha256: string };

/** A line names something that is not here (a commune of another year), or is not as its table wants it. */
export type DoesNotFit = { readonly kind: 'does-not-fit'; readonly objects: string; readonly detail: string };

export type DumpStore = {
  /** Nobody has an account and nothing was published: nothing can be overwritten. Locks until the end. */
  isEmpty(): Promise<boolean>;
  /**
   * Everything, under the numbers that it has in the copy; the figures of the country are counted anew. From then on the site
   * says which copy it came from, and when.
   */
  load(
    read: ReadObjects,
    from: { readonly copy: CopyRef; readonly at: Date },
  ): Promise<Result<readonly LoadedObject[], DoesNotFit>>;
};
