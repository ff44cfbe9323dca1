/** Plans as a town hall keeps them in a spreadsheet, of any number of rows. The same number gives the same bytes. */

const STATUSES = ['À venir', 'En cours', 'Réalisé', 'En pause', 'Abandonné'];
const COLUMNS = ['Axe', 'Titre', 'Description', 'Statut', 'Pilote', 'Date de début', 'Date de fin'];

/** CSV with semicolons, as French spreadsheets write it: ten axes, each row with a paragraph, a lead and two days. */
export function planFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const year = 2024 + (index % 5);
    return [
      `${1 + Math.floor((index * 10) / rows)}. Axe de travail`,
      `Rénover le bâtiment numéro ${index + 1}`,
      `Isoler, changer le chauffage et suivre les consommations du bâtiment ${index + 1}, avec celles et ceux qui y travaillent.`,
      STATUSES[index % STATUSES.length] ?? '',
      `Service ${index % 23}`,
      `15/01/${year}`,
      `30/06/${year + 1}`,
    ].join(';');
  });
  return [COLUMNS.join(';'), ...lines, ''].join('\n');
}
