/** Words of the versions of a plan: what is about to be published, what was, what the council adopted. */
import type { PlanVersionContent } from '#domain/plan/plan-version.ts';
import { count, day, dayOf, figure } from './format.fr.ts';
import { FIELD_WORD } from './workshop-sheet.fr.ts';

export const PUBLISH_TITLE = 'Publier une version';
export const PUBLISH_LEDE =
  'Une version publiée est figée et numérotée : tout le monde la lit, et on pourra toujours la retrouver telle quelle.';
export const WHAT_CHANGES = 'Ce que les habitant·es verront changer';
export const FIRST_VERSION = 'Ce sera la première version publique de ce plan.';
export const NOTHING_CHANGES = 'Rien n’a changé depuis la dernière version : il n’y a rien à publier.';
export const ADDED = 'Actions ajoutées';
export const REMOVED = 'Actions retirées';
export const CHANGED = 'Actions changées';
export const WORDS_CHANGED = 'Le titre, l’introduction ou les axes changent.';
export const OBSTACLES = 'À régler avant de publier';
export const NEWS_SHOWN = 'Nouvelles qui seront montrées';
export const NEWS_SHOWN_NOTE =
  'Ce que les pilotes ont dit depuis la dernière version, et que tout le monde lira avec celle-ci. Le nom de qui parle n’est montré que s’il est public. Gardez pour vous ce qui ne doit pas sortir.';
export const NOTE = 'Un mot d’accompagnement';
export const NOTE_HINT = 'Ce qui change, en une phrase, pour les habitant·es. Facultatif et public.';
export const PUBLISH = 'Publier cette version';
export const NOT_PUBLISHED = 'La version n’est pas publiée';
export const NOT_ADOPTED = 'L’adoption n’est pas enregistrée';
export const PAPERS = 'Notice et fiches à imprimer';
export const COUNCIL_NOTICE = 'Notice pour le conseil';
export const COUNCIL_NOTICE_NOTE =
  'Ce que tout le monde lirait si vous publiiez maintenant, et rien d’autre : ni action privée, ni nom qui n’est pas public. C’est elle qui va au dossier du conseil, que toute personne peut demander.';
export const COUNCIL_NOTICE_OBSTACLES =
  'Des points restent à régler avant de publier, dits plus haut : les mots qui y sont cités sont aussi dans cette notice. Réglez-les avant de la joindre au dossier.';
export const INTERNAL_PAPER = 'Document de travail interne';
export const INTERNAL_PAPER_NOTE =
  'Tout ce que la mairie a écrit, noms privés et actions privées compris. À ne pas joindre au dossier du conseil.';
export const VERSIONS = 'Versions publiées';
export const NO_VERSION = 'Aucune version n’a encore été publiée.';
export const ADOPTION = 'Adoption par le conseil';
export const ADOPTED_ON = 'Jour du conseil';
export const DELIBERATION = 'Délibération';
export const DELIBERATION_HINT = 'Son numéro ou son intitulé, comme 2027-14.';
export const DELIBERATION_FILE = 'Le texte de la délibération (PDF, facultatif, public)';
export const DELIBERATION_KEPT = 'Un texte est déjà gardé : un nouveau fichier le remplace.';
export const RECORD = 'Enregistrer l’adoption';
export const READ_DELIBERATION = 'Lire la délibération';
export const READ_VERSION = 'Lire cette version';
export const DATA = 'Données de cette version';
export const FINGERPRINT = 'Empreinte SHA-256';
export const CURRENT = 'version en cours';
export const NOT_YET_ADOPTED = 'Aucune adoption par le conseil n’est enregistrée pour cette version.';
export const SINCE_BEFORE = 'Ce qui avait changé depuis la version précédente';
export const VERSIONS_LEDE =
  'Chaque version reste ici telle qu’elle a été publiée. Son empreinte permet à chacun·e de vérifier que le fichier n’a pas changé.';
export const ACTIONS = 'Actions';
export const INTRODUCTION = 'Introduction';
export const FILES = 'Documents de cette version';

export function versionsTitle(plan: string): string {
  return `Versions : ${plan}`;
}

export function versionTitle(number: number, plan: string): string {
  return `Version ${figure(number)} : ${plan}`;
}

export function versionsDescription(plan: string, place: string): string {
  return `${place}, « ${plan} » : les versions publiées par la mairie, telles quelles.`;
}

export function publishedOn(number: number, at: Date): string {
  return `Version ${figure(number)}, publiée le ${dayOf(at)}`;
}

export function adopted(adoptedOn: string, deliberation: string): string {
  return `Adoptée par le conseil le ${day(adoptedOn)}, délibération ${deliberation}.`;
}

export function withheldFile(title: string): string {
  return `${title} : la mairie ne rend plus ce document public.`;
}

export function willShow(content: PlanVersionContent, leftOut: number): string {
  const hidden =
    leftOut === 0
      ? 'Aucune action n’est privée.'
      : `${count(leftOut, 'action privée reste', 'actions privées restent')} à la mairie.`;
  return `${count(content.actions.length, 'action publique', 'actions publiques')} dans cette version. ${hidden}`;
}

export function changedFields(fields: readonly string[]): string {
  return fields.map((field) => FIELD_WORD[field] ?? field).join(', ');
}

export function paperFile(paper: string, format: string): string {
  return `${paper} (${format.toUpperCase()})`;
}
