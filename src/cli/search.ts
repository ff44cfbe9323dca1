/** `cli search MOTS…`: the municipalities that a visitor would find, one a line, columns separated by tabs. */
import { parseArgs } from 'node:util';
import { searchMunicipalities } from '#server/storage/territory-search.ts';
import { searchMessages } from '#ui/messages/cli.fr.ts';
import { Misuse, type Command } from './command.ts';

export const command: Command = {
  summary: searchMessages.summary,
  usage: searchMessages.usage,
  async run(args, { say, complain, withRuntime }) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { limit: { type: 'string', default: '10' } },
    });
    const query = positionals.join(' ');
    const limit = Number(values.limit);
    if (query.trim() === '') throw new Misuse(searchMessages.nothingAsked);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new Misuse(searchMessages.badLimit);
    const found = await withRuntime(({ db }) => searchMunicipalities(db, query, { limit }));
    for (const { code, name, department, population, formerName } of found) {
      say([code, name, department, population ?? '', formerName ?? ''].join('\t').trimEnd());
    }
    if (found.length === 0) complain(searchMessages.nothingFound(query));
    return found.length === 0 ? 1 : 0;
  },
};
