/** Partner organisations, what they support and write, and what the national committees decided. Nobody is named. */
import * as v from 'valibot';
import { NATIONAL_COMMITTEES } from '#domain/partners/national-committee.ts';
import { DECIDED_STATES } from '#domain/partners/organisation.ts';
import { FILTER } from '#publishing/open-data/filter.ts';
import {
  ENDORSEMENT_COLUMNS,
  NATIONAL_DECISION_COLUMNS,
  ORGANISATION_COLUMNS,
  SHEET_COLUMNS,
} from '#publishing/spreadsheet/partner-columns.ts';
import { openDecisionRows, openSheetRows } from '../storage/open-partners.ts';
import { endorsementRows, organisationRows } from '../storage/partner-pages.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo } from './open-resource.ts';

export const PARTENAIRES = openResource({
  name: 'partenaires',
  columns: ORGANISATION_COLUMNS,
  key: ['organisation'],
  one: 'organisation',
  after: ['integer'],
  filters: { organisation: FILTER.number, etat: v.picklist(DECIDED_STATES) },
  page: async (db, { wanted, after, limit }) => {
    const asked = onlySaid({ id: wanted.organisation, state: wanted.etat });
    const { rows, next } = await organisationRows(db, { ...asked, after: numberIn(after), limit });
    return { rows, next: next === null ? null : [next] };
  },
});

export const SOUTIENS = openResource({
  name: 'soutiens',
  columns: ENDORSEMENT_COLUMNS,
  key: ['soutien'],
  one: 'soutien',
  after: ['integer'],
  filters: { soutien: FILTER.number, organisation: FILTER.number, charte: FILTER.slug, mesure: FILTER.measure },
  page: async (db, { wanted, after, limit }) => {
    const { soutien: id, organisation, charte: edition, mesure: measure } = wanted;
    const asked = onlySaid({ id, organisation, edition, measure });
    const { rows, next } = await endorsementRows(db, { ...asked, after: numberIn(after), limit });
    return { rows, next: next === null ? null : [next] };
  },
});

export const FICHES_TECHNIQUES = openResource({
  name: 'fiches-techniques',
  columns: SHEET_COLUMNS,
  key: ['fiche'],
  one: 'fiche',
  after: ['integer'],
  filters: { fiche: FILTER.number, organisation: FILTER.number, charte: FILTER.slug, mesure: FILTER.measure },
  page: async (db, { wanted, after, limit }) => {
    const { fiche: id, organisation, charte: edition, mesure: measure } = wanted;
    const asked = onlySaid({ id, organisation, edition, measure });
    const rows = await openSheetRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id: one }) => [one]);
  },
});

export const DECISIONS_NATIONALES = openResource({
  name: 'decisions-nationales',
  columns: NATIONAL_DECISION_COLUMNS,
  key: ['decision'],
  one: 'decision',
  after: ['integer'],
  filters: { decision: FILTER.number, comite: v.picklist(NATIONAL_COMMITTEES) },
  page: async (db, { wanted, after, limit }) => {
    const asked = onlySaid({ id: wanted.decision, committee: wanted.comite });
    const rows = await openDecisionRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id }) => [id]);
  },
});
