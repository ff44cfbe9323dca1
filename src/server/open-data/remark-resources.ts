/** What others than the two voices say under a promise. */
import { FILTER } from '#publishing/open-data/filter.ts';
import { REMARK_COLUMNS } from '#publishing/spreadsheet/remark-columns.ts';
import { openRemarkRows } from '../storage/open-remarks.ts';
import { onlySaid } from './only-said.ts';
import { numberIn, openResource, pageUpTo } from './open-resource.ts';
import { PLACE_FILTERS, placesOf } from './place-filters.ts';

/** Whoever wrote one may take it or their name back: no copy that is kept holds them. */
export const REMARQUES = openResource({
  name: 'remarques',
  columns: REMARK_COLUMNS,
  key: ['remarque'],
  one: 'remarque',
  isCopied: false,
  after: ['integer'],
  filters: { remarque: FILTER.number, pacte: FILTER.number, ...PLACE_FILTERS, engagement: FILTER.item },
  page: async (db, { wanted, after, limit }) => {
    const asked = onlySaid({ id: wanted.remarque, pact: wanted.pacte, item: wanted.engagement });
    const rows = await openRemarkRows(db, { ...placesOf(wanted), ...asked, after: numberIn(after), limit: limit + 1 });
    return pageUpTo(rows, limit, ({ id }) => [id]);
  },
});
