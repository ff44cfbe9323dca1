/** Under what our data may be used, as every file and answer says it. Texts of documents stay what their authors say. */
export const LICENCE = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte / Open Licence 2.0',
  path: 'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
} as const;
