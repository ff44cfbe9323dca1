/** The way into a draft of an edition for every act on it: it is found and held, then the gate asked. */
import { pass, type Act, type Actor, type NotAllowed, type Role, type State } from '#domain/access/gate.ts';
import type { Edition, Measure } from '#domain/charter/edition.ts';
import type { Json } from '#domain/shared/canonical-json.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { MeasureByOrigin } from '#domain/workbench/carried-notes.ts';
import type { EditionDraft, Origin } from '#domain/workbench/draft.ts';
import { byOf } from '../collectives/enter-collective.ts';
import type { Stores } from '../stores.ts';

export type CannotEnterDraft = NotAllowed | { readonly kind: 'unknown-edition-draft' };

export type InDraft = { readonly draft: EditionDraft; readonly role: Role; readonly by: string };

type WorkbenchAct = Extract<Act, 'see-edition-draft' | 'write-edition' | 'abandon-edition' | 'publish-edition'>;

export async function enterDraft(
  all: Stores,
  actor: Actor,
  { act, draft: id }: { readonly act: WorkbenchAct; readonly draft: number },
): Promise<Result<InDraft, CannotEnterDraft>> {
  const draft = act === 'see-edition-draft' ? await all.workbench.find(id) : await all.workbench.lock(id);
  if (draft === null) return refuse({ kind: 'unknown-edition-draft' });
  const concerns = draft.collective === null ? {} : { collectives: [draft.collective] };
  const passed = pass(actor, { act, state: stateOf(draft), concerns });
  if (!passed.ok) return passed;
  return accept({ draft, role: passed.value, by: byOf(actor) });
}

export function stateOf({ state, collective }: Pick<EditionDraft, 'state' | 'collective'>): State {
  return collective === null ? `edition-${state}` : `local-edition-${state}`;
}

/** Last in its transaction. `says`: what was and what is, words of the charter included; no name and no address. */
export async function recordInDraft(
  all: Stores,
  { draft, role, by }: InDraft,
  { act, says, at }: { readonly act: Act; readonly says: { readonly [key: string]: Json }; readonly at: Date },
): Promise<void> {
  const subject = { kind: 'edition-draft', id: draft.id } as const;
  await all.journal.append({ at, act, actor: role, subject, says: { by, ...says } });
}

/** The editions that a draft speaks of, found once. */
export async function knownTo(
  all: Stores,
  draft: Pick<EditionDraft, 'basedOn' | 'measures'>,
): Promise<{ readonly find: MeasureByOrigin; readonly base: Edition | null; readonly origins: readonly Origin[] }> {
  const named = draft.measures.flatMap(({ origins }) => origins.map(({ edition }) => edition));
  const ids = new Set([...named, ...(draft.basedOn === null ? [] : [draft.basedOn])]);
  const editions = await Promise.all([...ids].map((id) => all.editions.find(id)));
  const measures = new Map<string, Measure>();
  for (const edition of editions) {
    for (const measure of edition?.measures ?? []) measures.set(`${edition?.id} ${measure.number}`, measure);
  }
  const base = editions.find((edition) => edition !== null && edition.id === draft.basedOn) ?? null;
  return {
    find: ({ edition, measure }) => measures.get(`${edition} ${measure}`) ?? null,
    base,
    origins: (base?.measures ?? []).map(({ number }) => ({ edition: base?.id ?? '', measure: number })),
  };
}
