/** Words of the directory of a place: whom its plans name. */
import type { UsedEntry } from '#domain/plan/directory-entry.ts';
import { count, day, listOf } from './format.fr.ts';
import { SOMEONE } from './plan-words.fr.ts';

export const DIRECTORY_TITLE = 'Annuaire de la collectivité';
export const DIRECTORY_DESCRIPTION =
  'Les personnes, services et organismes que nomment les plans : visible de la mairie seule.';
export const DIRECTORY_LEDE =
  'Les personnes, les services et les organismes que nomment vos plans. Corrigé ici, un nom l’est partout. Cette page n’est visible que de vous.';
export const PRIVACY =
  'Le nom d’une personne reste privé tant qu’elle n’est pas élue ou ne l’a pas accepté. Les services et les organismes sont publics.';
export const GROUPS = { person: 'Personnes', service: 'Services', organisation: 'Organismes' } as const;
export const NOBODY = 'Personne encore. Les noms entrent ici quand vous les écrivez dans une fiche.';
export const NAME = 'Nom';
export const KIND = 'Qui est-ce ?';
export const ELECTED = 'Élu·e : son nom est public avec son mandat';
export const AGREED = 'Accepte que son nom soit public';
export const EMAIL = 'Adresse électronique';
export const EMAIL_HINT = 'Pour lui demander des nouvelles de ses actions. Jamais montrée à personne d’autre.';
export const LEFT_ON = 'Ne travaille plus ici depuis le';
export const LEFT_HINT =
  'Son nom reste dans ce qui a été dit ; on ne lui demande plus rien, et son adresse électronique est oubliée. Ses actions sont à confier.';
export const CHANGE = 'Changer';
export const SAVE = 'Enregistrer';
export const ADD = 'Ajouter à l’annuaire';
export const ADD_TITLE = 'Ajouter un nom';
export const MERGE = 'Fusionner avec';
export const MERGE_HINT = 'Toutes les fiches nommeront celui que vous choisissez ; ce nom-ci disparaît de l’annuaire.';
export const MERGE_ADDRESS_HINT =
  'Si le nom choisi a déjà une adresse, ou ne travaille plus ici, celle-ci est oubliée.';
export const MERGE_ADDRESS_WORD = {
  'taken-over': 'Le nom choisi la garde, s’il n’en a pas',
  forgotten: 'Elle est oubliée',
} as const;
export const MERGE_ACT = 'Fusionner';
export const ERASE = 'Effacer ce nom à sa demande';
export const ERASE_HINT =
  'Son nom, son adresse, les demandes et les liens qui lui ont été envoyés disparaissent ; les fiches disent « une personne de la mairie ». Un plan publié le montre jusqu’à sa prochaine publication ; ses versions passées gardent ce qui y était public.';
export const ERASE_SURE = 'Oui, effacer : cela ne se défait pas';
export const ERASE_TEXTS = 'Ces textes citent ce nom :';
export const ERASE_ANYWAY = 'J’ai vu ces textes : effacer quand même';
export const ERASE_ACT = 'Effacer définitivement';
/** The entry that stands on the sheets in place of whoever was erased: a name among others in a list, without capital. */
export const ERASED = SOMEONE;
export const STILL_SHOWN = 'À publier à nouveau';
export const STILL_SHOWN_LEDE =
  'Ces plans publiés montrent encore des noms effacés, retirés ou écrits autrement depuis. La prochaine version ne les montrera plus.';
export const PUBLISH_AGAIN = 'Publier une nouvelle version';
export const NOT_SAVED = 'Ce n’est pas enregistré';
export const PUBLIC = 'nom public';
export const PRIVATE = 'nom privé';
export const IS_ELECTED = 'élu·e';

export function mergeAddress(email: string): string {
  return `Que devient l’adresse ${email} ?`;
}

export function showsNames(names: readonly string[]): string {
  return ` : ${listOf(names)}. `;
}

export function usedIn({ actions, leads }: { actions: number; leads: number }): string {
  if (actions === 0) return 'dans aucune action';
  const led = leads === 0 ? '' : `, pilote de ${leads}`;
  return `dans ${count(actions, 'action', 'actions')}${led}`;
}

export function leftSince(leftOn: string): string {
  return `ne travaille plus ici depuis le ${day(leftOn)}`;
}

export function mergedNames(names: readonly string[]): string {
  return `aussi écrit ${names.join(', ')}`;
}

/** What one reads of an entry under its name, most telling first. */
export function factsOf(entry: UsedEntry): readonly string[] {
  const known = entry.isElected ? IS_ELECTED : entry.isPublic ? PUBLIC : PRIVATE;
  return [
    usedIn(entry),
    ...(entry.kind === 'person' ? [known] : []),
    ...(entry.email === null ? [] : [entry.email]),
    ...(entry.leftOn === null ? [] : [leftSince(entry.leftOn)]),
    ...(entry.merged.length === 0 ? [] : [mergedNames(entry.merged)]),
  ];
}
