/**
 * A resource of open data as everybody sees it: its name, its columns, what tells a row from all others, what one may ask.
 * From it come the API's answers and their description, the files of the day and theirs. Where its rows come from is said
 * in #server/open-data.
 */
import type { ColumnShape } from './column.ts';
import type { Filters } from './filter.ts';
import type { ResourceName } from './resource-name.ts';

export type ResourceShape = {
  readonly name: ResourceName;
  readonly columns: Readonly<Record<string, ColumnShape>>;
  /** Names of the columns that together are in no other row, in the order of paging. */
  readonly key: readonly string[];
  readonly filters: Filters;
  /** The filter that finds one row alone, hence its address `/api/v1/pactes/12`; null: rows have no address of their own. */
  readonly one: string | null;
};
