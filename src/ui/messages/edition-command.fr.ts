/** What `cli edition` says: editions written in the workbench, published, withdrawn from use, taken away. */
import { dayOf } from './format.fr.ts';

export const editionMessages = {
  summary: 'Les éditions de l’atelier de la charte : les lister, en publier une, ne plus la proposer, l’emporter.',
  usage: '(list | publish BROUILLON | withdraw ÉDITION MOTIF | offer ÉDITION | export ÉDITION)',
  whichAct: 'Dites ce que vous voulez : edition list, publish, withdraw, offer ou export.',
  whichDraft: 'Donnez le numéro du brouillon, tel que « edition list » le montre.',
  whichEdition: 'Donnez l’adresse de l’édition : pacte-transition-2032.',
  none: 'Aucune édition n’est dans l’atelier.',
  published: (address: string, sha256: string): string => `Publiée : ${address}\nEmpreinte SHA-256 : ${sha256}`,
  withdrawn: (edition: string): string => `${edition} n’est plus proposée à de nouvelles négociations.`,
  offered: (edition: string): string => `${edition} est proposée à nouveau.`,
  unknown: (edition: string): string => `Nous ne connaissons pas l’édition « ${edition} ».`,
  stillWritten: 'en cours d’écriture',
  publishedOn: (at: Date): string => `publiée le ${dayOf(at)}`,
} as const;
