/**
 * Rows in, bytes out, batch by batch: a table of any length never stands in memory as a whole. Each format is one file
 * beside this one; where the bytes go is not their business (#server/dumps).
 */
import type { Columns } from '../column.ts';

export type TableEncoder<Row> = {
  /** The bytes that are ready after these rows: none, sometimes. */
  readonly rows: (rows: readonly Row[]) => Uint8Array;
  /** The last bytes. Nothing may follow. */
  readonly end: () => Uint8Array;
};

export type TableFormat = {
  /** As files end with it: `csv`. */
  readonly extension: string;
  readonly mediaType: string;
  readonly encode: <Row>(columns: Columns<Row>) => TableEncoder<Row>;
};
