import { expect, test } from 'vitest';
import { editionById } from '#server/charters.ts';
import { communeSheet, type CommuneFacts } from './commune-sheet.ts';

const EDITION = 'pacte-transition-2020';
const document = {
  filename: 'pacte.docx',
  byteCount: 12_000,
  source: { url: null, description: 'Le pacte signé', publishedOn: null },
};

function pact(id: number, listName: string): CommuneFacts['pacts'][number] {
  return {
    id,
    slug: listName.toLowerCase(),
    listName,
    leader: null,
    edition: EDITION,
    term: { from: 2020, to: 2026 },
    signedOn: null,
    publishedAt: new Date('2026-01-02T12:00:00Z'),
    document,
    principles: [{ letter: 'A', stance: 'accepted' }],
    localCommitments: [{ id: 9, localNumber: null, text: 'Planter une haie', relatedMeasures: [2, 3] }],
    commitments: [{ measure: 1, stance: 'accepted', amended: true, levels: [{ level: 2, stance: 'accepted' }] }],
  };
}

function champigny(...pacts: CommuneFacts['pacts']): CommuneFacts {
  const place = {
    kind: 'municipality',
    code: '94017',
    name: 'Champigny',
    slug: 'champigny',
    population: 78_072,
  } as const;
  return { place, department: 'Val-de-Marne', groupings: [], pacts, plans: [] };
}

const rowsOf = (facts: CommuneFacts) =>
  communeSheet(facts, editionById).charters.flatMap(({ themes }) => themes.flatMap(({ rows }) => rows));

test('one list is not named beside each mark, a changed text is told', () => {
  const [row, ...others] = rowsOf(champigny(pact(1, 'Ensemble')));
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    number: 1,
    href: '/communes/94017-champigny/mesures/1',
    said: [{ more: 'texte modifié', groups: [{ word: 'pris', levels: [{ label: 'N2', shape: 'taken' }] }] }],
  });
  expect(row?.said[0]).not.toHaveProperty('who');
});

test('a term that no document dates is said to come from the charter', () => {
  const undated = pact(1, 'Ensemble');
  expect(communeSheet(champigny(undated), editionById).lede).toContain('(mandat 2020–2026, d’après la charte)');
  const dated = { ...undated, signedOn: '2020-02-29' };
  expect(communeSheet(champigny(dated), editionById).lede).toContain('(mandat 2020–2026)');
});

test('several lists are named everywhere that one of them speaks', () => {
  const facts = champigny(pact(1, 'Ensemble'), pact(2, 'Demain'));
  expect(rowsOf(facts)[0]?.said.map(({ who }) => who)).toEqual(['Ensemble', 'Demain']);
  const sheet = communeSheet(facts, editionById);
  expect(sheet.readPacts.map(({ label }) => label)).toEqual([
    'Lire le pacte signé par Ensemble',
    'Lire le pacte signé par Demain',
  ]);
  expect(sheet.local.map(({ heading }) => heading)).toEqual([
    'Engagements locaux : Ensemble',
    'Engagements locaux : Demain',
  ]);
  expect(sheet.charters[0]?.principles[0]?.said).toBe('Ensemble : pris ; Demain : pris');
});

test('what nobody speaks of is listed, and every document can be taken away', () => {
  const sheet = communeSheet(champigny(pact(1, 'Ensemble')), editionById);
  expect(sheet.charters[0]?.unsaid).toHaveLength((editionById(EDITION)?.measures.length ?? 0) - 1);
  expect(sheet.documents).toEqual([
    { href: '/pactes/1-ensemble/original', line: 'Le pacte signé', note: 'pacte, 12 ko' },
  ]);
});

test('a pact whose edition left the data keeps its document and its local promises here', () => {
  const sheet = communeSheet(champigny(pact(1, 'Ensemble')), () => null);
  expect(sheet.charters).toEqual([]);
  expect(sheet.documents).toHaveLength(1);
  expect(sheet.local).toHaveLength(1);
});
