/** `cli role give EMAIL national-team`: the first member of the national team, and every role that no other way can confirm. */
import { parseArgs } from 'node:util';
import type { RequestedRole } from '#domain/campaign/role-request.ts';
import { storesOn } from '#server/stores.ts';
import { endRole } from '#use-cases/campaign/end-role.ts';
import { giveRole, heldRequest } from '#use-cases/campaign/give-role.ts';
import { roleMessages as words } from '#ui/messages/campaign-cli.fr.ts';
import { sayCampaignRefusal } from '#ui/messages/campaign-refusals.fr.ts';
import { Misuse, type Command } from './command.ts';
import { operatorNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: words.summary,
  usage: words.usage,
  async run(args, context) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { of: { type: 'string' }, reason: { type: 'string', default: '' }, by: { type: 'string' } },
    });
    const [verb, email, name, ...others] = positionals;
    if ((verb !== 'give' && verb !== 'take') || email === undefined || name === undefined || others.length > 0) {
      throw new Misuse(words.argumentsMissing);
    }
    const role = roleNamed(name, values.of);
    if (role === null) throw new Misuse(words.badRole);
    const actor = operatorNamed(values.by);
    return await context.withRuntime(async ({ db }) => {
      const stores = storesOn(db);
      if (verb === 'give') {
        const given = await giveRole(stores, actor, { email, role }, new Date());
        if (!given.ok) {
          context.complain(sayCampaignRefusal(given.refusal));
          return 1;
        }
        context.say(words.given);
        return 0;
      }
      const request = await heldRequest(stores, { email, role });
      if (request === null) {
        context.complain(words.notHeld);
        return 1;
      }
      const ended = await endRole(stores, actor, { request, reason: values.reason }, new Date());
      if (!ended.ok) {
        context.complain(sayCampaignRefusal(ended.refusal));
        return 1;
      }
      context.say(words.taken);
      return 0;
    });
  },
};

function roleNamed(name: string, of: string | undefined): RequestedRole | null {
  switch (name) {
    case 'national-team':
      return of === undefined ? { role: name } : null;
    case 'list-representative': {
      const list = readNumber(of);
      return list === null ? null : { role: name, list };
    }
    case 'municipal-agent':
    case 'elected-official':
      if (of !== undefined && /^\d{9}$/.test(of)) return { role: name, place: { kind: 'grouping', siren: of } };
      return of !== undefined && /^(\d{5}|2[AB]\d{3})$/.test(of)
        ? { role: name, place: { kind: 'municipality', code: of } }
        : null;
    default:
      return null;
  }
}
