/** What is said on every page of a country that was made up to measure the site (`npm run country`). */
export const SYNTHETIC_TITLE = 'Données synthétiques';

/** Of what is read away from this site: a feed, a card. */
export function syntheticTitle(title: string): string {
  return `${SYNTHETIC_TITLE} : ${title}`;
}

/** `share`: of the communes of the country. */
export function syntheticLine(share: number): string {
  const part =
    share >= 1 ? '' : ` (${new Intl.NumberFormat('fr-FR', { style: 'percent' }).format(share)} des communes du pays)`;
  return `Communes vraies${part}, tout le reste inventé pour mesurer ce site : aucune liste, aucune mairie, aucun collectif n’a promis ni dit ce qui se lit ici.`;
}
