/** Why an act on a bulk entry was refused, and what to do. One sentence per kind: the compiler asks for each. */
import type { CannotBringTable } from '#use-cases/bulk-entry/bring-table.ts';
import type { CannotClaim } from '#use-cases/bulk-entry/claim-item.ts';
import type { CannotPublishItem } from '#use-cases/bulk-entry/publish-item.ts';
import type { CannotSetAside } from '#use-cases/bulk-entry/set-aside.ts';
import { sayActRefusal } from './act-refusals.fr.ts';
import { STATE } from './bulk-entry.fr.ts';
import { figure } from './format.fr.ts';
import { sayPublishedBefore } from './published-before.fr.ts';

export type BulkEntryRefusal = CannotBringTable | CannotClaim | CannotSetAside | CannotPublishItem;

export function sayBulkEntryRefusal(refusal: BulkEntryRefusal): string {
  switch (refusal.kind) {
    case 'not-allowed':
      return 'Seule l’équipe nationale fait cela.';
    case 'empty-entry':
      return 'Choisissez un fichier : celui-ci est vide.';
    case 'entry-too-large':
      return `Ce fichier dépasse ${megabytes(refusal.limitInBytes)} Mo : faites-en plusieurs.`;
    case 'not-a-zip':
      return 'Ce fichier n’est ni un ZIP ni un CSV. Rassemblez les documents et le tableau dans un dossier, puis compressez-le en ZIP.';
    case 'damaged-zip':
      return 'Ce ZIP est abîmé ou coupé : refaites-le, puis renvoyez-le.';
    case 'locked-zip':
      return 'Ce ZIP demande un mot de passe : refaites-le sans mot de passe.';
    case 'zip-bomb':
      return `« ${refusal.name} » gonfle au-delà de toute mesure : rien n’a été gardé. Retirez ce fichier du ZIP.`;
    case 'too-many-documents':
      return `Ce ZIP contient plus de ${figure(refusal.limit)} documents : faites-en plusieurs.`;
    case 'too-many-lines':
      return `Ce tableau a plus de ${figure(refusal.limit)} lignes : faites-en plusieurs.`;
    case 'too-many-pacts':
      return `Ce tableau dit plus de ${figure(refusal.limit)} pactes : faites-en plusieurs.`;
    case 'not-our-table':
      return `Ce CSV n’est pas un de nos tableaux : il lui faut au moins un lieu (code_commune, siren_intercommunalite ou lieu), et mesure ou principe. Un tableau de communes va dans un ZIP avec ses documents. Colonnes trouvées : ${refusal.headers.join(' ; ')}.`;
    case 'several-tables':
      return `Ce ZIP contient plusieurs tableaux CSV (${refusal.names.join(', ')}) : gardez-en un.`;
    case 'damaged-table':
      return `Le tableau « ${refusal.name} » est abîmé ou trop grand : enregistrez-le à nouveau.`;
    case 'no-header':
      return refusal.headers.length === 0
        ? 'Le tableau est vide.'
        : `Aucune ligne du tableau ne nomme ses colonnes : il faut au moins un lieu (commune ou intercommunalité) et une liste, ou un fichier. Première ligne : ${refusal.headers.join(' ; ')}.`;
    case 'broken-table':
      return refusal.problem.kind === 'endless-cell'
        ? `Un guillemet ouvert à la ligne ${figure(refusal.problem.line)} du tableau ne se ferme pas.`
        : `La ligne ${figure(refusal.problem.line)} du tableau a beaucoup trop de cases.`;
    case 'nothing-inside':
      return 'Ce ZIP ne contient aucun document et aucune ligne.';
    case 'unknown-item':
      return 'Cet élément n’existe pas, ou n’existe plus.';
    case 'item-moved':
      return `Cet élément a changé pendant ce temps : il est ${STATE[refusal.state]}.`;
    case 'claimed-by-another':
      return 'Quelqu’un d’autre relit cet élément. Attendez, ou reprenez-le à sa place.';
    case 'not-claimed':
      return 'Prenez d’abord cet élément : qui publie a relu.';
    case 'draft-gone':
      return 'Ce brouillon n’existe plus : renvoyez le document dans une autre saisie.';
    case 'list-asked':
      return 'Dites quelle liste a signé : aucune liste connue de cette commune n’est exactement celle de la ligne.';
    case 'unknown-pact':
      return 'Ce pacte n’existe pas.';
    case 'unknown-list':
      return 'Cette liste n’existe pas.';
    case 'pact-elsewhere':
      return 'Cette liste est d’une autre commune que le pacte.';
    case 'text-missing':
      return 'Dites pourquoi, en quelques mots.';
    case 'text-too-long':
      return `Dites-le plus court : ${figure(refusal.most)} caractères au plus.`;
    case 'file-published-before':
      return `${sayPublishedBefore(refusal.before)} Mettez cet élément de côté, ou publiez-le par la ligne de commande si c’est voulu.`;
    case 'place-missing':
      return 'Choisissez d’abord le lieu, pendant la relecture.';
    default:
      return sayActRefusal(refusal);
  }
}

function megabytes(bytes: number): string {
  return figure(Math.floor(bytes / (1024 * 1024)));
}
