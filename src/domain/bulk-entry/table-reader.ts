/** What stands in the place of a reader's version for a pact that was entered from a table: no document was read. */
export const TABLE_READER = 'tableau';
