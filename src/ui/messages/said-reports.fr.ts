/** Words of the page where the national team looks at what was reported. */
import { dayOf, dePlace } from './format.fr.ts';

export const DESCRIPTION = 'Ce que des personnes signalent à l’équipe nationale : mots, remarques et fichiers.';
export const IN_NEGOTIATIONS = 'Mots des négociations';
export const TITLE = 'Remarques et fichiers du suivi';
export const NOTE =
  'Ce qui est signalé reste visible tant que vous n’avez pas décidé. Masquer ou retirer demande un motif, qui sera public.';
export const NOTHING = 'Aucune remarque ni aucun fichier signalé n’attend.';
export const LEAVE = 'Laisser';

export function reportTitle({ file, reportedAt }: { readonly file: boolean; readonly reportedAt: Date }): string {
  return `${file ? 'Un fichier' : 'Une remarque'}, le ${dayOf(reportedAt)}`;
}

export function promiseOf(place: string): string {
  return `Voir la promesse ${dePlace(place)}`;
}
