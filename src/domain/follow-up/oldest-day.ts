/** An older day, of what happened or of what was seen, is a slip of the year. */
export const OLDEST_DAY = '1995-01-01';
