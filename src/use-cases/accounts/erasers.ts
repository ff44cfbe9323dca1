/**
 * What an account takes with it when it is erased: each subject that keeps something about people adds one line. Rows that name
 * the person by a foreign key go, or lose the name, by themselves; here stands the rest.
 *
 * Run in the transaction that erases the account, before it is gone.
 */
import { leaveEveryCollective } from '../collectives/own-collectives.ts';
import { leaveEverySigning } from '../signature/own-signatures.ts';
import type { Stores } from '../stores.ts';
import type { About } from './kept-about.ts';

export type Eraser = (stores: Stores, about: About, now: Date) => Promise<void>;

export const ERASERS: readonly Eraser[] = [
  // One line for each subject.
  leaveEveryCollective,
  leaveEverySigning,
  async (stores, { person }) => await stores.assessments.eraseNames(person),
  async (stores, about, now) => await stores.committees.erasePerson(about, now),
  async (stores, { email }) => await stores.deadlines.eraseOf(email),
  async (stores, about) => await stores.consultations.eraseOf(about),
  async (stores, { person }) => await stores.roles.forgetDecider(person),
  async (stores, { person }, now) => await stores.partners.forgetPerson(person, now),
  async (stores, { email }) => await stores.proofs.eraseOf(email),
  async (stores, { email }) => await stores.mail.eraseTo(email),
];
