/**
 * What a command is. One file per command in this folder, named as it is typed, exporting `command`; one line for
 * it in ./main.ts. Its sentences are in src/ui/messages.
 */
import type { Runtime } from '#server/runtime.ts';

export type Command = {
  /** One line for the list of commands, in French. */
  readonly summary: string;
  /** What follows the name: `FICHIER [--charter ID]`. */
  readonly usage: string;
  /** Resolves with the exit code: 0 done, 1 refused, 2 misused. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>;
};

export type CommandContext = {
  /** A line on the standard output: the result of the command. */
  readonly say: (line: string) => void;
  /** A line on the standard error: refusals and progress. */
  readonly complain: (line: string) => void;
  /**
   * The settings and the database, for the time of `work`: attaches to the PostgreSQL of a running server, or starts
   * it and stops it again. Migrates first; loads the territory when it never was.
   */
  readonly withRuntime: <Value>(work: (runtime: Runtime) => Promise<Value>) => Promise<Value>;
};

/** Thrown by `run` for arguments it cannot use; the usage is shown. */
export class Misuse extends Error {}
