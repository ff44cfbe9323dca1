/** What the country is asked about editions in preparation, what people wrote, and how charters correspond. */
import * as v from 'valibot';
import { CONSULTATION_PHASES } from '#domain/consultation/consultation.ts';
import { ANSWERS, CONTRIBUTION_KINDS } from '#domain/consultation/contribution.ts';
import { SHOWN_RELATIONS } from '#domain/crosswalk/relation.ts';
import { FILTER } from '#publishing/open-data/filter.ts';
import { CONSULTATION_COLUMNS, CONTRIBUTION_COLUMNS } from '#publishing/spreadsheet/consultation-columns.ts';
import { CODED_CROSSWALK_COLUMNS } from '#publishing/spreadsheet/crosswalk-columns.ts';
import { codedLines } from '../crosswalk-lines.ts';
import { publicContributions } from '../storage/contribution-pages.ts';
import { relationsByCode } from '../storage/crosswalk-relations.ts';
import { consultationRows } from '../storage/open-consultations.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo, textIn } from './open-resource.ts';

export const CONSULTATIONS = openResource({
  name: 'consultations',
  columns: CONSULTATION_COLUMNS,
  key: ['consultation'],
  one: 'consultation',
  after: ['integer'],
  filters: {
    consultation: FILTER.number,
    etat: v.picklist(CONSULTATION_PHASES),
    charte: FILTER.slug,
    collectif: FILTER.number,
  },
  page: async (db, { wanted, after, limit, now }) => {
    const { consultation: id, etat: phase, charte: edition, collectif: collective } = wanted;
    const asked = { ...onlySaid({ id, phase, edition, collective }), now };
    const rows = await consultationRows(db, { ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id: one }) => [one]);
  },
});

/** Whoever wrote one may take it back: no copy that is kept holds them. */
export const CONTRIBUTIONS = openResource({
  name: 'contributions',
  columns: CONTRIBUTION_COLUMNS,
  key: ['contribution'],
  one: 'contribution',
  isCopied: false,
  after: ['integer'],
  filters: {
    contribution: FILTER.number,
    consultation: FILTER.number,
    nature: v.picklist(CONTRIBUTION_KINDS),
    mesure: FILTER.measure,
    reponse: v.picklist(ANSWERS),
  },
  page: async (db, { wanted, after, limit }) => {
    const { contribution: id, consultation, nature: kind, mesure: number, reponse: answer } = wanted;
    const asked = onlySaid({ id, consultation, kind, number, answer });
    const { rows, next } = await publicContributions(db, { ...asked, after: numberIn(after), limit });
    return { rows, next: next === null ? null : [next] };
  },
});

/** One whose charter is not here any more is left out: a page may be short. */
export const CORRESPONDANCES = openResource({
  name: 'correspondances',
  columns: CODED_CROSSWALK_COLUMNS,
  key: ['correspondance'],
  one: 'correspondance',
  after: ['text'],
  filters: {
    correspondance: FILTER.relation,
    charte: FILTER.slug,
    engagement: FILTER.item,
    objectif: FILTER.goal,
    relation: v.picklist(SHOWN_RELATIONS),
  },
  page: async (db, { wanted, after, limit }) => {
    const { correspondance: key, charte: edition, engagement: item, objectif: goal, relation } = wanted;
    const asked = onlySaid({ key, edition, item, goal, relation });
    const found = await relationsByCode(db, { ...asked, after: textIn(after), limit: limit + 1 });
    const { rows, next } = pageUpTo(found, limit, (row) => [row.key]);
    return { rows: await codedLines(rows), next };
  },
});
