/** A negotiation begins with its first words on each side, and the journal says which. */
import type { Role } from '#domain/access/gate.ts';
import { keyOf } from '#domain/negotiation/item.ts';
import type { Stores } from '../stores.ts';
import type { FirstWords } from './first-words.ts';
import type { NewNegotiation } from './negotiation-store.ts';
import { sayAll } from './say-several.ts';

export type Beginning = {
  readonly negotiation: Omit<NewNegotiation, 'startingPoint'>;
  readonly first: FirstWords;
  readonly act: 'open-negotiation' | 'open-addendum';
  /** In which role it is opened. */
  readonly role: Role;
};

/** Its number; null: these two already negotiate against this edition. */
export async function beginNegotiation(all: Stores, beginning: Beginning): Promise<number | null> {
  const { negotiation, first, act, role } = beginning;
  const { startingPoint, demands, answers, locals } = first;
  const { collective, list, place, edition, term, addendumTo, by, at } = negotiation;
  const id = await all.negotiations.open({ ...negotiation, startingPoint });
  if (id === null) return null;
  const known = { words: new Map(), locals: [] };
  const speaker = { by, origin: 'start' } as const;
  const asked = await sayAll(all, id, { known, news: demands, by: { ...speaker, side: 'carrier' }, now: at });
  const answered = await sayAll(all, id, { known, news: answers, by: { ...speaker, side: 'counterpart' }, now: at });
  for (const { side, positions, ...local } of locals) {
    const number = await all.negotiations.addLocal(id, { ...local, side, at });
    const item = keyOf({ kind: 'local', number });
    for (const { side: speaking, position } of positions) {
      await all.negotiations.say(id, { item, side: speaking, version: 1, position, origin: 'start', by, at });
    }
  }
  await all.journal.append({
    at,
    act,
    actor: role,
    subject: { kind: 'negotiation', id },
    says: {
      by,
      collective,
      list,
      place,
      edition,
      term,
      ...(addendumTo === null ? {} : { addendumTo }),
      startingPoint,
      carrier: asked,
      counterpart: answered,
      locals: locals.map(({ side, text, relatedMeasures }) => ({ side, text, relatedMeasures })),
    },
  });
  return id;
}
