/** The directory of a place: an entry written, corrected, marked as having left; two that are one, merged. */
import { pass, type Actor, type NotAllowed, type Role } from '#domain/access/gate.ts';
import { tidyLine } from '#domain/plan/check-sheet.ts';
import { isNamePublic, type DirectoryEntry, type EntryKind } from '#domain/plan/directory-entry.ts';
import { readEmail } from '#domain/shared/email.ts';
import { isDay } from '#domain/shared/local-day.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { byOf } from './enter-plan.ts';
import { MOST_NAME } from './known-names.ts';

export type EntryWords = {
  readonly kind: EntryKind;
  readonly name: string;
  readonly isElected: boolean;
  readonly isPublic: boolean;
  /** Empty: none. Forgotten once `leftOn` is given. */
  readonly email: string;
  /** YYYY-MM-DD, or empty. */
  readonly leftOn: string;
};

export type CannotEnterDirectory = NotAllowed | { readonly kind: 'unknown-place' };

export type CannotKeepEntry =
  | CannotEnterDirectory
  | { readonly kind: 'unknown-entry' }
  | { readonly kind: 'entry-name-missing' }
  | { readonly kind: 'entry-name-too-long'; readonly most: number }
  | { readonly kind: 'entry-email-wrong'; readonly email: string }
  | { readonly kind: 'entry-left-not-a-day'; readonly said: string }
  | { readonly kind: 'entry-already-there'; readonly id: number }
  | { readonly kind: 'entry-edited-meanwhile'; readonly theirs: DirectoryEntry }
  | { readonly kind: 'entry-merged-into-itself' }
  | { readonly kind: 'entries-of-two-kinds' }
  /** Only the entry that goes has an address: nobody guesses whether the one that stays takes it. */
  | { readonly kind: 'address-undecided'; readonly email: string };

export type KeepEntry = EntryWords & {
  readonly place: PlaceCode;
  /** Null: a new one. `version`: what the person had before their eyes. */
  readonly entry: { readonly id: number; readonly version: number } | null;
};

export async function keepEntry(
  stores: Stores,
  actor: Actor,
  request: KeepEntry,
  now: Date,
): Promise<Result<{ readonly id: number }, CannotKeepEntry>> {
  const { place, entry } = request;
  return await inDirectory<{ readonly id: number }, CannotKeepEntry>(
    stores,
    { actor, place },
    async (all, { role, by }) => {
      const words = readEntry(request);
      if (!words.ok) return words;
      const { leftOn, ...said } = words.value;
      const same = await all.directory.named(place, said);
      if (same !== null && same.id !== entry?.id) return refuse({ kind: 'entry-already-there', id: same.id });
      const before = entry === null ? null : await all.directory.find(place, entry.id);
      if (entry !== null && before === null) return refuse({ kind: 'unknown-entry' });
      if (before !== null && entry !== null) {
        const changed = await all.directory.change(place, { ...said, leftOn, ...entry });
        if (!changed) return refuse({ kind: 'entry-edited-meanwhile', theirs: before });
      }
      if (before !== null && before.email !== said.email) await takeBackMails(all, before, now);
      if (before !== null && !isShownAlike(before, said)) await touchPlansNaming(all, before.id);
      const id = entry === null ? await all.directory.add(place, { ...said, at: now }) : entry.id;
      if (entry === null && leftOn !== null) await all.directory.change(place, { ...said, id, version: 1, leftOn });
      // No name in the journal: it can never be taken out of it. What changed is told by its kind.
      const { kind, isElected, isPublic } = said;
      await all.journal.append({
        at: now,
        act: 'keep-entry',
        actor: role,
        subject: { kind: 'directory-entry', id },
        says: {
          by,
          kind,
          isElected,
          isPublic,
          leftOn,
          renamed: before !== null && before.name !== said.name,
          emailChanged: (before?.email ?? null) !== said.email,
        },
      });
      return accept({ id });
    },
  );
}

export type MergeEntries = {
  readonly place: PlaceCode;
  readonly from: number;
  readonly into: number;
  /** Of `from`, while `into` works there and has none: otherwise that of `into` stays as it is. Null: nobody said. */
  readonly address: 'taken-over' | 'forgotten' | null;
};

/** Everything that names `from` names `into`; the name of `from` is found no more, its address taken over or forgotten. */
export async function mergeEntries(
  stores: Stores,
  actor: Actor,
  { place, from, into, address }: MergeEntries,
  now: Date,
): Promise<Result<{ readonly actions: number }, CannotKeepEntry>> {
  return await inDirectory<{ readonly actions: number }, CannotKeepEntry>(
    stores,
    { actor, place },
    async (all, { role, by }) => {
      if (from === into) return refuse({ kind: 'entry-merged-into-itself' });
      const [one, other] = [await all.directory.find(place, from), await all.directory.find(place, into)];
      if (one === null || other === null) return refuse({ kind: 'unknown-entry' });
      if (one.kind !== other.kind) return refuse({ kind: 'entries-of-two-kinds' });
      const only = other.email === null && other.leftOn === null ? one.email : null;
      if (only !== null && address === null) return refuse({ kind: 'address-undecided', email: only });
      const isTakenOver = only !== null && address === 'taken-over';
      await touchPlansNaming(all, from);
      const actions = await all.directory.merge(place, { from, into });
      await takeBackMails(all, one, now);
      if (isTakenOver && !(await all.directory.change(place, { ...other, email: only }))) {
        return refuse({ kind: 'entry-edited-meanwhile', theirs: other });
      }
      await all.journal.append({
        at: now,
        act: 'merge-entries',
        actor: role,
        subject: { kind: 'directory-entry', id: into },
        says: { by, from, into, actions: [...actions], addressTakenOver: isTakenOver },
      });
      return accept({ actions: actions.length });
    },
  );
}

/** The next version of the plans that name it would show them otherwise: there is something to publish. */
export async function touchPlansNaming(all: Stores, entry: number): Promise<void> {
  for (const plan of await all.directory.plansNaming(entry)) await all.workingPlans.touched(plan, 'actions');
}

function isShownAlike(
  before: DirectoryEntry,
  after: Pick<DirectoryEntry, 'kind' | 'name' | 'isElected' | 'isPublic'>,
): boolean {
  return before.kind === after.kind && before.name === after.name && isNamePublic(before) === isNamePublic(after);
}

/** Nothing that waits to go leaves for an address that is theirs no more: its link would open nothing. */
async function takeBackMails(all: Stores, { id, email }: DirectoryEntry, now: Date): Promise<void> {
  if (email !== null) await all.mail.takeBackNewsAsked({ to: email, lead: id }, now);
}

function readEntry(typed: EntryWords) {
  const name = tidyLine(typed.name);
  const typedEmail = typed.email.trim();
  const email = typedEmail === '' ? null : readEmail(typedEmail);
  const leftOn = typed.leftOn.trim();
  if (name === '') return refuse({ kind: 'entry-name-missing' } as const);
  if ([...name].length > MOST_NAME) return refuse({ kind: 'entry-name-too-long', most: MOST_NAME } as const);
  if (typedEmail !== '' && email === null) return refuse({ kind: 'entry-email-wrong', email: typedEmail } as const);
  if (leftOn !== '' && !isDay(leftOn)) return refuse({ kind: 'entry-left-not-a-day', said: leftOn } as const);
  return accept({
    kind: typed.kind,
    name,
    isElected: typed.kind === 'person' && typed.isElected,
    isPublic: typed.kind !== 'person' || typed.isPublic,
    // Nothing is asked any more of whoever left: their address serves nobody.
    email: leftOn === '' ? email : null,
    leftOn: leftOn === '' ? null : leftOn,
  });
}

/** The door of the directory of a place, and one transaction. */
export async function inDirectory<Value, Refusal>(
  stores: Stores,
  {
    actor,
    place,
    act = 'change-directory',
  }: { readonly actor: Actor; readonly place: PlaceCode; readonly act?: 'change-directory' | 'erase-entry' },
  work: (all: Stores, who: { readonly role: Role; readonly by: string }) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | CannotEnterDirectory>> {
  const passed = pass(actor, { act, state: 'none', concerns: { places: [place] } });
  if (!passed.ok) return passed;
  return await stores.together<Value, Refusal | CannotEnterDirectory>(async (all) => {
    if (!(await all.places.exists(place))) return refuse({ kind: 'unknown-place' });
    return await work(all, { role: passed.value, by: byOf(actor) });
  });
}
