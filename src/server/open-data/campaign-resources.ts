/** Candidate lists, and the collectives that were confirmed. Of people, heads of list alone. */
import * as v from 'valibot';
import { FILTER } from '#publishing/open-data/filter.ts';
import { COLLECTIVE_COLUMNS } from '#publishing/spreadsheet/collective-columns.ts';
import { LIST_COLUMNS } from '#publishing/spreadsheet/list-columns.ts';
import { collectiveRows } from '../storage/collective-rows.ts';
import { listRows } from '../storage/list-pages.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource } from './open-resource.ts';

export const LISTES = openResource({
  name: 'listes',
  columns: LIST_COLUMNS,
  key: ['liste'],
  one: 'liste',
  after: ['integer'],
  filters: {
    liste: FILTER.number,
    election: FILTER.slug,
    commune: FILTER.commune,
    departement: FILTER.departement,
    region: FILTER.region,
    signataire: FILTER.yes,
  },
  page: async (db, { wanted, after, limit }) => {
    const { liste: id, election, commune: municipality, departement: department, region, signataire: signed } = wanted;
    const asked = onlySaid({ id, election, municipality, department, region, signed });
    const { rows, next } = await listRows(db, { ...asked, played: false, after: numberIn(after), limit });
    return { rows, next: next === null ? null : [next] };
  },
});

export const COLLECTIFS = openResource({
  name: 'collectifs',
  columns: COLLECTIVE_COLUMNS,
  key: ['collectif'],
  one: 'collectif',
  after: ['integer'],
  filters: {
    collectif: FILTER.number,
    etat: v.picklist(['active', 'dormant']),
    commune: FILTER.commune,
    intercommunalite: FILTER.siren,
    departement: FILTER.departement,
  },
  page: async (db, { wanted, after, limit }) => {
    const { collectif: id, etat: state, departement: department } = wanted;
    const asked = onlySaid({ id, state, place: wanted.commune ?? wanted.intercommunalite, department });
    const { rows, next } = await collectiveRows(db, { ...asked, played: false, after: numberIn(after), limit });
    return { rows, next: next === null ? null : [next] };
  },
});
