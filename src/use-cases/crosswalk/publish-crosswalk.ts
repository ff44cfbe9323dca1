/** Freezes the crosswalk as it stands under a number, for whoever cites it: canonical bytes and their hash. */
import { createHash } from 'node:crypto';
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import {
  changesBetween,
  isUnchanged,
  VERSION_FORMAT,
  type CrosswalkContent,
  type RelationLine,
} from '#domain/crosswalk/crosswalk-version.ts';
import type { Goal } from '#domain/crosswalk/goal.ts';
import { canonicalJson } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { byOf } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { linesOf } from './relation-lines.ts';

export type CannotPublishCrosswalk =
  NotAllowed | { readonly kind: 'nothing-to-publish' } | { readonly kind: 'nothing-changed'; readonly number: number };

export async function publishCrosswalk(
  stores: Stores,
  actor: Actor,
  { goals, ...request }: Sent & { readonly goals: readonly Goal[] },
  now: Date,
): Promise<Result<{ readonly number: number }, CannotPublishCrosswalk>> {
  const act = 'publish-crosswalk';
  type Done = { readonly number: number };
  return await sentOnce<Done, CannotPublishCrosswalk>(stores, { actor, act, request, now }, async (all) => {
    const passed = pass(actor, { act, state: 'none' });
    if (!passed.ok) return passed;
    const last = await all.crosswalk.lastVersion();
    const relations = await linesOf(all, await all.crosswalk.relations(), goals);
    if (relations.length === 0 && last === null) return refuse({ kind: 'nothing-to-publish' });
    if (last !== null && isUnchanged(changesBetween(last.relations, relations)))
      return refuse({ kind: 'nothing-changed', number: last.number });
    const number = (last?.number ?? 0) + 1;
    const content: CrosswalkContent = {
      format: VERSION_FORMAT,
      number,
      publishedAt: now.toISOString(),
      editions: await editionsOf(all, relations),
      relations,
    };
    const bytes = canonicalJson(content);
    const sha256 = createHash('sha256').update(bytes, 'utf8').digest('hex');
    await all.crosswalk.publish(bytes, { number, sha256, publishedAt: now });
    await all.journal.append({
      at: now,
      act,
      actor: passed.value,
      subject: { kind: 'crosswalk', id: `version-${number}` },
      says: { by: byOf(actor), sha256, relations: relations.length },
    });
    return accept({ number });
  });
}

async function editionsOf(all: Stores, relations: readonly RelationLine[]): Promise<CrosswalkContent['editions']> {
  const ids = new Set(
    relations.flatMap(({ from, to }) => ('goal' in to ? [from.edition] : [from.edition, to.edition])),
  );
  const editions: { id: string; title: string; year: number }[] = [];
  for (const id of [...ids].sort()) {
    const edition = await all.editions.find(id);
    if (edition !== null) editions.push({ id, title: edition.title, year: edition.year });
  }
  return editions;
}
