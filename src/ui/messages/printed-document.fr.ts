/** The few words that every printed document carries of itself: PDF, ODT and DOCX alike. */
export const PAGE = 'page';
export const PAGE_OF = 'sur';
export const TABLE = 'Tableau';

/** « page 3 sur 12 »; the two numbers are fields of the file. */
export function pageNumber(page: string, pages: string): string {
  return `${PAGE} ${page} ${PAGE_OF} ${pages}`;
}
