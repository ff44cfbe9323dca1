/** What became of a measure in the campaign that is over. */
import type { Saying, SayingKind } from '#domain/consultation/past-campaign.ts';
import { DONE_WORD } from './done.fr.ts';
import { count, day, dayOf, figure } from './format.fr.ts';

export const PAST_TITLE = 'Ce qu’elle est devenue';
export const PAST_LEDE =
  'Combien l’ont prise, avec quels mots, à quel niveau, et si elle a été tenue : ce qui aide à la changer, ou à la garder.';
export const pastHeading = (measure: number): string => `Mesure ${measure} : ce qu’elle est devenue`;
export const TAKEN_HOW = 'Prise ou refusée, niveau par niveau';
export const DONE_HOW = 'Tenue ou non';
export const OTHER_WORDS = 'Dite autrement';
export const LEFT_OUT = 'Alinéas laissés de côté';
export const BODIES = 'Autres autorités nommées';
export const SAID = 'Ce qui en a été dit';
export const COLUMN_CLAUSE = 'Alinéa';
export const COLUMN_LEFT_OUT = 'Pactes qui le laissent';
export const COLUMN_BODY = 'Autorité';
export const COLUMN_NAMING = 'Pactes qui la nomment';
export const NOBODY_SIGNED = 'Aucun pacte n’a été publié pour cette édition : il n’y a rien à en dire encore.';
export const NOBODY_LOOKED =
  'Personne n’a encore dit où en est cette promesse. Ce n’est ni tenu, ni rompu : c’est inconnu.';
export const NOTHING_REWORDED = 'Aucun pacte publié n’en change les mots.';
export const NOTHING_LEFT_OUT = 'Aucun pacte qui l’a prise n’en laisse un alinéa de côté.';
export const NO_BODY = 'Aucun pacte ne nomme une autre autorité.';
export const DIFFERENCES_NOTE = 'Les mots de la charte qui manquent sont barrés, ceux des pactes sont soulignés.';
export const SEE_WHOLE = 'Ce qu’elle est devenue : mots changés, alinéas laissés, ce qui a été tenu';
export const SEE_ALL = 'Tout ce qu’elle est devenue, sur une page';
export const BY_PART = 'Les mêmes chiffres par territoire, par taille de commune, par situation';

/** « Prise, en tout ou en partie, dans » 12 « pactes signés sur » 40 « , au 3 juin 2029. » */
export const TAKEN_IN = 'Prise, en tout ou en partie, dans';
export const signedOutOf = (taken: number): string => (taken < 2 ? 'pacte signé sur' : 'pactes signés sur');
export const countedOn = (asOf: Date | null): string => (asOf === null ? '' : `, au ${dayOf(asOf)}`);

export function clauseOf({ level, clause }: { readonly level: number; readonly clause: number }): string {
  if (level === 0) return 'Titre de la mesure';
  return clause === 0 ? `Niveau ${level}, son introduction ou tout le niveau` : `Niveau ${level}, alinéa ${clause}`;
}

export const bodiesNote = (promised: number): string =>
  `Sur ${count(promised, 'pacte qui la prend', 'pactes qui la prennent')}, en tout ou en partie.`;
export const inPacts = (pacts: number): string => (pacts < 2 ? 'pacte' : 'pactes');

/** Some of the pacts are named before it. */
export function andOthers(others: number): string {
  return others === 0 ? '' : ` et ${count(others, 'autre pacte', 'autres pactes')}`;
}

export function wordingsShown(shown: number, all: number): string {
  return shown < all
    ? `Les ${figure(shown)} rédactions les plus signées, sur ${figure(all)}. La liste de chaque alinéa mène à tous ses pactes.`
    : `${count(all, 'rédaction', 'rédactions')} en tout.`;
}

/** Pacts whose words are not among those shown: rarer ones, or a document that does not give them. */
export function otherWordings(left: number): string | null {
  return left > 0 ? `Et d’autres mots dans ${count(left, 'pacte', 'pactes')}.` : null;
}

export const SAID_TITLE: Readonly<Record<SayingKind, string>> = {
  observation: 'Observations des listes et des conseils, en signant',
  assessment: 'Ce que disent les collectifs et les mairies de ce qui est fait',
  remark: 'Remarques d’autres personnes',
};
const SAID_COUNT: Readonly<Record<SayingKind, (all: number) => string>> = {
  observation: (all) => count(all, 'pacte porte une observation', 'pactes portent une observation'),
  assessment: (all) => count(all, 'avis publié, le dernier de chaque voix', 'avis publiés, le dernier de chaque voix'),
  remark: (all) => count(all, 'remarque publiée', 'remarques publiées'),
};
export const saidCount = (kind: SayingKind, all: number, pacts: number): string =>
  `${SAID_COUNT[kind](all)}, pour ${count(pacts, 'pacte signé', 'pactes signés')}.`;
export const NOTHING_SAID: Readonly<Record<SayingKind, string>> = {
  observation: 'Aucune observation.',
  assessment: 'Aucun avis publié.',
  remark: 'Aucune remarque publiée.',
};
export const MORE_SAID = 'La suite';

const UNNAMED: Readonly<Record<SayingKind, string>> = {
  observation: 'le conseil ou une liste sans nom',
  assessment: 'une voix sans nom',
  remark: 'quelqu’un',
};

/** « Tenu, selon Collectif de Bry, Bry-sur-Marne, le 3 juin 2029 ». */
export function saidBy(kind: SayingKind, { by, place, on, said }: Saying): string {
  const who = by ?? UNNAMED[kind];
  const what = said === null ? who : `${DONE_WORD[said.status]}, selon ${who}`;
  return [what, place, ...(on === null ? [] : [`le ${day(on)}`])].join(', ');
}
