/** What the acts on roles need kept and found: requests, holders, and the codes sent to public addresses. */
import type { RequestedRole, RequestWay, RoleRequest } from '#domain/campaign/role-request.ts';
import type { Result } from '#domain/shared/result.ts';

export type RoleStore = {
  /** Null: no such list or place. */
  name(asked: RequestedRole): Promise<NamedRole | null>;
  /** Null: this person asked for it already, or holds it. */
  ask(request: {
    readonly person: string;
    readonly asked: RequestedRole;
    readonly words: string;
    readonly at: Date;
  }): Promise<number | null>;
  find(id: number): Promise<RoleRequest | null>;
  /** Like `find`; nobody else decides before the end of the transaction. */
  lock(id: number): Promise<RoleRequest | null>;
  /** Those of a person, newest first. */
  ofPerson(person: string): Promise<readonly RoleRequest[]>;
  /** Who holds this very role now. */
  holders(of: RequestedRole): Promise<readonly string[]>;
  /** Who may vouch for it: those who hold the same list or place; an elected official for the next one. */
  vouchers(of: RequestedRole): Promise<readonly string[]>;
  nationalTeam(): Promise<readonly string[]>;
  /** The account with this address; null: nobody signed in with it. */
  personWithEmail(email: string): Promise<string | null>;
  /** Is of a collective that is not closed. */
  inACollective(person: string): Promise<boolean>;
  /** Replaces the code before, if any; told once, kept as a hash. */
  openCode(request: number, sent: { readonly address: number; readonly at: Date }): Promise<string>;
  /** Codes sent for roles to this address since then. */
  codesSent(address: number, since: Date): Promise<number>;
  /** Counts a try even when several arrive at once, and says whether the code is right. Throws inside a transaction. */
  tryCode(request: number, code: string, now: Date): Promise<Result<null, CannotUseRoleCode>>;
  /** Confirming makes the person a holder. */
  decide(
    id: number,
    decided: {
      readonly state: 'confirmed' | 'refused' | 'dropped';
      readonly way: RequestWay | null;
      readonly by: string;
      readonly at: Date;
      readonly reason: string | null;
    },
  ): Promise<void>;
  /** What this person decided or ended stays so, by nobody. */
  forgetDecider(person: string): Promise<void>;
  /** The person holds it no longer. */
  end(id: number, ended: { readonly by: string; readonly at: Date; readonly reason: string | null }): Promise<void>;
};

/** A role with the names that a sentence needs. */
export type NamedRole =
  | { readonly role: 'list-representative'; readonly list: string; readonly place: string }
  | { readonly role: 'municipal-agent' | 'elected-official'; readonly place: string }
  | { readonly role: 'national-team' };

export type CannotUseRoleCode =
  | { readonly kind: 'no-role-code' }
  | { readonly kind: 'wrong-role-code'; readonly triesLeft: number }
  | { readonly kind: 'late-role-code' }
  | { readonly kind: 'too-many-role-codes' };
