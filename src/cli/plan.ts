/** `cli plan export | import`: plans to and from spreadsheets. What each does is in ./plan-export.ts and ./plan-import.ts. */
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { Misuse, type Command } from './command.ts';
import { exportPlanCommand } from './plan-export.ts';
import { importPlanCommand } from './plan-import.ts';

export const command: Command = {
  summary: PLAN_CLI.summary,
  usage: PLAN_CLI.usage,
  async run([verb, ...args], context) {
    if (verb === 'export') return await exportPlanCommand(args, context);
    if (verb === 'import') return await importPlanCommand(args, context);
    throw new Misuse(PLAN_CLI.argumentsMissing);
  },
};
