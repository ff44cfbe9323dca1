/** Words of the pages where a town hall writes its indicators. */
import type { FigureFault } from '#domain/plan/figures-read.ts';
import type { CannotEnterFigures } from '#use-cases/indicators/enter-figures.ts';
import type { CannotWriteIndicator } from '#use-cases/indicators/write-indicator.ts';
import { count, dayOf, figure, listOf } from './format.fr.ts';
import { sayPrivateNames } from './private-names.fr.ts';

export const TITLE = 'Indicateurs du plan';
export const LEDE =
  'Ce que vous comptez, où et depuis quand. Un indicateur n’est vu que de la mairie tant que vous ne le montrez pas.';
export const NONE = 'Aucun indicateur pour l’instant.';
export const OFFERED = 'Prêts à l’emploi';
export const OFFERED_NOTE =
  'Ces engagements pris ici contiennent une quantité : en un clic, elle devient un indicateur, avec son objectif.';
export const TAKE = 'Suivre cet indicateur';
export const NEW = 'Un autre indicateur';
export const ADD = 'Créer l’indicateur';
export const NAME = 'Ce qui est compté';
export const NAME_HINT = 'Par exemple : toilettes publiques ouvertes.';
export const UNIT = 'Unité';
export const UNIT_HINT = 'Par exemple : toilettes, %, € par an.';
export const SOURCE = 'D’où viennent les chiffres (facultatif)';
export const DESCRIPTION = 'Comment on compte (facultatif)';
export const GOAL = 'Un objectif est atteint quand le résultat est';
export const GOAL_UNSAID = 'à ne pas dire';
export const GOALS = { 'at-least': 'au moins égal', 'at-most': 'au plus égal', exactly: 'exactement égal' } as const;
export const SAVE = 'Enregistrer';
export const NOT_SAVED = 'Rien n’a été enregistré';
export const WORDS = 'Définition';
export const PASTE = 'Coller des chiffres';
export const PASTE_HINT =
  'Copiez les cellules dans votre tableur, avec leurs titres, puis collez-les ici. Par exemple : Date, Résultat, Objectif ; ou une colonne par quartier ; ou les années en haut. Une cellule vide ou « n.d. » reste inconnue.';
export const PASTE_LABEL = 'Les cellules';
export const SEE_FIRST = 'Voir ce qui sera enregistré';
export const KEEP_FIGURES = 'Enregistrer ces chiffres';
export const TO_ADD = 'Nouveaux';
export const TO_REPLACE = 'Changés';
export const FAULTS = 'À corriger dans le tableau collé';
export const ABOUT = 'Ce que l’indicateur concerne';
export const ACTIONS = 'Actions';
export const PROMISES = 'Engagements';
export const NO_ACTION = 'Ce plan n’a pas encore d’action.';
export const NO_PROMISE = 'Aucun engagement n’a été pris ici.';
export const SHOW = 'Montrer à tout le monde';
export const HIDE = 'Ne plus montrer';
export const REMOVE = 'Retirer cet indicateur';
export const REMOVE_NOTE = 'Ses chiffres restent dans l’historique de la mairie.';
export const SEEN_BY = 'Qui le voit';
export const TAKE_BACK = 'retirer';
export const PUBLIC_PAGE = 'Sa page publique';

export const DONE: Readonly<Record<string, string>> = {
  cree: 'L’indicateur est créé. Donnez-lui des chiffres, puis montrez-le quand il est prêt.',
  definition: 'La définition est enregistrée.',
  chiffres: 'Les chiffres sont enregistrés.',
  liens: 'C’est enregistré.',
  montre: 'Tout le monde voit cet indicateur.',
  cache: 'Cet indicateur n’est plus vu que de la mairie.',
  retire: 'L’indicateur est retiré.',
  chiffre: 'Le chiffre est retiré.',
};

export function seen(publishedAt: Date | null): string {
  return publishedAt === null
    ? 'La mairie seule voit cet indicateur.'
    : `Tout le monde voit cet indicateur, depuis le ${dayOf(publishedAt)}. Les chiffres que vous enregistrez sont visibles aussitôt.`;
}

export function willChange(of: { added: number; replaced: number; same: number; unknown: number }): string {
  const parts = [
    { of: of.added, said: count(of.added, 'nouveau chiffre', 'nouveaux chiffres') },
    { of: of.replaced, said: count(of.replaced, 'chiffre changé', 'chiffres changés') },
    { of: of.same, said: count(of.same, 'chiffre déjà là', 'chiffres déjà là') },
    { of: of.unknown, said: count(of.unknown, 'cellule inconnue, laissée vide', 'cellules inconnues, laissées vides') },
  ].filter((part) => part.of > 0);
  return parts.length === 0 ? 'Aucun chiffre dans ce tableau.' : `${listOf(parts.map(({ said }) => said))}.`;
}

export function columnsLeftOut(headers: readonly string[]): string {
  return `${headers.length < 2 ? 'Colonne laissée de côté' : 'Colonnes laissées de côté'} : ${listOf(headers.map((header) => `« ${header} »`))}.`;
}

export function replaces(before: string): string {
  return `au lieu de ${before}`;
}

export function sayFault(fault: FigureFault): string {
  const cell = `Cellule ${fault.cell}`;
  const said = fault.text === '' ? 'vide' : `« ${fault.text} »`;
  switch (fault.kind) {
    case 'bad-period':
      return `${cell}, ${said} : ce n’est pas une date. Écrivez 2027, 03/2027 ou 31/12/2027.`;
    case 'no-period':
      return `${cell}, ${said} : la ligne ${fault.line} n’a pas de date. Un résultat en a toujours une.`;
    case 'bad-number':
      return `${cell}, ${said} : ce n’est pas un nombre. Écrivez 1234,5, ou laissez la cellule vide si personne ne sait.`;
    case 'ambiguous-number':
      return `${cell}, ${said} : est-ce mille et quelques, ou un nombre à virgule ? Écrivez 1234 ou 1,234.`;
    case 'out-of-bounds':
      return `${cell}, ${said} : quatre décimales au plus, et pas plus de mille milliards.`;
    case 'no-header':
      return `${cell}, ${said} : cette colonne n’a pas de titre.`;
    case 'long-territory':
      return `${cell}, ${said} : le nom d’un territoire a ${fault.limit} signes au plus.`;
    case 'said-twice':
      return `${cell}, ${said} : la cellule ${fault.first} donne un autre chiffre pour la même date et le même territoire.`;
  }
}

export function sayIndicatorRefusal(
  refusal: CannotWriteIndicator | CannotEnterFigures | { readonly kind: 'unknown-figure' | 'unknown-offer' },
): string {
  switch (refusal.kind) {
    case 'unknown-plan':
      return 'Ce plan n’existe pas.';
    case 'plan-not-now':
      return 'Ce plan est rangé : ressortez-le pour y travailler.';
    case 'unknown-indicator':
      return 'Cet indicateur n’existe plus. Quelqu’un l’a peut-être retiré entre-temps.';
    case 'unknown-offer':
      return 'Cet indicateur prêt à l’emploi n’est plus proposé : quelqu’un l’a déjà pris.';
    case 'indicator-changed':
      return 'Quelqu’un a changé cette définition pendant que vous écriviez. Comparez avec ce qui est affiché, puis enregistrez à nouveau.';
    case 'no-title':
      return 'Dites ce qui est compté.';
    case 'no-unit':
      return 'Dites l’unité : sans elle, un chiffre ne dit rien.';
    case 'private-names':
      return sayPrivateNames(refusal);
    case 'too-long':
      return `Ce texte est trop long : ${figure(refusal.limit)} signes au plus.`;
    case 'unknown-action':
      return 'Une des actions choisies n’est plus dans ce plan.';
    case 'unknown-promise':
      return 'Un des engagements choisis n’a pas été pris ici.';
    case 'nothing-pasted':
      return 'Rien n’a été collé.';
    case 'broken-cell':
      return 'Un guillemet s’ouvre et ne se ferme pas : collez à nouveau depuis le tableur.';
    case 'one-column':
      return 'Il faut au moins deux colonnes : la date et le chiffre. Collez depuis un tableur, ou séparez-les par un point-virgule.';
    case 'too-much':
      return `C’est trop d’un coup : ${figure(refusal.limit)} chiffres au plus.`;
    case 'too-many-territories':
      return `Un indicateur a ${figure(refusal.limit)} territoires au plus.`;
    case 'figure-faults':
      return `${count(refusal.faults.length, 'cellule est à corriger', 'cellules sont à corriger')}. Rien n’a été enregistré : tout l’est, ou rien.`;
    case 'unknown-figure':
      return 'Ce chiffre a déjà été retiré.';
  }
}
