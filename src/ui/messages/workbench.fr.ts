/** « Atelier de la charte » : making an edition of a charter. Refusals and problems: workbench-refusals.fr.ts. */
import type { Change } from '#domain/workbench/change.ts';
import type { EditionWithdrawal } from '#domain/workbench/withdrawal.ts';
import { editionName } from './edition-name.fr.ts';
import { count, dayOf, listOf } from './format.fr.ts';

export const WORKBENCH_TITLE = 'Atelier de la charte';
export const WORKBENCH_DESCRIPTION = 'Écrire une nouvelle édition d’une charte.';
export const WORKBENCH_LEDE =
  'Une nouvelle édition part de la précédente : chaque mesure y est gardée, modifiée, fusionnée, scindée, retirée ou ajoutée, avec la raison. Une fois publiée, elle ne change plus ; les pactes signés avant gardent la leur.';
export const LOCAL_LEDE =
  'Une édition locale a ses propres mesures, ses numéros et son minimum. Elle part d’une édition nationale ou de rien, et n’est proposée que par votre collectif. Publiée, elle ne change plus.';
export const DRAFTS_TITLE = 'Éditions en cours d’écriture';
export const NO_DRAFT = 'Aucune édition n’est en cours d’écriture.';
export const PUBLISHED_TITLE = 'Éditions publiées';
export const NO_PUBLISHED = 'Aucune édition n’a encore été publiée depuis cet atelier.';
export const LOCAL_TITLE = 'Éditions locales des collectifs';
export function draftLine(draft: {
  readonly year: number;
  readonly measures: number;
  readonly createdAt: Date;
}): string {
  return `${draft.year}, ${count(draft.measures, 'mesure', 'mesures')}, commencée le ${dayOf(draft.createdAt)}`;
}
/** `at` null: it came with the program. `collective`: whose own edition it is, to whoever sees those of all. */
export function publishedLine(
  at: Date | null,
  of: { readonly withdrawal: EditionWithdrawal | null; readonly collective: string | null },
): string {
  const { withdrawal, collective } = of;
  const ended =
    withdrawal === null
      ? []
      : [
          `n’est plus proposée depuis le ${dayOf(withdrawal.at)}, retirée par ${withdrawal.by === 'country' ? 'l’équipe nationale' : 'son collectif'}`,
          ...(withdrawal.reason === '' ? [] : [`motif : ${withdrawal.reason}`]),
        ];
  return [
    ...(collective === null ? [] : [collective]),
    at === null ? 'livrée avec le logiciel' : `publiée le ${dayOf(at)}`,
    ...ended,
  ].join(', ');
}
export const WITHDRAW = 'Ne plus la proposer';
export const OFFER_AGAIN = 'La proposer à nouveau';
export const WITHDRAW_REASON = 'Motif, que tout le monde lira sur sa page';
export const ITS_DRAFT = 'Comment elle a été écrite';
export const WITHDRAW_NOTE =
  'Plus aucune négociation ne pourra s’ouvrir avec elle. Son adresse, ses pactes et les négociations en cours restent.';

export const BEGIN_TITLE = 'Commencer une édition';
export const BEGIN_FROM = 'Elle part de';
export const FROM_NOTHING = 'rien : toutes les mesures seront à écrire';
export const BEGIN = 'Commencer';
export const TITLE = 'Titre';
export const YEAR = 'Année des élections municipales';
export const ADDRESS = 'Adresse, pour toujours';
export const ADDRESS_HINT =
  'En minuscules, chiffres et traits d’union : « pacte-transition-2032 » pour /chartes/pacte-transition-2032.';

export const LOCAL_ADDRESS_HINT =
  'Elle commence par « local- », en minuscules, chiffres et traits d’union : « local-rivemont-2032 ».';

export const HEAD_TITLE = 'Préambule, principes, règles et thèmes';
export const HEAD_LINK = 'Modifier le préambule, les principes, les règles et les thèmes';
export const PUBLISHER = 'Qui la publie';
export const PUBLISHER_LOCAL = 'Une édition locale est publiée par son collectif.';
export const NOTE = 'Ce qu’il faut savoir de cette édition (facultatif)';
export const HEAD_REASON = 'Pourquoi les principes ou les règles changent (facultatif)';
export const PREAMBLE = 'Préambule';
export const PREAMBLE_HINT = 'Une ligne, un paragraphe. La première ligne est le titre imprimé.';
export const MINIMUM = 'Nombre minimal de mesures à prendre';
export const MINIMUM_HINT = 'Vide : la charte n’en demande pas.';
export const CARRIERS = 'Qui la signe';
export const CARRIED_TOGETHER = 'Un collectif local et une liste, ensemble';
export const CARRIED_BY_ORGANISATION = 'Des candidat·es, à la demande d’une organisation';
export const ORGANISATION = 'Cette organisation';
export const PRINCIPLES = 'Principes';
export const PRINCIPLES_HINT =
  'Pour retirer un principe, videz ses trois champs. Le dernier, vide, sert à en ajouter un.';
export const LETTER = 'Lettre';
export const PRINCIPLE_TEXT = 'Texte';
export const REQUIRED = 'Fait partie de chaque pacte';
export const THEMES = 'Thèmes';
export const THEMES_HINT =
  'Chaque mesure est dans un thème de chaque regroupement ; on le choisit sur la page de la mesure. Pour retirer un thème ou un regroupement, videz son nom.';
export const GROUPING = 'Nom du regroupement';
export const GROUPING_NOTE = 'D’où il vient';
export const NEW_THEMES = 'Thèmes à ajouter, un par ligne';
export function themeLabel(number: number): string {
  return `Thème ${number}`;
}
export const SAVE = 'Enregistrer';
export const SAVED = 'C’est enregistré.';

export const STATE_OPEN =
  'En cours d’écriture : cette page n’est vue que de celles et ceux qui l’écrivent et de l’équipe nationale.';
export const STATE_ABANDONED = 'Cette édition a été abandonnée.';
export function statePublished(title: string): string {
  return `« ${title} » est publiée : elle ne change plus.`;
}
export const SEE_EDITION = 'Voir l’édition publiée';
export function counts(counted: Readonly<Record<Change, number>>, basedOn: string | null): string {
  const { kept, modified, merged, split, removed, added } = counted;
  const parts = [
    kept > 0 ? count(kept, 'gardée', 'gardées') : '',
    modified > 0 ? count(modified, 'modifiée', 'modifiées') : '',
    merged > 0 ? count(merged, 'née d’une fusion', 'nées d’une fusion') : '',
    split > 0 ? count(split, 'née d’une scission', 'nées d’une scission') : '',
    added > 0 ? count(added, 'ajoutée', 'ajoutées') : '',
    removed > 0 ? count(removed, 'retirée', 'retirées') : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'Aucune mesure pour l’instant.';
  return basedOn === null ? `Mesures : ${listOf(parts)}.` : `Mesures, par rapport à « ${basedOn} » : ${listOf(parts)}.`;
}
export const CHANGE_WORD: Readonly<Record<Change, string>> = {
  kept: 'gardée',
  modified: 'modifiée',
  merged: 'fusion',
  split: 'scission',
  removed: 'retirée',
  added: 'ajoutée',
};
export function comesFrom(origins: readonly { readonly measure: number; readonly title: string | null }[]): string {
  if (origins.length === 0) return '';
  const named = origins.map(({ measure, title }) =>
    title === null ? `la mesure ${measure}` : `la mesure ${measure} de « ${title} »`,
  );
  return `vient de ${listOf(named)}`;
}
export const MEASURES_TITLE = 'Mesures';
export const REMOVED_TITLE = 'Mesures retirées ou fusionnées';
export const MERGED_AWAY = 'fusionnée dans une autre';
export const NUMBERS = 'Enregistrer les numéros';
export const NUMBERS_HINT = 'Les mesures se rangent dans l’ordre de leurs numéros.';
export function numberOf(title: string): string {
  return `Numéro de « ${title} »`;
}
export function numberSaved(number: number | null): string {
  return number === null ? 'enregistré : aucun' : `enregistré : ${number}`;
}
export const FROM_ONE = 'Numéroter de 1 en 1 dans cet ordre';
export const ADD_TITLE = 'Ajouter une mesure';
export const ADD = 'Ajouter';
export const DIFFERENCES_LINK = 'Toutes les différences avec l’édition de départ, mot à mot';
export const DIFFERENCES_TITLE = 'Différences, mot à mot';
export const NO_DIFFERENCE = 'Rien ne change par rapport à l’édition de départ.';
export const PROBLEMS_TITLE = 'Avant de publier';
export const NO_PROBLEM = 'Rien ne manque : cette édition peut être publiée.';
export function problemsCount(problems: number): string {
  return `${count(problems, 'point reste', 'points restent')} à régler avant de pouvoir publier :`;
}
export const ADVICE = 'À regarder, sans que cela empêche de publier :';
export const PUBLISH_LINK = 'Relire et publier';
export const PUBLISH_TITLE = 'Relire et publier';
export const PUBLISH_NOTE =
  'Publier fige cette édition à son adresse, pour toujours : ni ses mots, ni ses numéros ne pourront plus changer. Les pactes signés avec une édition plus ancienne gardent la leur ; les négociations ouvertes continuent avec celle qu’elles ont choisie.';
export const PUBLISH_CONFIRM = 'J’ai relu cette édition ; publier pour toujours';
export function publishAt(address: string): string {
  return `Elle sera à l’adresse ${address}.`;
}
export const ABANDON = 'Abandonner cette édition';
export const ABANDON_NOTE = 'Elle ne pourra plus être écrite ni publiée, et son adresse redevient libre.';

export function measureTitle(number: number | null, title: string): string {
  return number === null ? title : `${number}. ${title}`;
}
export const INTRODUCTION = 'Introduction (facultatif)';
export const INTRODUCTION_HINT = 'Une ligne, un paragraphe. Elle explique et n’engage à rien.';
export function levelLines(level: number): string {
  return `Niveau ${level}`;
}
export const LINES_HINT =
  'Une ligne, un alinéa : ce que l’on peut accepter ou refuser seul. Pour une phrase qui en introduit d’autres, commencez chacune des suivantes par un tiret. Vide : pas de niveau.';
export function levelLabel(level: number): string {
  return `Intitulé imprimé du niveau ${level}, s’il n’est pas un simple numéro`;
}
export function labelWithoutLines(level: number): string {
  return `Le niveau ${level} a un intitulé et pas de texte : écrivez-le, ou videz l’intitulé. Rien n’est enregistré pour l’instant.`;
}
export const REASON = 'Pourquoi ce changement';
export const REASON_HINT = 'Publié avec l’édition. Rien à dire d’une mesure gardée telle quelle.';
export const THEME_NONE = 'à choisir';
export const MAPPED = 'Mesures correspondantes d’autres éditions';
export function mappedIn({ title, year }: { readonly title: string; readonly year: number | null }): string {
  return `Dans « ${year === null ? title : editionName({ title, year })} »`;
}
export const MAPPED_HINT =
  'Numéros des mesures, séparés par des virgules. Vide : cette mesure ne correspond à aucune de cette édition.';
export const CHANGED_TITLE = 'Ce qui change, mot à mot';
export const NOTES_TITLE = 'Ce que nous notions des mots d’avant';
export const NOTES_HINT =
  'Chiffres, points à vérifier, textes de loi : les notes suivent les alinéas qui ne changent pas. Pour ceux qui changent, dites si elles valent encore. Sans réponse, elles ne sont pas reprises.';
export const NOTE_KEEP = 'vaut encore';
export const NOTE_DROP = 'ne vaut plus';
export const NOTE_OPEN = 'pas encore décidé';
export const NOTE_GONE = 'Les mots qu’elle citait ne sont plus là : elle n’est pas reprise.';
export const NOTE_KIND = {
  target: 'Chiffre',
  'legal-mention': 'Texte de loi',
  gap: 'Manque',
  check: 'Point à vérifier',
} as const;
export function carriedNotes(notes: number): string {
  return notes === 0 ? '' : `${count(notes, 'note reprise', 'notes reprises')} avec les alinéas qui ne changent pas.`;
}
export const OTHER_ACTS = 'Scinder, fusionner, retirer';
export const SPLIT = 'Scinder en deux';
export const SPLIT_NOTE = 'Une seconde mesure est créée avec les mêmes mots ; il reste à couper dans chacune.';
export const MERGE = 'Fusionner avec une autre';
export const MERGE_INTO = 'Ses mots vont à la suite de';
export const REMOVE = 'Retirer';
export const REMOVE_NOTE = 'Ses mots sont gardés : elle peut revenir.';
export const RESTORE = 'Remettre';
export const NEXT = 'Mesure suivante';
export const CHANGED_MEANWHILE_TITLE = 'Quelqu’un a enregistré cette page avant vous';
export const REREAD = 'Ouvrir la mesure choisie';
export const THEIRS = 'Ce qui est enregistré';
export const NOTHING_SAVED = 'rien';
export function noteSaid(keep: string): string {
  return keep === '' ? NOTE_OPEN : keep === 'oui' ? NOTE_KEEP : NOTE_DROP;
}
export const GONE_TITLE = 'Ce que vous avez écrit n’est pas enregistré, et reste ci-dessous';
export const GONE =
  'Quelqu’un a retiré ou fusionné cette mesure pendant que vous l’écriviez. Pour que votre texte y entre, gardez cette page, remettez la mesure dans un autre onglet, puis enregistrez ici. Ou recopiez votre texte là où la mesure est maintenant.';
export const GONE_OPEN = 'Ouvrir la page de la mesure dans un autre onglet';
export function mergedInto(name: string): string {
  return `Elle est maintenant dans « ${name} ».`;
}
export const YOURS = 'Ce que vous avez écrit reste dans le formulaire. Reprenez ce qui manque, puis enregistrez.';
export function pastOf(edition: string, measure: number): string {
  return `Campagne passée : ce qu’est devenue la mesure ${measure}, ${edition}`;
}
