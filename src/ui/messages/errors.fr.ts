/** What happened, and what to do next. */
export type Trouble = {
  readonly title: string;
  readonly happened: string;
  readonly next: readonly string[];
};

/** A private address whose draft has been erased; the page says since when. */
export const EXPIRED_DRAFT = 'Ce brouillon est effacé';

/** `said`: what the page itself knows of a thing that was withdrawn. */
export function troubleFor(status: number, said: string | null = null): Trouble {
  if (status === 410 && said !== null) {
    return {
      title: 'Ceci n’est plus montré',
      happened: said,
      next: ['Pour voir ce qui est publié dans une commune, cherchez-la :'],
    };
  }
  if (status === 404) {
    return {
      title: 'Cette page n’existe pas',
      happened: 'L’adresse est mal recopiée, ou ce qu’elle montrait a changé de place.',
      next: ['Cherchez la commune par son nom ou son code postal :'],
    };
  }
  if (status === 429) {
    return {
      title: 'Trop de demandes d’un coup',
      happened: 'Beaucoup de pages ont été demandées depuis votre connexion en peu de temps.',
      next: ['Attendez une minute, puis rechargez la page. Rien n’a été perdu.'],
    };
  }
  if (status >= 400 && status < 500) {
    return {
      title: 'Cette demande n’a pas été comprise',
      happened: 'Ce qui a été envoyé n’est pas ce que la page attendait.',
      next: ['Revenez en arrière et recommencez, ou cherchez une commune :'],
    };
  }
  return {
    title: 'La page n’a pas pu s’afficher',
    happened: 'Le défaut est de notre côté. Ce qui est publié n’est pas perdu.',
    next: ['Rechargez la page dans une minute. Si cela dure, cherchez une autre commune :'],
  };
}
