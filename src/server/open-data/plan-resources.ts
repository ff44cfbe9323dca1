/** Plans of town halls, their actions, the figures of their indicators: as published, never as worked on. */
import * as v from 'valibot';
import { ACTION_STATUSES } from '#domain/plan/action-sheet.ts';
import { FILTER } from '#publishing/open-data/filter.ts';
import { PLACED_FIGURE_COLUMNS } from '#publishing/spreadsheet/indicator-columns.ts';
import { PLANNED_ACTION_COLUMNS, PLAN_COLUMNS } from '#publishing/spreadsheet/plan-columns.ts';
import { openActionRows, openFigureRows, openPlanRows } from '../storage/open-plans.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo, withdrawnAs } from './open-resource.ts';
import { PLACE_FILTERS, placesOf } from './place-filters.ts';

export const PLANS = openResource({
  name: 'plans',
  columns: PLAN_COLUMNS,
  key: ['plan'],
  one: 'plan',
  after: ['integer'],
  filters: { plan: FILTER.number, ...PLACE_FILTERS },
  page: async (db, { wanted, after, limit }) => {
    const asked = { ...placesOf(wanted), ...onlySaid({ plan: wanted.plan }) };
    const rows = await openPlanRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id }) => [id]);
  },
  withdrawn: withdrawnAs('plan'),
});

export const ACTIONS = openResource({
  name: 'actions',
  columns: PLANNED_ACTION_COLUMNS,
  key: ['plan', 'rang'],
  one: null,
  after: ['integer', 'integer'],
  filters: { plan: FILTER.number, ...PLACE_FILTERS, statut: v.picklist(ACTION_STATUSES) },
  page: async (db, { wanted, after, limit }) => {
    const asked = { ...placesOf(wanted), ...onlySaid({ plan: wanted.plan, status: wanted.statut }) };
    const from = [numberIn(after), numberIn(after, 1)] as const;
    const rows = await openActionRows(db, { ...asked, after: from, limit: limit + 1 });
    return pageUpTo(rows, limit, ({ plan, ordinal }) => [plan, ordinal]);
  },
});

export const INDICATEURS = openResource({
  name: 'indicateurs',
  columns: PLACED_FIGURE_COLUMNS,
  key: ['chiffre'],
  one: null,
  after: ['integer'],
  filters: { indicateur: FILTER.number, ...PLACE_FILTERS },
  page: async (db, { wanted, after, limit }) => {
    const asked = { ...placesOf(wanted), ...onlySaid({ indicator: wanted.indicateur }) };
    const rows = await openFigureRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id }) => [id]);
  },
});
