/** Of how many rows a page of the API is: what one may ask, and what comes when nothing is said. */
export const MOST_ROWS = 500;
export const ROWS_UNSAID = 100;
