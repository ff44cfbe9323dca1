import type { ColumnType } from 'kysely';

/** A `jsonb` column: read as its value, written as JSON text, so that a list is not taken for an SQL array. */
export type JsonColumn<Value> = ColumnType<Value, string, string>;
