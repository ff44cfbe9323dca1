/** The council adopted a version of the plan: when, by which deliberation, and the paper that says so. */
import type { Actor } from '#domain/access/gate.ts';
import { tidyLine } from '#domain/plan/check-sheet.ts';
import { privateNamesRefused, type PrivateNames } from '#domain/plan/private-names.ts';
import { dayIn, isDay } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { enterPlan, type CannotEnterPlan } from './enter-plan.ts';

export type CannotRecordAdoption =
  | CannotEnterPlan
  | { readonly kind: 'unknown-version' }
  | { readonly kind: 'adoption-not-a-day'; readonly said: string }
  | { readonly kind: 'adoption-in-future' }
  | { readonly kind: 'deliberation-missing' }
  /** It is seen with the version that was adopted, at once. */
  | PrivateNames
  | { readonly kind: 'deliberation-too-long'; readonly most: number };

export type RecordAdoption = {
  readonly plan: number;
  readonly number: number;
  readonly adoptedOn: string;
  readonly deliberation: string;
  /** Already looked at: what kind of file it is, and that it is safe to keep. It becomes public. */
  readonly file: { readonly bytes: Uint8Array; readonly filename: string; readonly mediaType: string } | null;
};

/** Said again, it corrects what was said; the file said before stays when none is given. */
export async function recordAdoption(
  stores: Stores,
  actor: Actor,
  request: RecordAdoption,
  now: Date,
): Promise<Result<null, CannotRecordAdoption>> {
  return await stores.together(async (all): Promise<Result<null, CannotRecordAdoption>> => {
    const entered = await enterPlan(all, actor, { act: 'record-adoption', plan: request.plan, lock: true });
    if (!entered.ok) return entered;
    const { plan, role, by } = entered.value;
    const version = (await all.planVersions.of(plan.id)).find(({ number }) => number === request.number);
    if (version === undefined) return refuse({ kind: 'unknown-version' });
    const adoptedOn = request.adoptedOn.trim();
    const deliberation = tidyLine(request.deliberation);
    if (!isDay(adoptedOn)) return refuse({ kind: 'adoption-not-a-day', said: adoptedOn });
    const facts = await all.places.facts(plan.place);
    if (facts !== null && adoptedOn > dayIn(now, facts.zone)) return refuse({ kind: 'adoption-in-future' });
    if (deliberation === '') return refuse({ kind: 'deliberation-missing' });
    if ([...deliberation].length > 300) return refuse({ kind: 'deliberation-too-long', most: 300 });
    const words = [{ where: { kind: 'deliberation' }, words: [deliberation] }] as const;
    const names = privateNamesRefused(words, await all.directory.of(plan.place));
    if (names !== null) return refuse(names);
    const source = { url: null, description: null, publishedOn: adoptedOn };
    const kept = request.file === null ? null : await all.documents.keep({ ...request.file, source, receivedAt: now });
    const document = kept?.id ?? version.adoption?.document ?? null;
    const adopted = await all.planVersions.adopt(plan.id, request.number, { adoptedOn, deliberation, document });
    if (adopted === null) return refuse({ kind: 'unknown-version' });
    await all.journal.append({
      at: now,
      act: 'record-adoption',
      actor: role,
      subject: { kind: 'plan', id: plan.id },
      says: { by, number: request.number, adoptedOn, deliberation, document, digest: adopted.digest },
    });
    return accept(null);
  });
}
