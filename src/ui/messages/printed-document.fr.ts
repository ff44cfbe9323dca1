/** The few words that every printed document carries of itself: PDF, ODT and DOCX alike. */
export const PAGE = 'page';
export const PAGE_OF = 'sur';
export const TABLE = 'Tableau';

/** Why no file was made, and what to do. */
export const TOO_LONG_FOR_PDF =
  'Ce document est trop long pour un seul PDF. Prenez-le en ODT, quand il est proposé : le contenu est le même.';
export const TOO_LONG_FOR_FILE =
  'Ce document est trop long pour un seul fichier. Prenez-en une partie, fiche par fiche par exemple.';
export const PRINTER_BUSY = 'Trop de documents se préparent en ce moment. Réessayez dans une minute.';

/** « page 3 sur 12 »; the two numbers are fields of the file. */
export function pageNumber(page: string, pages: string): string {
  return `${PAGE} ${page} ${PAGE_OF} ${pages}`;
}
