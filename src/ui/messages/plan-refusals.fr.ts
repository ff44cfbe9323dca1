/** Why an act on a plan or on the directory was refused, in words that say what to do next. */
import type { SheetFault } from '#domain/plan/check-sheet.ts';
import type { CannotChangeDocuments } from '#use-cases/plans/action-documents.ts';
import type { CannotWriteAction } from '#use-cases/plans/add-action.ts';
import type { CannotChangeAxes } from '#use-cases/plans/axes.ts';
import type { CannotChangeAction } from '#use-cases/plans/change-action.ts';
import type { CannotChangePlan } from '#use-cases/plans/change-plan.ts';
import type { CannotCreatePlan } from '#use-cases/plans/create-plan.ts';
import type { CannotEraseEntry } from '#use-cases/plans/erase-entry.ts';
import type { CannotKeepEntry } from '#use-cases/plans/keep-entry.ts';
import type { CannotPublishPlan } from '#use-cases/plans/publish-plan.ts';
import type { CannotRecordAdoption } from '#use-cases/plans/record-adoption.ts';
import type { CannotTakeUp } from '#use-cases/plans/take-up-plan.ts';
import { count, day, figure, listOf } from './format.fr.ts';
import { sayPrivateNames } from './private-names.fr.ts';
import { TEXT_WORD } from './plan-words.fr.ts';

export type PlanRefusal =
  | CannotCreatePlan
  | CannotChangePlan
  | CannotChangeAxes
  | CannotWriteAction
  | CannotChangeAction
  | CannotChangeDocuments
  | CannotKeepEntry
  | CannotEraseEntry
  | CannotPublishPlan
  | CannotRecordAdoption
  | CannotTakeUp;

export function sayPlanRefusal(refusal: PlanRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Seules les personnes de cette collectivité peuvent faire cela : ses agent·es et ses élu·es, une fois leur rôle confirmé.';
    case 'unknown-plan':
    case 'unknown-place':
      return 'Cette page n’existe pas, ou n’est pas à vous.';
    case 'plan-not-now':
      return 'Ce plan est rangé : ressortez-le d’abord, depuis ses réglages.';
    case 'plan-title-missing':
      return 'Donnez un titre au plan.';
    case 'plan-title-too-long':
      return `Le titre dépasse ${figure(refusal.most)} caractères : dites-le plus court, et le reste dans l’introduction.`;
    case 'introduction-too-long':
      return `L’introduction dépasse ${figure(refusal.most)} caractères : raccourcissez-la.`;
    case 'plan-edited-meanwhile':
      return 'Une autre personne a changé ce plan pendant que vous écriviez. Les deux textes sont ci-dessous : gardez ce qu’il faut, puis enregistrez.';
    case 'unknown-axis':
      return 'Cet axe n’est plus dans le plan : une autre personne l’a peut-être retiré. Rechargez la page.';
    case 'axis-title-missing':
      return 'Donnez un titre à l’axe.';
    case 'axis-words-too-long':
      return `${refusal.field === 'title' ? 'Le titre' : 'La présentation'} de l’axe dépasse ${figure(refusal.most)} caractères : raccourcissez.`;
    case 'axis-number-wrong':
    case 'number-wrong':
      return `« ${refusal.number} » ne peut pas servir de numéro : des lettres, des chiffres, des points ou des tirets, vingt signes au plus, comme 4.4.`;
    case 'axis-number-taken':
      return `Un autre axe porte déjà le numéro ${refusal.number} : choisissez-en un autre.`;
    case 'axis-too-deep':
      return `Un plan a ${refusal.most} niveaux au plus : axe, sous-axe, sous-sous-axe.`;
    case 'axis-in-itself':
      return 'Un axe ne peut pas être rangé sous lui-même.';
    case 'axis-holds':
      return `Cet axe contient encore ${listOf([
        ...(refusal.axes > 0 ? [count(refusal.axes, 'sous-axe', 'sous-axes')] : []),
        ...(refusal.actions > 0 ? [count(refusal.actions, 'action', 'actions')] : []),
      ])} : déplacez d’abord ce qu’il contient, puis retirez-le.`;
    case 'axis-edited-meanwhile':
      return `Une autre personne a changé cet axe pendant que vous écriviez : il s’appelle maintenant « ${refusal.theirs.number} ${refusal.theirs.title} ». Vous aviez écrit « ${refusal.yours.number} ${refusal.yours.title} » : enregistrez à nouveau pour garder vos mots.`;
    case 'number-taken':
      return `Une autre action porte déjà le numéro ${refusal.number} : choisissez-en un autre.`;
    case 'unknown-entries':
      return 'Un nom choisi n’est plus dans l’annuaire : une autre personne l’a peut-être fusionné. Rechargez la page et choisissez à nouveau.';
    case 'sheet-faults':
      return refusal.faults.map(sayFault).join(' ');
    case 'unknown-action':
      return 'Cette action n’est plus dans le plan : une autre personne l’a peut-être retirée.';
    case 'action-edited-meanwhile':
      return `Une autre personne a changé ${refusal.both.length === 1 ? 'le même champ' : 'les mêmes champs'} pendant que vous écriviez. Rien n’est perdu : les deux textes sont ci-dessous. Gardez ce qu’il faut, puis enregistrez.`;
    case 'funder-missing':
      return `Financement, ligne ${refusal.line} : dites qui finance.`;
    case 'name-too-long':
      return `Un nom dépasse ${figure(refusal.most)} caractères. Un nom par ligne.`;
    case 'unknown-document':
      return 'Ce document n’est plus avec cette action.';
    case 'document-title-missing':
      return 'Donnez un titre au document.';
    case 'document-title-too-long':
      return `Le titre du document dépasse ${figure(refusal.most)} caractères.`;
    case 'unknown-entry':
      return 'Ce nom n’est plus dans l’annuaire : une autre personne l’a peut-être fusionné avec un autre.';
    case 'entry-name-missing':
      return 'Écrivez le nom.';
    case 'entry-name-too-long':
      return `Ce nom dépasse ${figure(refusal.most)} caractères.`;
    case 'entry-email-wrong':
      return `« ${refusal.email} » n’est pas une adresse électronique, comme prenom.nom@mairie.fr.`;
    case 'entry-left-not-a-day':
      return `« ${refusal.said} » n’est pas une date.`;
    case 'entry-already-there':
      return 'Ce nom est déjà dans l’annuaire. Si c’est la même personne, fusionnez les deux ; sinon, ajoutez de quoi les distinguer.';
    case 'entry-edited-meanwhile':
      return `Une autre personne a changé cette ligne pendant que vous écriviez : le nom est maintenant « ${refusal.theirs.name} ». Vos mots sont encore dans le formulaire : enregistrez à nouveau pour les garder.`;
    case 'erasing-not-confirmed':
      return 'Cochez la case pour confirmer : effacer un nom ne se défait pas.';
    case 'entry-not-a-person':
      return 'Seul le nom d’une personne s’efface : un service ou un organisme se renomme ou se fusionne.';
    case 'texts-name-entry':
      return 'Des textes de vos plans citent encore ce nom. Une fois le nom effacé, rien ne les retrouvera : retirez-l’en d’abord, ou dites que vous effacez quand même.';
    case 'entry-merged-into-itself':
      return 'Choisissez deux noms différents à fusionner.';
    case 'entries-of-two-kinds':
      return 'On ne fusionne que deux personnes, deux services ou deux organismes.';
    case 'address-undecided':
      return `Seul le nom qui disparaît a une adresse électronique, ${refusal.email} : dites si le nom qui reste la garde ou si elle est oubliée.`;
    case 'nothing-public':
      return 'Ce plan n’a aucune action publique : il n’y a rien à publier.';
    case 'numbers-twice':
      return `Ces numéros servent à plusieurs actions : ${listOf(refusal.numbers)}. Une adresse publique n’en désigne qu’une : changez-les, ou renumérotez tout le plan.`;
    case 'private-names':
      return sayPrivateNames(refusal);
    case 'note-too-long':
      return `Le mot d’accompagnement dépasse ${figure(refusal.most)} caractères.`;
    case 'nothing-new':
      return `Rien n’a changé depuis la version ${refusal.number} : il n’y a rien à publier.`;
    case 'plan-moved-on':
      return 'Le plan a changé, ou une nouvelle est arrivée, depuis que vous avez ouvert cette page. Relisez ce qui va être publié, puis confirmez.';
    case 'unknown-version':
      return 'Cette version n’existe pas.';
    case 'adoption-not-a-day':
      return refusal.said === '' ? 'Dites le jour du conseil.' : `« ${refusal.said} » n’est pas une date.`;
    case 'adoption-in-future':
      return 'Le conseil ne peut pas avoir adopté ce plan un jour qui n’est pas encore venu.';
    case 'deliberation-missing':
      return 'Donnez le numéro ou l’intitulé de la délibération.';
    case 'deliberation-too-long':
      return `L’intitulé de la délibération dépasse ${figure(refusal.most)} caractères.`;
    case 'nothing-to-take-up':
      return 'Aucun plan lu dans un document n’est publié à ce numéro.';
    case 'already-taken-up':
      return 'Ce plan est déjà repris : ouvrez-le depuis la page de votre collectivité.';
  }
}

/** Where a fault stands in the form of a sheet: the name of its field. */
export function fieldOfFault(fault: SheetFault): string {
  switch (fault.kind) {
    case 'title-missing':
    case 'title-too-long':
      return 'titre';
    case 'text-too-long':
      return `texte-${fault.field}`;
    case 'blocked-why-missing':
    case 'blocked-too-long':
      return 'bloque-pourquoi';
    case 'blocked-unblocks-missing':
      return 'bloque-deblocage';
    case 'not-a-day':
      return fault.field === 'startsOn' ? 'debut' : 'fin';
    case 'end-before-start':
      return 'fin';
    case 'amount-says-nothing':
    case 'amount-out-of-bounds':
    case 'amount-too-precise':
    case 'year-out-of-bounds':
      return `montant-${fault.line}`;
    case 'words-too-long':
      return `${LIST_FIELD[fault.list]}-${fault.line}`;
    case 'funding-out-of-bounds':
    case 'deadline-not-a-day':
      return `financement-${fault.line}`;
    case 'step-title-missing':
    case 'step-not-a-day':
      return `etape-${fault.line}`;
    case 'too-many':
      return fault.list === 'names' ? 'role-lead' : `${LIST_FIELD[fault.list]}-1`;
  }
}

const LIST_FIELD = { amounts: 'montant', fundings: 'financement', steps: 'etape' } as const;

export function sayFault(fault: SheetFault): string {
  switch (fault.kind) {
    case 'title-missing':
      return 'Donnez un titre à l’action.';
    case 'title-too-long':
      return `Le titre dépasse ${figure(fault.most)} caractères.`;
    case 'text-too-long':
      return `Le champ « ${TEXT_WORD[fault.field]} » dépasse ${figure(fault.most)} caractères.`;
    case 'blocked-why-missing':
      return 'L’action est bloquée : dites pourquoi.';
    case 'blocked-unblocks-missing':
      return 'L’action est bloquée : dites ce qui la débloquerait.';
    case 'blocked-too-long':
      return `Ce qui bloque tient en ${figure(fault.most)} caractères.`;
    case 'not-a-day':
      return `La date « ${fault.said} » n’existe pas.`;
    case 'end-before-start':
      return `La fin (${day(fault.endsOn)}) est avant le début (${day(fault.startsOn)}).`;
    case 'amount-says-nothing':
      return `Montant, ligne ${fault.line} : écrivez une somme, ou des mots.`;
    case 'amount-out-of-bounds':
      return `Montant, ligne ${fault.line} : la somme doit être entre 0 et mille milliards d’euros.`;
    case 'amount-too-precise':
      return `Montant, ligne ${fault.line} : deux chiffres après la virgule au plus.`;
    case 'year-out-of-bounds':
      return `Montant, ligne ${fault.line} : l’année doit être entre 1900 et 2200.`;
    case 'words-too-long':
      return `${LIST_WORD[fault.list]}, ligne ${fault.line} : 300 caractères au plus.`;
    case 'funding-out-of-bounds':
      return `Financement, ligne ${fault.line} : la somme doit être entre 0 et mille milliards d’euros, avec deux chiffres après la virgule au plus.`;
    case 'deadline-not-a-day':
      return `Financement, ligne ${fault.line} : la date « ${fault.said} » n’existe pas.`;
    case 'step-title-missing':
      return `Étape, ligne ${fault.line} : dites ce qui est à faire.`;
    case 'step-not-a-day':
      return `Étape, ligne ${fault.line} : la date « ${fault.said} » n’existe pas.`;
    case 'too-many':
      return `${fault.list === 'names' ? 'Noms' : LIST_WORD[fault.list]} : ${figure(fault.most)} au plus.`;
  }
}

const LIST_WORD = { amounts: 'Montants', fundings: 'Financements', steps: 'Étapes' } as const;

/** For the answer of the server: what a program understands of the refusal. */
export function statusOfPlanRefusal(refusal: PlanRefusal): 400 | 404 | 409 {
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-plan':
    case 'unknown-place':
    case 'unknown-action':
    case 'unknown-document':
    case 'unknown-entry':
    case 'unknown-version':
    case 'nothing-to-take-up':
      return 404;
    case 'plan-not-now':
    case 'plan-edited-meanwhile':
    case 'axis-edited-meanwhile':
    case 'action-edited-meanwhile':
    case 'entry-edited-meanwhile':
    case 'plan-moved-on':
    case 'already-taken-up':
    case 'nothing-new':
      return 409;
    default:
      return 400;
  }
}
