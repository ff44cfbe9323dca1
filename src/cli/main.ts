/**
 * `npm run cli -- COMMAND …`: finds the command and runs it. What the commands do is in use cases; what is common
 * to them is in ./command.ts.
 */
import { dirname } from 'node:path';
import { StartUpFailure } from '#server/start-up-failure.ts';
import { cliMessages } from '#ui/messages/cli.fr.ts';
import { startUpMessage } from '#ui/messages/start-up.fr.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { withRuntime } from './with-runtime.ts';

/** Loaded only when asked for: reading a file needs no database, and starts at once. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  // One line for each command, in alphabetical order.
  addresses: () => import('./addresses.ts'),
  collective: () => import('./collective.ts'),
  correct: () => import('./correct.ts'),
  drafts: () => import('./drafts.ts'),
  dump: () => import('./dump.ts'),
  edition: () => import('./edition.ts'),
  elections: () => import('./elections.ts'),
  entry: () => import('./entry.ts'),
  export: () => import('./export.ts'),
  'forget-expired': () => import('./forget-expired.ts'),
  import: () => import('./import.ts'),
  journal: () => import('./journal.ts'),
  key: () => import('./key.ts'),
  link: () => import('./link.ts'),
  mail: () => import('./mail.ts'),
  plan: () => import('./plan.ts'),
  publish: () => import('./publish.ts'),
  read: () => import('./read.ts'),
  role: () => import('./role.ts'),
  search: () => import('./search.ts'),
  tallies: () => import('./tallies.ts'),
  verify: () => import('./verify.ts'),
  withdraw: () => import('./withdraw.ts'),
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  // Closed early by the reader of a pipe (`… | head`): nothing more to say.
  process.stdout.on('error', () => process.exit());
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(await listCommands());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    console.error(cliMessages.unknownCommand(name));
    console.error(await listCommands());
    return 2;
  }
  const { command } = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(cliMessages.usage(name, command));
    return 0;
  }
  try {
    return await command.run(args, CONTEXT);
  } catch (error) {
    if (error instanceof StartUpFailure) {
      console.error(startUpMessage(error.problem));
      return 1;
    }
    if (!isMisuse(error)) throw error;
    console.error(error instanceof Misuse ? error.message : cliMessages.badArguments);
    console.error(cliMessages.usage(name, command));
    return 2;
  }
}

const CONTEXT: CommandContext = {
  say: (line) => {
    console.log(line);
  },
  complain: (line) => {
    console.error(line);
  },
  withRuntime: (work) =>
    withRuntime({ environment: process.env, projectDirectory: dirname(dirname(import.meta.dirname)) }, work),
};

/** Ours, or what node:util parseArgs throws for an option that it does not know. */
function isMisuse(error: unknown): boolean {
  if (error instanceof Misuse) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

async function listCommands(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => cliMessages.line(name, (await load()).command)),
  );
  return [cliMessages.heading, ...lines].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
