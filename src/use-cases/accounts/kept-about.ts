/**
 * Everything kept about one person: each subject that keeps something adds one line, with a query of its own. What is not in
 * this list is not given to them, and would be a fault: the law gives everyone a copy.
 */
import type { Json } from '#domain/shared/canonical-json.ts';
import { keptInCollectives } from '../collectives/own-collectives.ts';
import { keptInCommittees } from '../committee/own-committees.ts';
import { keptOfDeadlines } from '../deadlines/follow-deadlines.ts';
import { keptInSigning } from '../signature/own-signatures.ts';
import type { Stores } from '../stores.ts';

export type About = { readonly person: string; readonly email: string };

export type KeptAbout = {
  /** Its key in the file, in French: people read it. */
  readonly key: string;
  readonly read: (stores: Stores, about: About) => Promise<Json>;
};

export const KEPT_ABOUT: readonly KeptAbout[] = [
  // One line for each subject.
  { key: 'compte', read: (stores, { person }) => stores.accounts.keptAbout(person) },
  // Whatever names the account, also what no line below tells better.
  { key: 'lignes', read: (stores, { person }) => stores.accounts.rowsNaming(person) },
  { key: 'mails', read: (stores, about) => stores.mail.keptAbout(about) },
  { key: 'collectifs', read: keptInCollectives },
  { key: 'comites', read: keptInCommittees },
  { key: 'echeances', read: keptOfDeadlines },
  { key: 'consultations', read: (stores, about) => stores.consultations.keptAbout(about) },
  { key: 'negociations', read: (stores, { person }) => stores.negotiations.saidByPerson(person) },
  { key: 'signatures', read: keptInSigning },
  { key: 'partenaires', read: (stores, { person }) => stores.partners.keptAbout(person) },
  { key: 'evaluations', read: (stores, { person }) => stores.assessments.saidBy(person) },
  { key: 'bilans', read: (stores, { person }) => stores.reviews.saidByPerson(person) },
  // By their address: a town hall wrote it, whether or not they have an account.
  { key: 'annuaires', read: (stores, { email }) => stores.directory.keptAbout(email) },
  { key: 'codes', read: (stores, { email }) => stores.proofs.keptAbout(email) },
];
