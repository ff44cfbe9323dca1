import { expect, test } from 'vitest';
import { storesOn } from '#server/stores.ts';
import { addressOf } from '../../../tests/people.ts';
import { withTestDatabase } from '../../../tests/database.ts';
import { frozenText } from '../../../tests/signing-world.ts';
import { bringPaper } from './bring-paper.ts';
import { nameSignatory } from './name-signatory.ts';
import { keptInSigning, leaveEverySigning } from './own-signatures.ts';

const database = withTestDatabase();
const stores = () => storesOn(database.db);

test('somebody receives all that is kept about them; then their address goes and their name stays', async () => {
  const frozen = await frozenText(database.db);
  const claire = await frozen.coordinator();
  const email = addressOf(frozen.names.coordinator);
  const typed = { code: frozen.code, name: 'Claire Exemple', role: 'coordination', email: email.toUpperCase() };
  const named = await nameSignatory(stores(), claire, typed, frozen.now);
  if (!named.ok) throw new Error(named.refusal.kind);
  const paper = {
    code: frozen.code,
    kind: 'paper',
    signedOn: '2026-03-01',
    signatories: [named.value.signatory],
  } as const;
  const brought = await bringPaper(stores(), claire, paper, frozen.now);
  if (!brought.ok) throw new Error(brought.refusal.kind);
  const who = await stores().signing.whoIs({ email });
  await stores().signing.papers.witness(brought.value.paper, {
    side: 'carrier',
    who,
    person: `p-${frozen.names.coordinator}`,
    signatory: null,
    at: frozen.now,
  });

  const about = { person: `p-${frozen.names.coordinator}`, email };
  expect(await keptInSigning(stores(), about)).toMatchObject({
    invitations: [{ texte: frozen.code, nom: 'Claire Exemple', etat: 'invited' }],
    feuillesDeposees: [{ texte: frozen.code }],
    feuillesConfirmees: [{ texte: frozen.code }],
  });
  await leaveEverySigning(stores(), about);
  expect(await keptInSigning(stores(), about)).toEqual({
    invitations: [],
    feuillesDeposees: [],
    feuillesConfirmees: [],
    signalements: [],
  });
  const signing = await stores().signing.find({ id: frozen.id });
  expect(signing?.signatories[0]).toMatchObject({ name: 'Claire Exemple', email: null });
  // Still one witness, and nobody.
  const [kept] = await stores().signing.papers.of(frozen.id);
  expect(kept?.witnesses).toHaveLength(1);
  expect(kept?.witnesses[0]?.who).not.toBe(who);
});
