/** What the national team does so that there is something to see: charters compared and related, one read into the workbench. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tableBrought } from './bulk-entry-occasions.ts';
import { consultationHeld } from './consultation-occasions.ts';
import { send } from './forms.ts';

const TEAM = '/equipe/correspondances';

/** Addresses that no page leads to. Throws when one of these acts is refused. */
export async function teamWorks(origin: string, cookie: string): Promise<readonly string[]> {
  const related = await charterRelated(origin, cookie);
  const read = await charterRead(origin, cookie);
  // One is consulted on, the other may be published.
  const publishable = await charterRead(origin, cookie);
  const brought = await tableBrought(origin, cookie);
  return [...related, ...read, ...publishable, ...brought, ...(await consultationHeld(origin, cookie))];
}

/** A line confirmed, the next one waiting, a version frozen. */
async function charterRelated(origin: string, cookie: string): Promise<readonly string[]> {
  const charters = { une: 'coorace-2020', autre: 'pacte-transition-2020' };
  await send(origin, { page: TEAM, action: '?/comparer', typed: charters, cookie });
  const queue = await (await fetch(origin + TEAM, { headers: { cookie } })).text();
  const [first, next] = [...queue.matchAll(/\/equipe\/correspondances\/\d+/g)].map(([address]) => address);
  if (first === undefined || next === undefined) throw new Error('nothing waits for the team to be related');
  await send(origin, { page: first, action: '?/confirmer', typed: { relation: 'overlaps' }, cookie });
  const version = await send(origin, { page: TEAM, action: '?/publier', typed: {}, cookie });
  return [first, next, version, `${TEAM}/ajouter?une=coorace-2020&autre=pacte-transition-2020`];
}

/** A charter in a document: its reading, the form that takes it over, the doubts beside the draft, its publication. */
async function charterRead(origin: string, cookie: string): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync('data/documents/coorace-10-propositions-2020.txt'));
  const file = new File([bytes], 'charte.txt', { type: 'text/plain' });
  const reading = await send(origin, { page: '/lire', typed: { file, kind: 'charter' }, cookie });
  const form = `${reading}/atelier`;
  const typed = { titre: 'Charte lue', adresse: `charte-lue-${randomUUID()}`, annee: '2026' };
  const doubts = await send(origin, { page: form, typed, cookie });
  const draft = /\/atelier\/\d+/.exec(doubts)?.[0];
  if (draft === undefined) throw new Error(`the charter that was read is no draft: ${doubts}`);
  return [form, doubts, `${draft}/publier`];
}
