/** What happened to a pact or plan that is shown, as anybody may read it: from the journal, without any name. */
import { ROLES, type Role } from '#domain/access/gate.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import type { Db } from './connection.ts';
import { historyOf } from './journal.ts';

export type HistoryLine = {
  readonly at: Date;
  /** `sealed`: signed on this site by all, sealed and published. `version`: the town hall published its plan here. */
  readonly what: 'published' | 'sealed' | 'corrected' | 'version' | 'adopted';
  /** The role alone. Null: one that this version does not know. */
  readonly by: Role | null;
  /** Why it was corrected; null when it was not, or when the words were erased. */
  readonly reason: string | null;
};

const SHOWN: Readonly<Record<string, HistoryLine['what']>> = {
  'publish-draft': 'published',
  'publish-signed': 'sealed',
  'correct-published': 'corrected',
  'publish-plan': 'version',
  'record-adoption': 'adopted',
};

/** One query. Newest first; empty when the journal knows nothing of it. */
export async function publicHistory(
  db: Db,
  subject: { readonly kind: 'pact' | 'plan'; readonly id: number },
): Promise<readonly HistoryLine[]> {
  const entries = await historyOf(db, subject);
  return entries
    .flatMap(({ act, actor, at, says }): HistoryLine[] => {
      const what = SHOWN[act];
      if (what === undefined) return [];
      const by = ROLES.find((role) => role === actor) ?? null;
      return [{ at, what, by, reason: what === 'corrected' ? reasonIn(says) : null }];
    })
    .toReversed();
}

/** `says` holds names too: of it, the reason alone is shown. */
function reasonIn(says: Json): string | null {
  if (says === null || typeof says !== 'object' || Array.isArray(says) || !('reason' in says)) return null;
  const { reason } = says;
  return typeof reason === 'string' ? reason : null;
}
