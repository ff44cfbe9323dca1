/** Files of a plan that come back as they left: the same columns are imported. */
export const SHEET_FILES = {
  what: 'le plan entier, en tableur',
  xlsx: 'XLSX',
  ods: 'ODS',
  csv: 'CSV d’échange',
  tet: 'modèle de Territoires en Transitions',
} as const;
