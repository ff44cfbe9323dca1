/** What keeps people who sign in (src/server/storage/people.ts). */
import type { Json } from '#domain/shared/canonical-json.ts';

export type AccountStore = {
  /** The account of an address, whatever its capitals. */
  findByEmail(email: string): Promise<{ readonly id: string } | null>;
  find(person: string): Promise<{ readonly name: string; readonly email: string } | null>;
  open(account: { readonly email: string; readonly at: Date }): Promise<{ readonly id: string }>;
  rename(person: string, name: string, at: Date): Promise<void>;
  /** False: another account has this address. */
  changeEmail(person: string, email: string, at: Date): Promise<boolean>;
  /** Ends one session of that person, or all but one; says how many ended. */
  endSessions(person: string, which: { readonly only: string } | { readonly allBut: string | null }): Promise<number>;
  /** An identity at another issuer. */
  findByLogin(login: Login): Promise<{ readonly id: string } | null>;
  /** Nothing when it is theirs already; false: it is somebody else's. */
  addLogin(person: string, login: Login, at: Date): Promise<boolean>;
  /** Everything these tables hold about somebody, without what would let one in. */
  keptAbout(person: string): Promise<Json>;
  /** Every other row that names them, by table. */
  rowsNaming(person: string): Promise<Json>;
  /** With sessions, passkeys, identities elsewhere and mails. */
  erase(person: string): Promise<void>;
};

export type Login = { readonly provider: string; readonly subject: string };
