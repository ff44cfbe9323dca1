/** `cli drafts`: what is being reviewed, one a line, columns separated by tabs. Never the links. */
import { parseArgs } from 'node:util';
import { codeOf } from '#domain/shared/place.ts';
import { storesOn } from '#server/stores.ts';
import { listDrafts } from '#use-cases/drafts/list-drafts.ts';
import { draftsMessages } from '#ui/messages/operator.fr.ts';
import { Misuse, type Command } from './command.ts';
import { complainOf, operatorNamed, readNumber } from './operator.ts';

export const command: Command = {
  summary: draftsMessages.summary,
  usage: draftsMessages.usage,
  async run(args, context) {
    const { values } = parseArgs({ args: [...args], options: { limit: { type: 'string', default: '100' } } });
    const limit = readNumber(values.limit);
    if (limit === null || limit > 1000) throw new Misuse(draftsMessages.badLimit);
    const listed = await context.withRuntime(({ db }) => listDrafts(storesOn(db), operatorNamed(undefined), { limit }));
    if (!listed.ok) return complainOf(listed.refusal, context);
    if (listed.value.length === 0) {
      context.complain(draftsMessages.none);
      return 0;
    }
    context.say(draftsMessages.header.join('\t'));
    for (const { id, kind, choices, filename, decisions, expiresAt, published } of listed.value) {
      const { place } = choices;
      const code = place === null ? '' : codeOf(place);
      const address = published === null ? '' : `/${published.kind === 'pact' ? 'pactes' : 'plans'}/${published.id}`;
      const columns = [id, draftsMessages.kinds[kind], code, filename, decisions, DAY.format(expiresAt), address];
      context.say(columns.join('\t').trimEnd());
    }
    return 0;
  },
};

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: 'Europe/Paris' });
