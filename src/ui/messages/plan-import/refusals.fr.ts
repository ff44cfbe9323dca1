/** Why a spreadsheet was not imported, and what to do next. One sentence per kind. */
import type { CannotChoose } from '#use-cases/plan-import/choose-for-import.ts';
import type { CannotConfirmImport } from '#use-cases/plan-import/confirm-plan-import.ts';
import type { CannotOpenPlanImport } from '#use-cases/plan-import/open-plan-import.ts';
import { figure } from '../format.fr.ts';
import { plural } from './plural.fr.ts';

export type ImportRefusal = CannotOpenPlanImport | CannotChoose | CannotConfirmImport;

export function sayImportRefusal(refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-plan':
    case 'plan-elsewhere':
    case 'unknown-import':
      return 'Ce plan ou cet import n’existe pas, ou vous n’y avez pas accès.';
    case 'plan-not-now':
      return 'Ce plan est rangé : ressortez-le avant d’y importer un fichier.';
    case 'unknown-place':
      return 'Aucune commune ni intercommunalité ne porte ce code.';
    case 'empty-sheet':
      return 'Ce fichier est vide : aucune case n’est remplie.';
    case 'sheet-too-large':
      return `Ce fichier pèse ${megabytes(refusal.bytes)}, pour ${megabytes(refusal.limitInBytes)} au plus. Retirez les images et les autres onglets.`;
    case 'sheet-unpacks-too-much':
      return `Une fois ouvert, ce classeur dépasse ${megabytes(refusal.limitInBytes)} : c’est bien plus qu’un plan. Gardez l’onglet du plan, ou enregistrez-le en CSV.`;
    case 'sheet-locked':
      return 'Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.';
    case 'sheet-too-old':
      return 'Ce fichier est dans un format d’avant 2007 (.xls). Ouvrez-le, puis enregistrez-le en XLSX ou en ODS.';
    case 'sheet-binary':
      return 'Ce classeur est dans le format binaire d’Excel (.xlsb). Ouvrez-le, puis enregistrez-le en XLSX ou en ODS.';
    case 'sheet-damaged':
      return 'Ce fichier est abîmé ou incomplet : il s’arrête avant la fin. Demandez-en une autre copie, ou ouvrez-le et enregistrez-le à nouveau.';
    case 'sheet-forbidden-xml':
      return 'Ce fichier contient des instructions que nous n’ouvrons jamais. Enregistrez-le à nouveau depuis un tableur.';
    case 'too-many-tabs':
      return `Ce classeur a plus de ${String(refusal.limit)} onglets. Gardez celui du plan.`;
    case 'sheet-too-full':
      return `Ce classeur a plus de ${figure(refusal.limitInCells)} cases remplies : c’est bien plus qu’un plan. Gardez l’onglet du plan et ses colonnes.`;
    case 'endless-cell':
      return `Un guillemet ouvert à la ligne ${String(refusal.line)} ne se ferme pas : le fichier est peut-être coupé. Rien n’a été importé.`;
    case 'too-many-cells':
      return `La ligne ${String(refusal.line)} a trop de cases pour un plan.`;
    case 'not-a-sheet':
      return 'Ce fichier n’est ni un tableau XLSX, ODS ou CSV, ni du texte, quel que soit son nom. Ouvrez-le dans un tableur, puis enregistrez-le en XLSX ou en ODS. Pour un PDF, un DOCX ou un ODT, faites-le lire.';
    case 'reader-busy':
      return 'Beaucoup de fichiers sont en cours de lecture. Réessayez dans une minute.';
    case 'reading-took-too-long':
      return `La lecture a dépassé ${String(refusal.seconds)} secondes. Gardez l’onglet du plan, ou enregistrez-le en CSV.`;
    case 'reading-too-heavy':
      return 'Ce fichier demande trop de mémoire. Gardez l’onglet du plan, ou enregistrez-le en CSV.';
    case 'import-done':
      return 'Cet import est déjà fait.';
    case 'import-changed-meanwhile':
      return 'Quelqu’un d’autre a répondu entre-temps pour cet import. Voici où il en est : vérifiez, puis recommencez.';
    case 'plan-changed-meanwhile':
      return 'Le plan a changé depuis que vous avez ouvert cette page. Voici la différence recalculée : vérifiez-la, puis confirmez. Rien n’a été écrit.';
    case 'import-not-ready':
      return `Il reste ${String(refusal.problems)} ${plural(refusal.problems, 'problème', 'problèmes')} et ${String(refusal.questions)} ${plural(refusal.questions, 'question', 'questions')}. Rien n’a été écrit.`;
    case 'same-file-again':
      return 'Ce fichier a déjà servi à faire un plan ici. Pour le mettre à jour, importez-le depuis ce plan ; pour en faire un second, cochez la case.';
  }
}

function megabytes(bytes: number): string {
  return `${figure(Math.round(bytes / 104_857.6) / 10)} Mo`;
}
