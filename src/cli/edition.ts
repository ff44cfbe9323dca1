/** `cli edition list|publish|withdraw|offer|export`: what the workbench made, for whoever runs the site. */
import { parseArgs } from 'node:util';
import { pass } from '#domain/access/gate.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { editionDrafts } from '#server/storage/edition-drafts.ts';
import { storesOn } from '#server/stores.ts';
import { editionAddress } from '#ui/addresses.ts';
import { editionMessages } from '#ui/messages/edition-command.fr.ts';
import { sayDraftProblem, sayWorkbenchRefusal, type WorkbenchRefusal } from '#ui/messages/workbench-refusals.fr.ts';
import { measureNames } from '#ui/workbench/draft-shown.ts';
import { knownTo } from '#use-cases/workbench/enter-draft.ts';
import { offerEdition, type OfferEdition } from '#use-cases/workbench/offer-edition.ts';
import { publishEdition } from '#use-cases/workbench/publish-edition.ts';
import type { Runtime } from '#server/runtime.ts';
import { Misuse, type Command, type CommandContext } from './command.ts';
import { addressOf, operatorNamed, readNumber } from './operator.ts';

type Work = (runtime: Runtime) => Promise<number>;

export const command: Command = {
  summary: editionMessages.summary,
  usage: editionMessages.usage,
  async run(args, context) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const [what, which = '', reason = '', ...others] = positionals;
    if (others.length > 0 || (reason !== '' && what !== 'withdraw')) throw new Misuse(editionMessages.whichAct);
    return await context.withRuntime(workOf(what, { which, reason }, context));
  },
};

function workOf(what: string | undefined, of: { which: string; reason: string }, context: CommandContext): Work {
  const { which, reason } = of;
  switch (what) {
    case 'list':
      return (runtime) => list(runtime, context);
    case 'publish': {
      const draft = readNumber(which);
      if (draft === null) throw new Misuse(editionMessages.whichDraft);
      return (runtime) => publish(runtime, draft, context);
    }
    case 'withdraw':
    case 'offer':
    case 'export':
      if (which === '') throw new Misuse(editionMessages.whichEdition);
      return (runtime) =>
        what === 'export'
          ? take(runtime, which, context)
          : offer(
              runtime,
              what === 'offer' ? { edition: which, offered: true } : { edition: which, offered: false, reason },
              context,
            );
    default:
      throw new Misuse(editionMessages.whichAct);
  }
}

/** Number, address, state, title: one line each. */
async function list({ db }: Runtime, context: CommandContext): Promise<number> {
  const passed = pass(operatorNamed(undefined), { act: 'see-editions', state: 'none' });
  if (!passed.ok) return complain(passed.refusal, context);
  const drafts = [...(await editionDrafts(db, { of: 'country' })).drafts];
  for (let before: number | null = null, more = true; more; more = before !== null) {
    const page: Awaited<ReturnType<typeof editionDrafts>> = await editionDrafts(db, { of: 'collectives', before });
    drafts.push(...page.drafts);
    before = page.next;
  }
  if (drafts.length === 0) context.say(editionMessages.none);
  for (const { id, editionId, title, publishedAt, collective } of drafts) {
    const state = publishedAt === null ? editionMessages.stillWritten : editionMessages.publishedOn(publishedAt);
    context.say([id, editionId, state, title, ...(collective === null ? [] : [collective.name])].join('\t'));
  }
  return 0;
}

async function publish(runtime: Runtime, draft: number, context: CommandContext): Promise<number> {
  const stores = storesOn(runtime.db);
  const published = await publishEdition(stores, operatorNamed(undefined), { draft }, new Date());
  if (published.ok) {
    const { edition, sha256 } = published.value;
    context.say(editionMessages.published(addressOf(runtime, editionAddress(edition)), sha256));
    return 0;
  }
  const found = await stores.workbench.find(draft);
  if (published.refusal.kind === 'draft-has-problems' && found !== null) {
    const named = measureNames(found, (await knownTo(stores, found)).find);
    for (const problem of published.refusal.problems) context.complain(sayDraftProblem(problem, named));
  }
  return complain(published.refusal, context);
}

async function offer({ db }: Runtime, request: OfferEdition, context: CommandContext): Promise<number> {
  const done = await offerEdition(storesOn(db), operatorNamed(undefined), request, new Date());
  if (!done.ok) return complain(done.refusal, context);
  const { edition, offered } = request;
  context.say(offered ? editionMessages.offered(edition) : editionMessages.withdrawn(edition));
  return 0;
}

/** Its canonical text, over which the hash is taken. */
async function take({ db }: Runtime, which: string, context: CommandContext): Promise<number> {
  const edition = await storesOn(db).editions.find(which);
  if (edition === null) context.complain(editionMessages.unknown(which));
  else context.say(canonicalJson(edition));
  return edition === null ? 1 : 0;
}

function complain(refusal: WorkbenchRefusal, context: CommandContext): number {
  context.complain(sayWorkbenchRefusal(refusal));
  return 1;
}
