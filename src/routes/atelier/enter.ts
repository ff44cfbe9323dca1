/** The door of the workbench: to whoever may not see a draft it is not there. */
import { error } from '@sveltejs/kit';
import { pass, type Person } from '#domain/access/gate.ts';
import type { EditionDraft } from '#domain/workbench/draft.ts';
import { requirePerson, type Asking } from '#server/accounts/actor-of.ts';
import { runtime } from '#server/runtime.ts';
import { storesOn } from '#server/stores.ts';
import { idIn } from '#ui/addresses.ts';
import { enterDraft, stateOf } from '#use-cases/workbench/enter-draft.ts';

type AskingDraft = Asking & { readonly params: { readonly draft: string } };

export async function atWork(event: Asking) {
  const person = await requirePerson(event);
  const { db } = await runtime();
  return { person, db, stores: storesOn(db) };
}

export async function enterWorkbench(event: AskingDraft) {
  const opened = await actOnDraft(event);
  const entered = await enterDraft(opened.stores, opened.person, { act: 'see-edition-draft', draft: opened.id });
  if (!entered.ok) error(404);
  const { draft } = entered.value;
  return {
    ...opened,
    draft,
    mayWrite: may(opened.person, { act: 'write-edition', draft }),
    mayReadHistory: may(opened.person, { act: 'see-edition-history', draft }),
  };
}

/** For an act, which passes the gate by itself. */
export async function actOnDraft(event: AskingDraft) {
  return { ...(await atWork(event)), id: idIn(event.params.draft) ?? error(404) };
}

function may(
  person: Person,
  { act, draft }: { readonly act: 'write-edition' | 'see-edition-history'; readonly draft: EditionDraft },
): boolean {
  const concerns = draft.collective === null ? {} : { collectives: [draft.collective] };
  return pass(person, { act, state: stateOf(draft), concerns }).ok;
}
