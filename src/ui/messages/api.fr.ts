/** The page of the API, and the words of its description. */
import { MOST_ROWS, ROWS_UNSAID } from '#domain/open-data/page-size.ts';
export const API_WORDS = {
  title: 'Parole tenue : interface de lecture',
  description:
    'Presque tout ce que le site montre à tout le monde (ce qui n’y est pas est dit sur la page /api), en lecture, sans clé ni compte. Mêmes noms de colonnes que les fichiers CSV. Rien de privé n’y est ; les communes fictives de la démonstration n’y sont pas.',
  server: 'Ce site',
  oneLineIs: 'Une ligne :',
  expected: 'Attendu :',
  page: 'Une page de lignes. Elle peut en avoir moins que demandé, ou aucune, sans être la dernière : suivez « suivant » jusqu’à null.',
  one: 'La ligne.',
  link: 'L’adresse de la page suivante, rel="next" ; absent : c’était la dernière.',
  etag: 'Empreinte de la réponse, à renvoyer dans If-None-Match.',
  unchanged: 'Rien n’a changé depuis la réponse dont l’empreinte est donnée dans If-None-Match.',
  total: 'Nombre de lignes de toute la demande ; null : les compter coûterait autant que les lire.',
  next: 'Adresse de la page suivante sur ce site ; null : c’était la dernière.',
  limit: `Lignes par page, de 1 à ${MOST_ROWS} ; ${ROWS_UNSAID} si rien n’est dit.`,
  cursor:
    'Où reprendre : donné par « suivant », à ne pas fabriquer. Il ne vaut que pour la même ressource et les mêmes filtres. Les lignes publiées ou retirées entre deux pages n’en font répéter ni sauter aucune autre.',
  format: 'json ou csv ; à défaut, la fin de l’adresse (.csv) ou l’en-tête Accept décide.',
  warning: 'Seulement si tout est inventé, pour mesurer un site : le dit.',
  problem: 'Problème (RFC 9457)',
  problemDetail: 'Ce qui s’est passé et quoi faire.',
  problemFaults: 'Tout ce qui est à corriger dans la demande, en une fois.',
} as const;

export function sayOneAddress(line: string): string {
  return `Lire ${line}, à son adresse.`;
}
