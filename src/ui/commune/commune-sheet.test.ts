import { describe, expect, test } from 'vitest';
import { editionById } from '#server/charters.ts';
import type { DoneFact } from './came-of-it.ts';
import { communeSheet, type CommuneFacts } from './commune-sheet.ts';

const EDITION = 'pacte-transition-2020';
const TODAY = '2029-06-10';
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
    state: 'in-office',
    done: [],
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
  communeSheet(facts, editionById, TODAY).charters.flatMap(({ themes }) => themes.flatMap(({ rows }) => rows));

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
  expect(communeSheet(champigny(undated), editionById, TODAY).lede).toContain('(mandat 2020–2026, d’après la charte)');
  const dated = { ...undated, signedOn: '2020-02-29' };
  expect(communeSheet(champigny(dated), editionById, TODAY).lede).toContain('(mandat 2020–2026)');
});

test('several lists are named everywhere that one of them speaks', () => {
  const facts = champigny(pact(1, 'Ensemble'), pact(2, 'Demain'));
  expect(rowsOf(facts)[0]?.said.map(({ who }) => who)).toEqual(['Ensemble', 'Demain']);
  const sheet = communeSheet(facts, editionById, TODAY);
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
  const sheet = communeSheet(champigny(pact(1, 'Ensemble')), editionById, TODAY);
  expect(sheet.charters[0]?.unsaid).toHaveLength((editionById(EDITION)?.measures.length ?? 0) - 1);
  expect(sheet.documents).toEqual([
    { href: '/pactes/1-ensemble/original', line: 'Le pacte signé', note: 'pacte, 12 ko' },
  ]);
});

test('a pact whose edition left the data keeps its document and its local promises here', () => {
  const sheet = communeSheet(champigny(pact(1, 'Ensemble')), () => null, TODAY);
  expect(sheet.charters).toEqual([]);
  expect(sheet.documents).toHaveLength(1);
  expect(sheet.local).toHaveLength(1);
});

describe('what was done', () => {
  const said = (more: Partial<DoneFact>): DoneFact => ({
    item: 'm1',
    voice: 'collective',
    status: 'kept',
    before: false,
    on: '2029-06-03',
    levels: [],
    saidAs: more.voice === 'town-hall' ? 'list-representative' : 'collective-member',
    ...more,
  });
  const sheetOf = (...done: readonly DoneFact[]) =>
    communeSheet(champigny({ ...pact(1, 'Ensemble'), done }), editionById, TODAY);
  const lines = (...done: readonly DoneFact[]) =>
    sheetOf(...done).charters[0]?.themes[0]?.rows[0]?.came[0]?.lines.map(({ state, words, old, silent }) =>
      [state, words, old, silent].filter((part) => part !== '').join(' | '),
    );
  const facts = (...done: readonly DoneFact[]) =>
    sheetOf(...done).answers[0]?.facts.map(({ figure, words }) => `${figure} ${words}`);

  test('nobody looked: unknown is said, never a zero of what was kept', () => {
    expect(lines()).toEqual(['unknown | jamais évalué']);
    expect(facts()).toEqual([
      '1 sur 32 mesures promises par Ensemble, 1 sur 92 niveaux ; avec 1 principe et 1 engagement local',
      'Inconnu ce qui a été fait : 0 évalué sur 3 signés',
      '3 inconnus sur 3 : aucun évalué à ce jour. Pacte mis en ligne le 2 janvier 2026',
    ]);
  });

  test('every figure has its denominator, its day and its voice; the town hall stands beside', () => {
    expect(
      facts(said({}), said({ item: 'pA', status: 'broken' }), said({ voice: 'town-hall', item: 'l9' }))?.slice(1),
    ).toEqual([
      '1 sur 3 engagement tenu selon le collectif, au 3 juin 2029 ; 1 rompu, 1 jamais évalué',
      '1 sur 3 engagement tenu selon la mairie, au 3 juin 2029 ; 2 jamais évalués',
      '3 sur 3 regardés depuis moins d’un an par l’une ou l’autre voix. Pacte mis en ligne le 2 janvier 2026',
    ]);
  });

  test('what is counted apart is out of the denominator, and said beside it with what was signed', () => {
    expect(
      facts(
        said({}),
        said({ item: 'pA', status: 'not-competent' }),
        said({ voice: 'town-hall', item: 'l9', before: true }),
      )?.slice(1, 3),
    ).toEqual([
      '1 sur 2 engagement tenu (3 signés, dont 1 à part) selon le collectif, au 3 juin 2029 ; 1 jamais évalué',
      'Inconnu ce qui a été tenu, selon la mairie, au 3 juin 2029 : rien de ce qui se compte n’a été regardé ; 2 jamais évalués',
    ]);
  });

  test('two voices that differ are both told, two that agree once', () => {
    expect(lines(said({}), said({ voice: 'town-hall', status: 'underway' }))).toEqual([
      'kept | selon le collectif',
      'underway | selon la mairie',
    ]);
    expect(lines(said({}), said({ voice: 'town-hall' }))).toEqual(['kept | selon les deux']);
    const partly = (voice: 'collective' | 'town-hall', status: 'kept' | 'underway') =>
      said({ voice, status: 'partly-kept', levels: [{ level: 2, status }] });
    expect(lines(partly('collective', 'underway'), partly('town-hall', 'kept'))).toEqual([
      'partly-kept | promis N2, aucun atteint, selon le collectif',
      'partly-kept | N2 promis et atteint, selon la mairie',
    ]);
  });

  test('what was promised and what was reached stand in one line, with its age', () => {
    const levels = [
      { level: 1, status: 'kept' },
      { level: 2, status: 'underway' },
    ] as const;
    expect(lines(said({ status: 'underway', levels, on: '2028-04-03' }))).toEqual([
      'underway | promis N2, atteint N1, selon le collectif | sans nouvelle depuis 14 mois | jamais évalué par la mairie',
    ]);
  });

  test('a voice that never spoke is said to be silent, on a promise and on the whole', () => {
    expect(lines(said({ voice: 'town-hall' }))).toEqual(['kept | selon la mairie | jamais évalué par le collectif']);
    expect(facts(said({ voice: 'town-hall' }))?.slice(1)).toEqual([
      '1 sur 3 engagement tenu selon la mairie, au 3 juin 2029 ; 2 jamais évalués ; rien encore selon le collectif',
      '2 inconnus sur 3 : jamais évalués par l’une ou l’autre voix. Pacte mis en ligne le 2 janvier 2026',
    ]);
  });

  test('only what cannot be assessed: no share is made, and it is counted apart', () => {
    const sheet = sheetOf(said({ status: 'cannot-assess' }), said({ item: 'pA', status: 'kept', before: true }));
    expect(sheet.answers[0]?.facts[1]?.figure).toBe('Inconnu');
    expect(sheet.answers[0]?.apart).toBe(
      'À part, selon le collectif : 1 déjà fait avant le mandat et 1 impossible à évaluer.',
    );
  });

  test('two pacts in one commune each have their own answer; a list in opposition answers under its name', () => {
    const other = {
      ...pact(2, 'Demain'),
      state: 'in-opposition' as const,
      done: [said({ voice: 'town-hall', item: 'm1' })],
    };
    const sheet = communeSheet(champigny(pact(1, 'Ensemble'), other), editionById, TODAY);
    expect(sheet.answers.map(({ name }) => name)).toEqual(['Ensemble', 'Demain']);
    expect(sheet.answers[1]?.facts[1]?.words).toContain('selon la liste Demain');
    expect(sheet.charters[0]?.themes[0]?.rows[0]?.came.map(({ who }) => who)).toEqual(['Ensemble', 'Demain']);
  });

  test('what agents said while the list governed stays the word of the town hall once it does not', () => {
    const agents = said({ voice: 'town-hall', saidAs: 'municipal-agent' });
    const words = (...done: readonly DoneFact[]) => {
      const opposed = { ...pact(1, 'Demain'), state: 'in-opposition' as const, done };
      const sheet = communeSheet(champigny(opposed), editionById, TODAY);
      const [first] = sheet.charters[0]?.themes[0]?.rows[0]?.came[0]?.lines ?? [];
      return [first?.words, sheet.answers[0]?.facts[1]?.words];
    };
    expect(words(agents)).toEqual([
      'selon la mairie',
      'engagement tenu selon la mairie, au 3 juin 2029 ; 2 jamais évalués ; rien encore selon le collectif',
    ]);
    const since = said({ voice: 'town-hall', item: 'pA', status: 'broken' });
    expect(words(agents, since)[1]).toContain('engagement tenu selon la mairie, puis la liste Demain, au');
  });
});

test('where no collective is active, one may say a wish or found one; where one is, neither is asked', () => {
  const here = champigny();
  expect(communeSheet(here, editionById, TODAY).people.wish).toMatchObject({
    href: '/communes/94017-champigny/souhait',
    found: '/collectifs/fonder/94017',
  });
  const collective = {
    id: 3,
    slug: 'ici',
    name: 'Ici',
    state: 'active',
    members: 4,
    requestedAt: new Date(0),
  } as const;
  expect(communeSheet({ ...here, collectives: [collective] }, editionById, TODAY).people.wish).toBeNull();
});
