/** Accounts and mails on PostgreSQL, as the use cases want them. */
import type { AccountStore } from '#use-cases/accounts/account-store.ts';
import type { MailStore } from '#use-cases/mail/mail-store.ts';
import type { Db } from './storage/connection.ts';
import { eraseMailsTo, mailsKeptAbout, queueMail, takeBackNewsAsked } from './storage/mails.ts';
import { retryMail, undeliveredMails } from './storage/mail-delivery.ts';
import * as people from './storage/people.ts';
import * as logins from './storage/person-logins.ts';
import { rowsNaming } from './storage/person-rows.ts';

export function accountsOn(db: Db): AccountStore {
  return {
    findByEmail: (email) => people.findPersonByEmail(db, email),
    find: (person) => people.findPerson(db, person),
    open: (account) => people.openPerson(db, account),
    rename: (person, name, at) => people.renamePerson(db, person, { name, at }),
    changeEmail: (person, email, at) => people.changePersonEmail(db, person, { email, at }),
    endSessions: (person, which) => people.endSessionsOf(db, person, which),
    findByLogin: (login) => logins.findPersonByLogin(db, login),
    addLogin: (person, login, at) => logins.addLogin(db, person, { ...login, at }),
    keptAbout: (person) => logins.personKept(db, person),
    rowsNaming: (person) => rowsNaming(db, person),
    erase: (person) => people.erasePerson(db, person),
  };
}

export function mailOn(db: Db): MailStore {
  return {
    queue: (mail) => queueMail(db, mail),
    takeBackNewsAsked: (of, now) => takeBackNewsAsked(db, of, now),
    keptAbout: (about) => mailsKeptAbout(db, about),
    undelivered: (page) => undeliveredMails(db, page),
    retry: (mail, at) => retryMail(db, mail, at),
    eraseTo: (email, of) => eraseMailsTo(db, email, of),
  };
}
