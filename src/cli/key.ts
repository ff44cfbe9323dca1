/** `cli key show|rotate`: the key with which this site seals. Never shows the private part. */
import { parseArgs } from 'node:util';
import { instanceKey, replaceInstanceKey } from '#server/seal/instance-key.ts';
import { storesOn } from '#server/stores.ts';
import { sealCertificates } from '#server/storage/seal-certificates.ts';
import { keyMessages } from '#ui/messages/proof-commands.fr.ts';
import { rotateSealKey } from '#use-cases/seal/rotate-seal-key.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { complainOf, operatorNamed } from './operator.ts';

export const command: Command = {
  summary: keyMessages.summary,
  usage: keyMessages.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { by: { type: 'string' } },
    });
    const [act, ...others] = positionals;
    if (others.length > 0 || (act !== 'show' && act !== 'rotate')) throw new Misuse(keyMessages.showOrRotate);
    return act === 'show' ? await show(context) : await rotate(values.by, context);
  },
};

async function show({ say, withRuntime }: CommandContext): Promise<number> {
  const certificates = await withRuntime(async (runtime) => {
    await instanceKey(runtime);
    return await sealCertificates(runtime.db);
  });
  for (const { fingerprint, madeAt, retiredAt } of certificates) say(keyMessages.line(fingerprint, madeAt, retiredAt));
  return 0;
}

async function rotate(by: string | undefined, context: CommandContext): Promise<number> {
  return await context.withRuntime(async ({ config, db }) => {
    const now = new Date();
    const replace = async () => await replaceInstanceKey(config, now);
    const rotated = await rotateSealKey(storesOn(db), operatorNamed(by), replace, now);
    if (!rotated.ok) return complainOf(rotated.refusal, context);
    context.say(keyMessages.rotated(rotated.value.fingerprint));
    if (rotated.value.before !== null) context.say(keyMessages.retired(rotated.value.before));
    return 0;
  });
}
