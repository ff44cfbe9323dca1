/** What everybody may see on the site and is in no table of the API or of the copies, and where it is to be had. */
type NotThere = { readonly what: string; readonly where: string; readonly href: string | null };

export const NOT_THERE_TITLE = 'Ce qui n’y est pas';
export const NOT_THERE_INTRO = 'Le site montre aussi ceci à tout le monde, que ces données n’ont pas :';

/** In the API as in the copies. */
export const NOT_THERE: readonly NotThere[] = [
  {
    what: 'les sièges des comités nationaux et les votes sur les partenaires',
    where: 'sur la page des comités : qui y est nommé peut retirer son nom',
    href: '/partenaires/comites',
  },
  {
    what: 'les comptes rendus des comités de suivi, mot pour mot, et qui y siège',
    where: 'sur la page de suivi de chaque lieu (les décisions sont dans decisions-de-comites)',
    href: null,
  },
  {
    what: 'les bulletins des consultations, un à un et sans personne',
    where: 'à télécharger sur la page de chacune (les résultats sont dans resultats-de-consultations)',
    href: '/consultations',
  },
  {
    what: 'les souhaits des habitants',
    where: 'leur nombre est sur la page « souhait » de chaque commune',
    href: null,
  },
  {
    what: 'les documents d’origine, octet pour octet',
    where: 'sur la page de chaque pacte et de chaque plan (leur empreinte est ici)',
    href: null,
  },
];

/** A person may take back what they wrote, and a copy is kept for ever. */
export const NOT_COPIED: readonly NotThere[] = [
  {
    what: 'les remarques sous les promesses',
    where: 'dans l’API : qui en a écrit une peut la retirer, et une copie reste',
    href: '/api/remarques',
  },
  {
    what: 'les contributions aux consultations',
    where: 'dans l’API : qui en a écrit une peut la retirer, et une copie reste',
    href: '/api/contributions',
  },
];

export const notThereLine = ({ what, where, href }: NotThere): string =>
  `${what} : ${where}${href === null ? '' : `, ${href}`}`;
