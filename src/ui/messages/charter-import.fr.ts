/** A charter that was read in a document, and its way into the workbench. */
import type { ReadingDoubt } from '#domain/workbench/reading-doubt.ts';
import type { CannotOpenFromReading } from '#use-cases/charter-import/open-from-reading.ts';
import type { CannotSettleDoubt } from '#use-cases/charter-import/settle-doubt.ts';
import { count, dayOf } from './format.fr.ts';
import { sayActRefusal } from './act-refusals.fr.ts';
import { sayWorkbenchRefusal } from './workbench-refusals.fr.ts';

export const TITLE = 'Ouvrir un atelier à partir de cette charte';
export const LINK = 'Ouvrir un atelier à partir de cette charte';
export const LINK_LEDE =
  'Pour l’équipe nationale, ou pour la coordination d’un collectif qui écrit sa charte locale : les mesures lues deviennent une édition à relire, à corriger, puis à publier.';
export const DESCRIPTION = 'Faire d’une charte lue dans un document une édition à relire et à publier.';
export function lede(measures: number, doubts: number): string {
  const said =
    doubts === 0
      ? 'La lecture n’a relevé aucun doute'
      : `${count(doubts, 'doute de la lecture sera à lever', 'doutes de la lecture seront à lever')} avant de publier`;
  return `${count(measures, 'mesure lue', 'mesures lues')}. ${said}.`;
}
export const KEPT = 'La lecture reste à son adresse privée ; rien n’est public avant la publication de l’édition.';
export const NOT_YOURS =
  'Seules l’équipe nationale et les coordinations de collectif ouvrent un atelier. Vous pouvez transmettre l’adresse de cette lecture à l’une d’elles.';
export const EDITION_TITLE = 'Titre de la charte';
export const ADDRESS = 'Adresse de l’édition';
export const ADDRESS_HELP =
  'En minuscules, chiffres et traits d’union, avec l’année : charte-des-communes-2026 ; pour celle d’un collectif, local-rivemont-2026.';
export const YEAR = 'Année des élections';
export const WHOSE = 'Pour qui';
export const NATIONAL = 'Une charte pour tout le pays (équipe nationale)';
export function ofCollective(name: string): string {
  return `La charte locale du collectif ${name}`;
}
export const OPEN = 'Ouvrir l’atelier';

export const DOUBTS_TITLE = 'Doutes de la lecture';
export const DOUBTS_DESCRIPTION = 'Ce que la lecture automatique d’une charte demande de vérifier avant de publier.';
export const DOUBTS_LEDE =
  'Le texte a été lu par un programme. Comparez chaque point avec le document, corrigez la mesure s’il le faut, puis dites ce qu’il en est.';
export function doubtsLeft(open: number, all: number): string {
  return open === 0 ? `Les ${all} doutes sont levés.` : `${count(open, 'doute à lever', 'doutes à lever')} sur ${all}.`;
}
export const NO_DOUBT = 'Cette édition ne vient pas d’un document lu, ou sa lecture n’a relevé aucun doute.';
export const IN_DOCUMENT = 'Dans le document';
export const SEE_MEASURE = 'Corriger cette mesure';
export const SETTLED_WORDS = 'Ce que vous avez constaté (facultatif)';
export const SETTLE = 'Lever ce doute';
export function settledOn(at: Date, words: string): string {
  return words === '' ? `Levé le ${dayOf(at)}.` : `Levé le ${dayOf(at)} : ${words}`;
}

export function doubtInWords({ kind, said, quote }: Pick<ReadingDoubt, 'kind' | 'said' | 'quote'>): string {
  switch (kind) {
    case 'warning':
      return said;
    case 'carriers':
      return 'La lecture ne sait pas qui porte la charte ni combien de mesures elle demande. L’atelier suppose un collectif et une liste, sans minimum : dites dans l’en-tête ce qu’il en est.';
    case 'preamble':
      return 'Ce texte, avant la première mesure, a été pris pour ce que la charte dit d’elle-même.';
    case 'unread':
      return 'Ce passage n’a été rattaché à aucune mesure.';
    case 'no-clause':
      return 'Le document ne donne que le titre de cette mesure, sans ce qu’elle demande.';
    case 'number-skipped':
      return `Aucune mesure ne porte le numéro ${quote} : il en manque peut-être une.`;
  }
}
/** A number that is missing is said in the sentence. */
export function quotedOf({ kind, quote }: Pick<ReadingDoubt, 'kind' | 'quote'>): string {
  return kind === 'number-skipped' ? '' : quote;
}

export function sayImportRefusal(refusal: CannotOpenFromReading | CannotSettleDoubt): string {
  switch (refusal.kind) {
    case 'not-a-charter':
      return 'Ce document a été lu comme un pacte ou un plan, pas comme une charte.';
    case 'unknown-draft':
    case 'expired-draft':
      return sayActRefusal(refusal);
    case 'no-such-doubt':
      return 'Ce doute vient d’être levé par quelqu’un d’autre. Rechargez la page.';
    case 'text-missing':
    case 'text-too-long':
      return 'Cette note est trop longue : 500 signes au plus.';
    default:
      return sayWorkbenchRefusal(refusal);
  }
}
