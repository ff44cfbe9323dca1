import { beforeAll, expect, test } from 'vitest';
import { CONSULTATION_PHASES, phaseOf } from '#domain/consultation/consultation.ts';
import { CLOSING, consulting, OPEN } from '#tests/consulting.ts';
import { withTestDatabase } from '#tests/database.ts';
import { settle, THEN } from '#tests/world.ts';
import { findConsultation } from './consultations.ts';
import { consultationRows } from './open-consultations.ts';

const database = withTestDatabase();

beforeAll(async () => {
  await settle(database.db);
});

test('a phase asked for is the one that its days, its count and its cancelling make, to the instant', async () => {
  const { db } = database;
  const { id } = await consulting(db, { address: 'exemple-phases' });
  const kept = await findConsultation(db, id, 'none');
  if (kept === null) throw new Error('announced');
  const instants = [kept.opensAt, kept.closesAt].flatMap((at) => [-1, 0, 1].map((by) => new Date(at.getTime() + by)));
  const counted = { at: CLOSING, frozen: {} };
  for (const { cancelledAt = null, countedAt = null } of [{}, { cancelledAt: OPEN }, { countedAt: CLOSING }]) {
    const frozen = countedAt && { frozen: JSON.stringify({ ballots: 0 }), sha256: '0'.repeat(64), digestKey: null };
    const change = {
      cancelledAt,
      cancelledReason: cancelledAt && 'Erreur',
      countedAt,
      ...(frozen ?? { frozen: null, sha256: null }),
    };
    await db.updateTable('consultation').set(change).where('id', '=', id).execute();
    for (const now of [THEN, ...instants]) {
      const dated = { ...kept, cancelled: cancelledAt && {}, count: countedAt && counted };
      const [row] = await consultationRows(db, { now, id, after: 0, limit: 1 });
      expect(row?.phase).toBe(phaseOf(dated, now));
      const found = await Promise.all(
        CONSULTATION_PHASES.map(
          async (phase) => (await consultationRows(db, { now, id, phase, after: 0, limit: 1 })).length,
        ),
      );
      expect(found).toEqual(CONSULTATION_PHASES.map((phase) => (phase === phaseOf(dated, now) ? 1 : 0)));
    }
  }
});
