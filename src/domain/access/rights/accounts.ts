/** Rights on accounts, sessions and the mails that wait. */
import { section } from './rights.ts';

/** An account is there or gone: it has no other state. */
export const ACCOUNT_STATES = [] as const;

export const ACCOUNT_RIGHTS = section<(typeof ACCOUNT_STATES)[number]>()({
  // Whoever proves an address has the account of that address.
  'sign-in': { anyone: ['none'] },
  'see-account': { self: ['none'] },
  'change-name': { self: ['none'] },
  'change-email': { self: ['none'] },
  'end-session': { self: ['none'] },
  'keep-passkey': { self: ['none'] },
  'export-account': { self: ['none'] },
  'erase-account': { self: ['none'] },
  // The operator is whoever sits at the machine: a command, or /courrier asked from it.
  'see-kept-mails': { operator: ['none'] },
  'retry-mail': { operator: ['none'] },
  'deliver-mail': { job: ['none'] },
});
