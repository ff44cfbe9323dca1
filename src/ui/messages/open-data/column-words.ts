/** What is said of a column of a table. That every column has its words is checked by #publishing/open-data/words.ts. */
export type ColumnWords = { readonly title: string; readonly meaning: string };

export const said = (title: string, meaning: string): ColumnWords => ({ title, meaning });
