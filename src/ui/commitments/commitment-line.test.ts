import { expect, test } from 'vitest';
import { editionById } from '#server/charters.ts';
import { commitmentLine } from './commitment-line.ts';

const HERE = { kind: 'municipality', code: '94068', slug: 'saint-maur' } as const;
const BODY = { kind: 'grouping', siren: '200057941', slug: 'paris-est' } as const;
const ID = 'pacte-transition-2020';
const EDITION = editionById(ID);

test('a measure is called by its number and title, and leads to its thread here', () => {
  const line = commitmentLine(HERE, EDITION, { edition: ID, item: 'm1', local: null });
  expect(line.label).toMatch(/^Mesure 1\. \S/);
  expect(line.href).toBe('/communes/94068-saint-maur/mesures/1');
});

test('where there is no thread it leads to the charter, a principle too', () => {
  expect(commitmentLine(BODY, EDITION, { edition: ID, item: 'm1', local: null }).href).toBe(`/chartes/${ID}/mesures/1`);
  expect(commitmentLine(BODY, EDITION, { edition: ID, item: 'pA', local: null }).href).toBe(
    `/chartes/${ID}#principe-A`,
  );
});

test('a local commitment is called by its words; once its pact went away it is said and leads nowhere', () => {
  expect(commitmentLine(HERE, EDITION, { edition: ID, item: 'l7', local: 'Planter une haie.' })).toMatchObject({
    label: 'Engagement local : Planter une haie',
    href: '/communes/94068-saint-maur/engagements/7',
  });
  const gone = commitmentLine(HERE, EDITION, { edition: ID, item: 'l7', local: null });
  expect(gone).toMatchObject({ href: null, label: 'Un engagement local qui n’est plus publié' });
});

test('a charter that is no longer known still gives the number', () => {
  expect(commitmentLine(HERE, null, { edition: 'old', item: 'm3', local: null }).label).toBe('Mesure 3');
});
