/** What collectives and town halls decided together since the signature. */
import { FILTER } from '#publishing/open-data/filter.ts';
import { COMMITTEE_COLUMNS, COMMITTEE_DECISION_COLUMNS } from '#publishing/spreadsheet/committee-columns.ts';
import { openCommitteeDecisionRows, openCommitteeRows } from '../storage/open-committees.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo } from './open-resource.ts';
import { PLACE_FILTERS, placesOf } from './place-filters.ts';

export const COMITES_DE_SUIVI = openResource({
  name: 'comites-de-suivi',
  columns: COMMITTEE_COLUMNS,
  key: ['comite_de_suivi'],
  one: 'comite_de_suivi',
  after: ['integer'],
  filters: { comite_de_suivi: FILTER.number, ...PLACE_FILTERS },
  page: async (db, { wanted, after, limit }) => {
    const asked = { ...placesOf(wanted), ...onlySaid({ id: wanted.comite_de_suivi }) };
    const rows = await openCommitteeRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id }) => [id]);
  },
});

export const DECISIONS_DE_COMITES = openResource({
  name: 'decisions-de-comites',
  columns: COMMITTEE_DECISION_COLUMNS,
  key: ['decision'],
  one: 'decision',
  after: ['integer'],
  filters: { decision: FILTER.number, comite_de_suivi: FILTER.number, ...PLACE_FILTERS },
  page: async (db, { wanted, after, limit }) => {
    const { decision: id, comite_de_suivi: committee } = wanted;
    const asked = { ...placesOf(wanted), ...onlySaid({ id, committee }) };
    const rows = await openCommitteeDecisionRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id: one }) => [one]);
  },
});
