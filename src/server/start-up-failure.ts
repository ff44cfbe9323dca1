/**
 * Why the server, or a command, cannot start: something a person must put right first.
 *
 * Data, like a refusal; its French sentence is in src/ui/messages/start-up.fr.ts. A bug is not
 * one of these: it stays an ordinary Error with its stack.
 */
import type { ConfigProblem } from './config-problem.ts';

export type StartUpProblem =
  | { readonly kind: 'invalid-configuration'; readonly problems: readonly ConfigProblem[] }
  /** Another server already runs on this folder. */
  | { readonly kind: 'folder-in-use'; readonly dataDirectory: string }
  | { readonly kind: 'folder-not-writable'; readonly dataDirectory: string; readonly reason: string }
  /** No PostgreSQL binaries for this machine: DATABASE_URL is needed. */
  | { readonly kind: 'no-binaries'; readonly platform: string }
  /** Started as root, and no ordinary user could be found or created to run PostgreSQL. */
  | { readonly kind: 'no-postgres-user'; readonly reason: string }
  /** The cluster belongs to somebody else, or lies where its owner cannot go. */
  | { readonly kind: 'cluster-out-of-reach'; readonly clusterDirectory: string; readonly ownerId: number }
  /** The folder was made by another major version of PostgreSQL. */
  | {
      readonly kind: 'cluster-version';
      readonly clusterDirectory: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: 'password-missing'; readonly passwordFile: string }
  | { readonly kind: 'postgres-will-not-start'; readonly logFile: string; readonly lastLines: string }
  | { readonly kind: 'database-unreachable'; readonly reason: string }
  | { readonly kind: 'database-encoding'; readonly encoding: string }
  /** A migration already applied was edited afterwards: the file and the database disagree. */
  | { readonly kind: 'migration-changed'; readonly name: string }
  /** The database holds a migration that this version does not know: it was used by a newer one. */
  | { readonly kind: 'migration-unknown'; readonly name: string }
  | { readonly kind: 'port-in-use'; readonly host: string; readonly port: number }
  | { readonly kind: 'not-built'; readonly buildDirectory: string };

export class StartUpFailure extends Error {
  readonly problem: StartUpProblem;

  constructor(problem: StartUpProblem, options?: ErrorOptions) {
    super(`cannot start: ${JSON.stringify(problem)}`, options);
    this.name = 'StartUpFailure';
    this.problem = problem;
  }
}
