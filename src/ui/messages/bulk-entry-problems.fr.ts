/** What is wrong with a line of a bulk entry: where, what, and what to do. One sentence per kind: the compiler asks for each. */
import type { LineProblem } from '#domain/bulk-entry/entry-line.ts';
import { figure } from './format.fr.ts';

/** Where, then what, then what to do. */
export function problemLine(problem: LineProblem): string {
  const { line, column, table } = problem;
  const where = [
    table === undefined ? null : `tableau « ${table} »`,
    line === null ? null : `ligne ${figure(line)}`,
    column === null ? null : `colonne ${figure(column)}`,
  ];
  const place = where.filter((one) => one !== null).join(', ');
  return place === '' ? problemWords(problem) : `${place} : ${problemWords(problem)}`;
}

function problemWords({ kind, written, others = [] }: LineProblem): string {
  switch (kind) {
    case 'place-missing':
      return 'ni commune ni intercommunalité n’est dite. Choisissez-la pendant la relecture.';
    case 'unknown-municipality':
      return `« ${written} » n’est pas une commune que nous connaissons. Choisissez-la pendant la relecture.`;
    case 'unknown-grouping':
      return `« ${written} » n’est pas une intercommunalité que nous connaissons. Choisissez-la pendant la relecture.`;
    case 'several-groupings':
      return `plusieurs intercommunalités s’appellent « ${written} » : ${others.join(', ')}. Choisissez-la pendant la relecture.`;
    case 'two-places':
      return `la commune n’est pas de cette intercommunalité : ${others.join(', ')}. Choisissez pendant la relecture qui a signé.`;
    case 'several-municipalities':
      return `plusieurs communes s’appellent « ${written} » : ${others.join(', ')}. Choisissez-la pendant la relecture.`;
    case 'code-and-name-differ':
      return `le code et le nom ne sont pas de la même commune : ${others.join(', ')}. Choisissez-la pendant la relecture.`;
    case 'merged-since':
      return `« ${written} » fait partie aujourd’hui de ${others.join(', ')} : le pacte y est rangé.`;
    case 'list-missing':
      return 'la liste n’est pas dite : celle que nomme le document vaut.';
    case 'same-list':
      return `la ligne ${others.join(', ')} dit déjà ce pacte, du même lieu : n’en publiez qu’un.`;
    case 'not-a-day':
      return `« ${written} » n’est pas un jour. Écrivez-le ainsi : 15/03/2020.`;
    case 'day-to-come':
      return `le ${written} n’est pas encore venu.`;
    case 'unknown-charter':
      return `nous ne connaissons pas la charte « ${written} » : le document la fait reconnaître, ou choisissez-la pendant la relecture.`;
    case 'file-missing':
      return 'aucun fichier n’est nommé.';
    case 'unknown-file':
      return `le ZIP n’a pas de fichier « ${written} ».`;
    case 'several-files':
      return `plusieurs fichiers s’appellent « ${written} » : ${others.join(', ')}. Écrivez le dossier aussi.`;
    case 'file-of-another-line':
      return `la ligne ${others.join(', ')} nomme déjà le fichier « ${written} ».`;
    case 'no-line':
      return 'aucune ligne ne nomme ce document : sa commune et son jour de signature sont à dire pendant la relecture.';
    case 'too-many-cells':
      return 'la ligne a plus de cases que l’en-tête : une virgule ou un point-virgule de trop, peut-être.';
    case 'nothing-named':
      return 'ni mesure ni principe n’est dit.';
    case 'principle-and-measure':
      return 'la ligne dit un principe et une mesure : écrivez-en une pour chacun.';
    case 'unknown-principle':
      return `« ${written} » n’est pas un principe de cette charte.`;
    case 'unknown-wording':
      return `« ${written} » ne dit pas si le texte est celui de la charte (same, amended, omitted) : à vérifier pendant la relecture.`;
    case 'not-a-year':
      return `« ${written} » n’est pas une année.`;
    case 'unknown-measure':
      return `« ${written} » n’est pas une mesure de cette charte.`;
    case 'unknown-level':
      return `« ${written} » n’est pas un niveau de cette mesure.`;
    case 'unknown-stance':
      return `« ${written} » n’est pas une position (accepted, refused, partial, delegated, unspecified, unknown).`;
    case 'unknown-number':
      return `« ${written} » n’est pas un nombre.`;
    case 'said-otherwise':
      return `la ligne ${others.join(', ')} le dit autrement.`;
  }
}
