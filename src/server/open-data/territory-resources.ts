/** Communes and their groupings. */
import * as v from 'valibot';
import { GROUPING_KINDS } from '#domain/territory/grouping.ts';
import { FILTER, type Wanted } from '#publishing/open-data/filter.ts';
import { COMMUNE_COLUMNS, GROUPING_COLUMNS } from '#publishing/spreadsheet/municipality-columns.ts';
import { communeRows, countCommunes, countGroupings, groupingRows } from '../storage/open-places.ts';
import { onlySaid } from './only-said.ts';
import { openResource, pageUpTo, textIn } from './open-resource.ts';

const COMMUNE_FILTERS = {
  commune: FILTER.commune,
  departement: FILTER.departement,
  region: FILTER.region,
  intercommunalite: FILTER.siren,
  signataire: FILTER.yesOrNo,
  actuelle: FILTER.yesOrNo,
} as const;

export const COMMUNES = openResource({
  name: 'communes',
  columns: COMMUNE_COLUMNS,
  key: ['code_commune'],
  one: 'commune',
  after: ['text'],
  filters: COMMUNE_FILTERS,
  page: async (db, { wanted, after, limit }) =>
    pageUpTo(
      await communeRows(db, { ...communesIn(wanted), after: textIn(after), limit: limit + 1 }),
      limit,
      ({ code }) => [code],
    ),
  // Who signed is looked up commune by commune.
  count: async (db, wanted) => (wanted.signataire === undefined ? await countCommunes(db, communesIn(wanted)) : null),
});

const communesIn = (wanted: Wanted<typeof COMMUNE_FILTERS>) =>
  onlySaid({
    code: wanted.commune,
    department: wanted.departement,
    region: wanted.region,
    grouping: wanted.intercommunalite,
    signed: wanted.signataire,
    current: wanted.actuelle,
  });

const GROUPING_FILTERS = {
  intercommunalite: FILTER.siren,
  nature: v.picklist(GROUPING_KINDS),
  departement: FILTER.departement,
  signataire: FILTER.yesOrNo,
  actuelle: FILTER.yesOrNo,
} as const;

export const INTERCOMMUNALITES = openResource({
  name: 'intercommunalites',
  columns: GROUPING_COLUMNS,
  key: ['siren_intercommunalite'],
  one: 'intercommunalite',
  after: ['text'],
  filters: GROUPING_FILTERS,
  page: async (db, { wanted, after, limit }) =>
    pageUpTo(
      await groupingRows(db, { ...groupingsIn(wanted), after: textIn(after), limit: limit + 1 }),
      limit,
      ({ siren }) => [siren],
    ),
  count: (db, wanted) => countGroupings(db, groupingsIn(wanted)),
});

const groupingsIn = (wanted: Wanted<typeof GROUPING_FILTERS>) =>
  onlySaid({
    siren: wanted.intercommunalite,
    kind: wanted.nature,
    department: wanted.departement,
    signed: wanted.signataire,
    current: wanted.actuelle,
  });
