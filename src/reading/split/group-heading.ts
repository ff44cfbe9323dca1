/**
 * Lines that speak for all that follows: « Mesures non retenues », « Engagements locaux »,
 * « Mesures signées ». They hold until the next line of this kind.
 */

/** `end`: what follows is no longer the pact (signatures, comments, a site's footer). */
export type GroupKind = 'taken' | 'refused' | 'local' | 'end';

/** The noun opens the line: a clause may well speak of engagements further on. */
const NOUN =
  /^[^\p{L}\d]*(?:(?:les|nos|ses|ces|autres|\d+|liste\s+des|voici\s+les|[IVX]+[.)\s-]+)\s+)*(?:mesures?|engagements?|propositions?|points?|promesses?)\b/iu;
const REFUSED =
  /\bnon[\s-]+(?:retenu|sign|valid|accept|adopt|sélectionn|choisi)|\bpas\s+(?:été\s+)?(?:retenu|sign|valid|accept|adopt|choisi)|\b(?:refus|rejet|écart)(?:ée?s?|és?)\b|\bn['’](?:a|ont)\s+pas\b|\bne\s+(?:s['’]engage|souhait|retien|sign)\p{L}*.{0,40}\bpas\b/iu;
const LOCAL =
  /\b(?:locale?s?|locaux|supplémentaires?|complémentaires?|additionnel(?:le)?s?|spécifiques?|propres?\s+à|hors[\s-]+pacte|autres\s+(?:engagements?|mesures?|propositions?)|ajoutée?s?)\b/iu;
const TAKEN = /\b(?:retenue?s?|signée?s?|validée?s?|acceptée?s?|adoptée?s?|choisie?s?|sélectionnée?s?)\b/iu;

const END =
  /^\W*(?:(?:observations?|remarques?|commentaires?)\s+généra(?:les?|ux)\b|fait\s+(?:à|le)\s|pour\s+(?:la\s+liste|le\s+collectif)\b.*:?$|signatures?\s*:?$|les\s+signataires\b|partager\b|mentions\s+légales|©|copyright|(?:laisser|ajouter)\s+un\s+commentaire|\d*\s*commentaires?$|articles?\s+(?:précédent|suivant|similaire|récent)|suivez[\s-]+nous|newsletter|plan\s+du\s+site|nous\s+contacter|contact\s*:?$|retour\s+(?:à|en|au)\s|tous\s+droits\s+réservés|propulsé\s+par|politique\s+de\s+confidentialité)/iu;

/** Null when the line is no such heading. Headings are short and end without a full stop. */
export function groupHeading(line: string): GroupKind | null {
  const words = line.trim();
  if (words.length <= 200 && END.test(words)) return 'end';
  if (
    words.length > 110 ||
    words.length < 8 ||
    !NOUN.test(words) ||
    /(?:\.|,|\s(?:de|du|des|la|le|les|et|à|au|aux|en|par|pour|sur|qui|que))\s*$/u.test(words) ||
    /^[-–•●]/.test(words)
  )
    return null;
  if (/\bniveaux?\b|\bN[1-3]\b/u.test(words)) return null;
  if (REFUSED.test(words)) return 'refused';
  if (LOCAL.test(words) && words.split(/\s+/).length <= 9) return 'local';
  return TAKEN.test(words) && words.split(/\s+/).length <= 9 ? 'taken' : null;
}
