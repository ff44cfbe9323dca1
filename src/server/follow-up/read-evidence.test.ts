import { expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { storesOn } from '../stores.ts';
import { MEGABYTES_A_DAY, readEvidence } from './read-evidence.ts';

const database = withTestDatabase();
const NOW = new Date('2029-06-10T08:00:00Z');
const stores = () => storesOn(database.db);

function formOf(proofs: number): FormData {
  const form = new FormData();
  for (let rank = 0; rank < proofs; rank += 1) {
    form.set(`preuve-${rank}-kind`, 'document');
    form.set(`preuve-${rank}-title`, `Délibération ${rank}`);
    form.set(`preuve-${rank}-file`, new File([`%PDF-1.7 page ${rank}`], `page-${rank}.pdf`));
  }
  return form;
}
const asked = () => ({ stores: stores(), person: 'p-anne', today: '2029-06-10', now: NOW });
const kept = async () => (await database.db.selectFrom('document').select('id').execute()).length;

test('of more proofs than the limit no file is kept, and what was typed comes back', async () => {
  const before = await kept();
  const read = await readEvidence(formOf(13), asked());
  expect(read.evidence).toMatchObject({ refusal: { kind: 'too-many-evidence', limit: 12 } });
  expect(read.typed).toHaveLength(13);
  expect(read.typed[12]).toMatchObject({ fields: { title: 'Délibération 12' } });
  expect(await kept()).toBe(before);
});

test('files of one account are bounded in a day, and of another are not', async () => {
  const [own, other] = ['p-full', 'p-other'];
  const { typed } = await readEvidence(formOf(2), { ...asked(), person: own });
  expect(typed.map((proof) => proof.kept?.name)).toEqual(['page-0.pdf', 'page-1.pdf']);
  const [held] = await database.db.selectFrom('evidenceDocument').select('usedBy').execute();
  expect(held?.usedBy).toMatch(/^form 2029-06-10 [0-9a-f]{32}$/);
  expect(await stores().assessments.heldBytes(held?.usedBy ?? '')).toBe(2 * '%PDF-1.7 page 0'.length);

  const heldBytes = async (usedBy: string) => (usedBy === held?.usedBy ? MEGABYTES_A_DAY * 1024 * 1024 : 0);
  const full = { ...stores(), assessments: { ...stores().assessments, heldBytes } };
  const refused = await readEvidence(formOf(1), { ...asked(), stores: full, person: own });
  expect(refused.evidence).toMatchObject({ refusal: { kind: 'evidence-day-full', which: 0, limit: MEGABYTES_A_DAY } });
  const passed = await readEvidence(formOf(1), { ...asked(), stores: full, person: other });
  expect(passed.evidence).toMatchObject({ ok: true });
});
