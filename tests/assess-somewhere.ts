/** For downloads: a promise that both voices looked at, with every kind of proof, one of whose files was taken out of sight. */
import type { EvidenceItem } from '#domain/follow-up/evidence.ts';
import type { Person } from '#domain/access/gate.ts';
import type { Db } from '#server/storage/connection.ts';
import { storesOn } from '#server/stores.ts';
import { assess, confirmAssessment } from '#use-cases/follow-up/assess.ts';
import { hideEvidence } from '#use-cases/follow-up/hide-evidence.ts';
import { actorFor } from './people.ts';
import { BRY, OPERATOR } from './world.ts';

const NOW = new Date('2026-06-03T08:00:00Z');

/** `founder`: the account that founded a collective of the place of each pact. */
export async function assessSomewhere(
  db: Db,
  {
    founder,
    pacts,
  }: { readonly founder: string; readonly pacts: readonly { readonly id: number; readonly item: string }[] },
): Promise<void> {
  const stores = storesOn(db);
  const document = await stores.documents.keep({
    bytes: Buffer.from('%PDF-1.7 preuve'),
    filename: 'preuve.pdf',
    mediaType: 'application/pdf',
    source: { url: null, description: null, publishedOn: null },
    receivedAt: NOW,
  });
  const claire = await actorFor(db, founder);
  const agent: Person = { kind: 'person', id: founder, holds: [{ role: 'municipal-agent', place: BRY }] };
  const said = {
    status: 'partly-kept',
    beforeMandate: false,
    sentence: 'Une partie est faite (exemple).',
    assessedOn: '2026-06-01',
  } as const;
  for (const { id: pact, item } of pacts) {
    const levels = item === 'm15' ? [{ level: 1, status: 'underway' as const }] : [];
    const request = { ...said, pact, item, levels, evidence: proofs(document.id) };
    const done = await assess(stores, claire, { ...request, voice: 'collective' }, NOW);
    if (!done.ok) throw new Error(`not said: ${JSON.stringify(done.refusal)}`);
    const assessment = done.value.id;
    await confirmAssessment(stores, claire, { pact, item, voice: 'collective', assessment }, NOW);
    const hidden = { pact, said: { assessment }, document: document.id, reason: 'Une adresse privée' };
    if (!(await hideEvidence(stores, OPERATOR, hidden, NOW)).ok) throw new Error('not hidden');
    if (item !== 'm15') continue;
    const answer = {
      ...said,
      pact,
      item,
      voice: 'town-hall',
      levels: [],
      evidence: [],
      answersTo: assessment,
    } as const;
    const answered = await assess(stores, agent, answer, NOW);
    if (!answered.ok) throw new Error(`not answered: ${JSON.stringify(answered.refusal)}`);
  }
}

/** One of each kind. */
export function proofs(document: number): readonly EvidenceItem[] {
  const passage = { page: 3, quotation: 'Il est décidé…' };
  const url = 'https://exemple.fr/preuve';
  return [
    { kind: 'deliberation', decidedOn: '2026-05-01', reference: 'n° 12', where: { kind: 'url', url }, ...passage },
    { kind: 'document', title: 'Arrêté', where: { kind: 'file', document }, ...passage },
    { kind: 'link', title: 'Page', url, seenOn: '2026-06-01' },
    { kind: 'figure', value: 12, unit: 'km', label: 'Pistes', source: 'Relevé', on: '2026-06-01' },
    { kind: 'photo', caption: 'La rue', takenOn: '2026-06-01', document },
  ];
}
