/** Our own table: what the site exports comes back as the same promises; what a table cannot say is asked. */
import { beforeAll, expect, test } from 'vitest';
import { withTestDatabase } from '#tests/database.ts';
import { actorFor, addressOf, newPerson } from '#tests/people.ts';
import { zip } from '#tests/bulk-entries.ts';
import {
  buildWorld,
  EDITION,
  METROPOLE,
  NOGENT,
  OPERATOR,
  PARIS_EST_MARNE_ET_BOIS,
  publish,
  THEN,
} from '#tests/world.ts';
import { writePact } from '#tests/world-readings.ts';
import type { Person } from '#domain/access/gate.ts';
import { csvFile } from '#publishing/spreadsheet/csv.ts';
import { COMMITMENT_COLUMNS, SIGNED_PRINCIPLE_COLUMNS } from '#publishing/spreadsheet/pact-columns.ts';
import { bringFile } from '#server/bulk-entry/bring-file.ts';
import { withMeasureTitle, withPrincipleTitle } from '#server/charter-words.ts';
import { pactPage } from '#server/storage/pact-page.ts';
import { commitmentRows, signedPrincipleRows } from '#server/storage/signed-rows.ts';
import { storesOn } from '#server/stores.ts';
import { readAndReviewed } from '#ui/messages/contract.fr.ts';
import { giveRole } from '../campaign/give-role.ts';
import { reviewProposal } from '../drafts/review-proposal.ts';
import { seeDraft } from '../drafts/see-draft.ts';
import { claimItem } from './claim-item.ts';
import { publishItem } from './publish-item.ts';

const database = withTestDatabase();
let claire: Person;

beforeAll(async () => {
  const { db } = database;
  await buildWorld(db);
  await newPerson(db, 'claire');
  await giveRole(storesOn(db), OPERATOR, { email: addressOf('claire'), role: { role: 'national-team' } }, THEN);
  claire = await actorFor(db, 'p-claire');
});

const stores = () => storesOn(database.db);
const bring = async (text: string | Uint8Array) =>
  await bringFile(stores(), claire, { filename: 'engagements.csv', bytes: Buffer.from(text) }, THEN);
async function brought(text: string | Uint8Array) {
  const done = await bring(text);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const { entry } = done.value;
  return await database.db
    .selectFrom('bulkEntryItem')
    .selectAll()
    .where('entryId', '=', entry)
    .orderBy('position')
    .execute();
}
const exported = async (pact: number) =>
  withMeasureTitle(await commitmentRows(database.db, { pact, after: 0, limit: 500 })).rows;
const drafted = async (draft: number | null) => {
  const seen = await seeDraft(stores(), claire, { draft: { id: draft ?? 0 } }, THEN);
  if (!seen.ok) throw new Error(seen.refusal.kind);
  return seen.value;
};

test('what the site exports comes back as the same promises, in another commune', async () => {
  const pact = await publish(
    database.db,
    NOGENT,
    writePact({
      list: '=Liste (exemple)',
      commitments: [
        { measure: 1, words: '1', levels: { 1: 'accepted', 2: 'refused' }, observations: ['- dès 2020', 'et après'] },
        { measure: 14, words: '14' },
        { measure: 15, words: '15', levels: { 3: 'delegated' }, competentBody: 'la Métropole' },
      ],
    }),
  );
  const before = await exported(pact);
  const file = csvFile(COMMITMENT_COLUMNS, before)
    .replaceAll('94052', '94068')
    .replaceAll('Nogent-sur-Marne', 'Saint-Maur-des-Fossés');
  const [item] = await brought(file);
  expect(item).toMatchObject({
    state: 'read',
    municipalityCode: '94068',
    edition: EDITION,
    problems: [],
    said: { list: '=Liste (exemple)' },
  });
  const key = { entry: item?.entryId ?? 0, item: item?.id ?? 0 };
  await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
  const published = await publishItem(stores(), claire, { ...key, list: 'none' }, THEN);
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  const told = (rows: typeof before) => rows.map(({ pact: _, place: __, ...row }) => row);
  expect(told(await exported(published.value.pact))).toEqual(told(before));
  const page = await pactPage(database.db, { id: published.value.pact });
  expect(page?.provenance).toMatchObject({ readerVersion: 'tableau', reviewedBy: 'national-team' });
  expect(page && readAndReviewed(page.provenance)).toMatch(
    /^Saisi depuis un tableau .* relu .* par l’équipe nationale\. Aucun/,
  );
  expect(page?.document.source.description).toContain('Aucun document signé n’est joint');
  // The same file again: it is there.
  expect(await brought(file)).toMatchObject([
    { state: 'already-there', why: { kind: 'published-before', pact: published.value.pact } },
  ]);
});

test('a grouping’s pact comes back from the two files that the site exports, its principles with its levels', async () => {
  const pact = await publish(
    database.db,
    { kind: 'grouping', siren: PARIS_EST_MARNE_ET_BOIS },
    writePact({ list: null, commitments: [{ measure: 1, words: '1', levels: { 1: 'accepted' } }] }),
  );
  const principles = async (of: number) =>
    withPrincipleTitle(await signedPrincipleRows(database.db, { pact: of })).rows;
  const before = await principles(pact);
  const moved = (text: string) =>
    text
      .replaceAll(PARIS_EST_MARNE_ET_BOIS, METROPOLE)
      .replaceAll('Paris Est Marne et Bois', 'Métropole du Grand Paris');
  const files = {
    'engagements.csv': moved(csvFile(COMMITMENT_COLUMNS, await exported(pact))),
    'principes.csv': moved(csvFile(SIGNED_PRINCIPLE_COLUMNS, before)),
  };
  const [item, ...others] = await brought(zip(files));
  expect(others).toEqual([]);
  expect(item).toMatchObject({ state: 'read', groupingSiren: METROPOLE, municipalityCode: null, problems: [] });
  const key = { entry: item?.entryId ?? 0, item: item?.id ?? 0 };
  const claimed = await claimItem(stores(), claire, { ...key, takeOver: false }, THEN);
  const token = claimed.ok ? claimed.value.token : '';
  // No list signs for a grouping: whoever reviews says so.
  const answer = { draft: { token }, proposal: 'signatory', version: 0, decision: { kind: 'confirm' } };
  expect((await reviewProposal(stores(), { kind: 'draft-holder', token }, answer, THEN)).ok).toBe(true);
  expect((await drafted(item?.draftId ?? null)).counts.waiting).toBe(0);
  const published = await publishItem(stores(), claire, { ...key, list: 'as-said' }, THEN);
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  const said = (rows: typeof before) =>
    rows.map(({ letter, stance, observations }) => ({ letter, stance, observations }));
  expect(said(await principles(published.value.pact))).toEqual(said(before));
  const page = await pactPage(database.db, { id: published.value.pact });
  expect(page?.pact.place).toMatchObject({ kind: 'grouping', siren: METROPOLE });
  expect(page?.document.source.description).toContain(
    '« engagements.csv », ligne 2 et « principes.csv », lignes 2 à 4',
  );
});

test('principles stand in the same table as the levels; each wrong one is told with its cell', async () => {
  const head = 'code_commune;liste;charte;principe;mesure;niveau;position;texte;mandat_debut\n';
  const line = (rest: string) => `94052;Principes;${EDITION};${rest}\n`;
  const [item] = await brought(
    head +
      line('A;;;accepted;;deux mille') +
      line('b;;;refused;;') +
      line('Z;;;accepted;;') +
      line('A;;;refused;;') +
      line('C;3;;accepted;;') +
      line(';;;accepted;;') +
      line(';1;1;accepted;même;') +
      line(';2;1;accepted;same;;surplus'),
  );
  expect(item?.problems.map(({ kind, line: at, column }) => [kind, at, column])).toEqual([
    ['not-a-year', 2, 9],
    ['unknown-principle', 4, 4],
    ['said-otherwise', 5, 7],
    ['principle-and-measure', 6, 4],
    ['nothing-named', 7, 5],
    ['unknown-wording', 8, 8],
    ['too-many-cells', 9, 10],
  ]);
  const { reading } = await drafted(item?.draftId ?? null);
  if (reading.kind !== 'pact') throw new Error(reading.kind);
  expect(reading.principles.map(({ principle, stance }) => [principle, stance])).toEqual([
    ['A', 'unknown'],
    ['B', 'refused'],
  ]);
  expect(reading.commitments.map(({ measure }) => measure)).toEqual([1, 2]);
  expect(reading.unread).toHaveLength(3);
});

const HEAD = 'pacte;code_commune;lieu;liste;charte;mesure;position_mesure;niveau;position_niveau;texte\n';

test('what a table cannot say waits for a person: which clauses, which other words', async () => {
  const [item] = await brought(
    `${HEAD}1;94052;Nogent-sur-Marne;Partielle;${EDITION};1;partial;1;partial;same\n1;94052;Nogent-sur-Marne;Partielle;${EDITION};2;accepted;1;accepted;amended\n`,
  );
  const { reading, counts } = await drafted(item?.draftId ?? null);
  expect(counts.waiting).toBe(2);
  expect(reading.kind === 'pact' && reading.commitments.map(({ reasons }) => reasons[1])).toEqual([
    'pris en partie : le tableau ne dit pas quels alinéas',
    'rédaction modifiée : le tableau ne dit pas comment',
  ]);
});

test('each wrong cell is told, its line stays in the draft, the other pacts come in', async () => {
  const items = await brought(
    HEAD +
      `1;94052;Nogent-sur-Marne;Fautive;${EDITION};99;accepted;;;\n` +
      `1;94052;Nogent-sur-Marne;Fautive;${EDITION};un;accepted;;;\n` +
      `1;94052;Nogent-sur-Marne;Fautive;${EDITION};1;accepted;7;accepted;same\n` +
      `1;94052;Nogent-sur-Marne;Fautive;${EDITION};3;pris;1;accepted;same\n` +
      `2;94052;Nogent-sur-Marne;Juste;${EDITION};1;accepted;1;accepted;same\n` +
      `3;94052;Nogent-sur-Marne;Sans charte;;1;accepted;1;accepted;same\n`,
  );
  expect(items.map(({ state, why }) => [state, why?.kind])).toEqual([
    ['read', undefined],
    ['read', undefined],
    ['unreadable', 'no-charter'],
  ]);
  expect(items[0]?.problems.map(({ kind, line, column }) => [kind, line, column])).toEqual([
    ['unknown-measure', 2, 6],
    ['unknown-number', 3, 6],
    ['unknown-level', 4, 8],
    ['unknown-stance', 5, 7],
  ]);
  const { reading } = await drafted(items[0]?.draftId ?? null);
  expect(reading.unread.map(({ text }) => text)).toEqual([
    `1 ; 94052 ; Nogent-sur-Marne ; Fautive ; ${EDITION} ; 99 ; accepted`,
    `1 ; 94052 ; Nogent-sur-Marne ; Fautive ; ${EDITION} ; un ; accepted`,
  ]);
});

test('two lines that say otherwise, and one list twice in a place, are told', async () => {
  const items = await brought(
    HEAD +
      `1;94052;Nogent-sur-Marne;Double;${EDITION};1;accepted;1;accepted;same\n` +
      `1;94052;Nogent-sur-Marne;Double;${EDITION};1;accepted;1;refused;same\n` +
      `2;94052;Nogent-sur-Marne;DOUBLE;${EDITION};1;accepted;1;accepted;same\n`,
  );
  expect(items.map(({ problems }) => problems.map(({ kind, line, others }) => [kind, line, others]))).toEqual([
    [['said-otherwise', 3, ['2']]],
    [['same-list', 4, ['2']]],
  ]);
});

test.each([
  ['a table of something else', 'a;b\n1;2\n', 'not-our-table'],
  ['an empty file', '', 'empty-entry'],
  ['headers alone', HEAD, 'nothing-inside'],
  ['a quote that never closes', `${HEAD}1;94052;"Nogent`, 'broken-table'],
  ['a PDF', '%PDF-1.7', 'not-a-zip'],
])('%s is refused', async (_, text, kind) => {
  expect(await bring(text)).toMatchObject({ ok: false, refusal: { kind } });
});
