/** The page of the API and the words of its description. */
export const LICENCE_ADDRESS = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';
