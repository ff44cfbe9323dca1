/** Wishes for a pact: addresses never shown, kept to tell what becomes of them. Behind it: src/server/storage/pact-wishes.ts. */
import type { Readiness } from '#domain/collective/wish.ts';

export type Wish = {
  readonly id: number;
  readonly email: string;
  readonly readiness: Readiness;
  /** In the link of each mail, which takes the wish back. */
  readonly stopToken: string;
  readonly told: { readonly possible: boolean; readonly founded: boolean };
};

export type WishStore = {
  /** One for one address and commune: said again, it replaces how far the person would go. */
  put(wish: {
    readonly municipality: string;
    readonly email: string;
    readonly readiness: Readiness;
    readonly at: Date;
  }): Promise<{ readonly added: boolean }>;
  /** Nobody else wishes there before the end of the transaction. */
  lock(municipality: string): Promise<readonly Wish[]>;
  count(municipality: string): Promise<number>;
  markTold(wishes: readonly number[], told: { readonly of: 'possible' | 'founded'; readonly at: Date }): Promise<void>;
  find(stopToken: string): Promise<{ readonly municipality: string; readonly readiness: Readiness } | null>;
  /** Wishes of one address, for the person whose it is. */
  ofEmail(email: string): Promise<
    readonly {
      readonly municipality: string;
      readonly readiness: Readiness;
      readonly at: Date;
      readonly stopToken: string;
    }[]
  >;
  /** The commune, or null when no wish has this token. */
  takeBack(stopToken: string): Promise<string | null>;
};
