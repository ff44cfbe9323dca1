/**
 * How whole objects leave in a public copy and come back: rows of our tables, by an explicit list of public columns. What is
 * not listed stays: a column that comes later leaves with nothing until somebody decides (./kept-columns.test.ts asks).
 * Which objects there are: ./kept-objects.ts. Nothing here is a sentence; SQL is written by us, never by a visitor.
 */

/** Rows of one table. */
export type KeptTable = {
  readonly table: string;
  /** Public columns that leave as they are, in order. */
  readonly columns: readonly string[];
  /** Columns of type `json`, hashed character for character: they leave as text. */
  readonly verbatim?: readonly string[];
  /** Columns that leave as something else than what is kept (SQL over the row `r`): what is public of them. */
  readonly instead?: Readonly<Record<string, string>>;
  /** What a loaded row says where the table wants a value that is not public (SQL over the loaded row `r`). */
  readonly said?: Readonly<Record<string, string>>;
  /** Columns that never leave, named so that none is forgotten. */
  readonly stays: readonly string[];
};

export type KeptPart = KeptTable & {
  /** SQL over the row `r` and its object `o`. */
  readonly of: string;
  readonly order: string;
};

export type KeptObject = KeptTable & {
  /** The file: `objets-pactes.jsonl`. */
  readonly name: string;
  /** A number or a text, unique: the order of the lines. */
  readonly key: string;
  /** SQL over the row `r`: whether everybody may read it. */
  readonly isPublic: string;
  readonly parts: readonly KeptPart[];
  /** Columns that name other rows of the same table: put back once all are there. */
  readonly later?: readonly string[];
};
