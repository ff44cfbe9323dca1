/** `cli plan export ID --format csv|xlsx|ods|tet [FILE]`: as it is worked on, or as published when nobody works on it. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { PLAN_FORMATS, planSheetFile, type PlanToWrite } from '#publishing/spreadsheet/plan-sheet-file.ts';
import { errorCode, errorReason } from '#server/error-code.ts';
import type { Runtime } from '#server/runtime.ts';
import { publishedLines } from '#server/storage/published-lines.ts';
import { storesOn } from '#server/stores.ts';
import { PLAN_CLI } from '#ui/messages/plan-import/cli.fr.ts';
import { SHEET_FILES } from '#ui/messages/plan-import/files.fr.ts';
import { importMessages } from '#ui/messages/operator.fr.ts';
import { exportPlan } from '#use-cases/plan-import/export-plan.ts';
import { Misuse, type CommandContext } from './command.ts';
import { operatorNamed, readNumber } from './operator.ts';

export async function exportPlanCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, published: { type: 'boolean', default: false }, by: { type: 'string' } },
  });
  const [number, file, ...others] = positionals;
  const id = readNumber(number);
  if (id === null || others.length > 0) throw new Misuse(PLAN_CLI.argumentsMissing);
  const format = PLAN_FORMATS.find((known) => known === values.format);
  if (format === undefined) throw new Misuse(PLAN_CLI.badFormat);
  if (file === undefined && format !== 'csv' && process.stdout.isTTY) throw new Misuse(PLAN_CLI.toTerminal);
  return await context.withRuntime(async (runtime) => {
    const plan = await planToWrite(runtime, { id, published: values.published, by: values.by });
    if (plan === null) {
      context.complain(PLAN_CLI.unknownPlan(id));
      return 1;
    }
    const bytes = planSheetFile(plan, format);
    if (file === undefined) {
      await new Promise<void>((written) =>
        process.stdout.write(bytes, () => {
          written();
        }),
      );
      return 0;
    }
    try {
      await writeFile(file, bytes);
    } catch (error) {
      context.complain(importMessages.unreadable(file, errorCode(error) ?? errorReason(error)));
      return 1;
    }
    context.say(PLAN_CLI.written(file, plan.lines.length));
    if (format === 'tet') context.say(SHEET_FILES.tetLoses);
    return 0;
  });
}

async function planToWrite(
  { db }: Runtime,
  { id, published, by }: { readonly id: number; readonly published: boolean; readonly by: string | undefined },
): Promise<PlanToWrite | null> {
  if (!published) {
    const worked = await exportPlan(storesOn(db), operatorNamed(by), { plan: id });
    if (worked.ok) return worked.value;
  }
  return await publishedLines(db, id);
}
