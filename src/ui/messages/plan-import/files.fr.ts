/** Files of a plan that come back as they left: the same columns are imported. */
export const SHEET_FILES = {
  what: 'le plan entier, en tableur',
  xlsx: 'XLSX',
  ods: 'ODS',
  csv: 'CSV d’échange',
  tet: 'modèle de Territoires en Transitions',
  tetLoses:
    'Le modèle de Territoires en Transitions ne garde ni les numéros, ni le contexte, la méthode et le calendrier, ni les étapes, ni ce qui bloque, ni le détail des montants, ni plus de trois financeurs. Importé à nouveau, il laisse tout cela tel quel.',
} as const;
