/**
 * Lines that speak for all that follows: « Mesures non retenues », « Engagements locaux »,
 * « Mesures signées ». They hold until the next line of this kind.
 */

/** `end`: what follows is no longer the pact (signatures, comments, a site's footer). */
export type GroupKind = 'taken' | 'refused' | 'open' | 'delegated' | 'local' | 'end';

/** The noun opens the line: a clause may well speak of engagements further on. */
const NOUN =
  /^[^\p{L}\d]*(?:(?:les|nos|ses|ces|autres|\d+|liste\s+des|voici\s+les|annexe(?:\s+\d+)?\s*[:–—-]?|[IVX]+[.)\s-]+)\s*)*(?:mesures|engagements|propositions|points|promesses)(?![\p{L}\p{N}])/iu;
const REFUSED =
  /(?<![\p{L}\p{N}])non[\s-]+(?:retenu|sign|valid|accept|adopt|sélectionn|choisi)|(?<![\p{L}\p{N}])pas\s+(?:été\s+)?(?:retenu|sign|valid|accept|adopt|choisi)|(?<![\p{L}\p{N}])(?:refus|rejet|écart)(?:ée?s?|és?|ons|ent|e)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])n['’](?:a|ont)\s+pas(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])ne\s+(?:s['’]engage|souhait|retien|sign)\p{L}*.{0,40}(?<![\p{L}\p{N}])pas(?![\p{L}\p{N}])/iu;
const LOCAL =
  /(?<![\p{L}\p{N}])(?:locale?s?|locaux|supplémentaires?|complémentaires?|additionnel(?:le)?s?|spécifiques?|propres?\s+à|hors[\s-]+pacte|autres\s+(?:engagements?|mesures?|propositions?)|ajoutée?s?)(?![\p{L}\p{N}])/iu;
const TAKEN =
  /(?<![\p{L}\p{N}])(?:retenue?s?|signée?s?|validée?s?|acceptée?s?|adoptée?s?|choisie?s?|sélectionnée?s?|engagée?s?|réalisée?s?|mises?\s+en\s+(?:œuvre|oeuvre|place))(?![\p{L}\p{N}])/iu;

const END =
  /^\W*(?:(?:observations?|remarques?|commentaires?)\s+généra(?:les?|ux)(?![\p{L}\p{N}])|fait\s+(?:à|le)\s|pour\s+(?:la\s+liste|le\s+collectif)(?![\p{L}\p{N}]).*:?$|signatures?\s*:?$|liste\s+signataire\s*:|les\s+signataires(?![\p{L}\p{N}])|partager(?![\p{L}\p{N}])|mentions\s+légales|©|copyright|(?:laisser|ajouter)\s+un\s+commentaire|\d*\s*commentaires?$|articles?\s+(?:précédent|suivant|similaire|récent)|suivez[\s-]+nous|(?:à\s+)?lire\s+aussi(?![\p{L}])|contacts?\s+presse(?![\p{L}])|pour\s+en\s+savoir\s+plus(?![\p{L}])|newsletter|plan\s+du\s+site|nous\s+contacter|contact\s*:?$|retour\s+(?:à|en|au)\s|tous\s+droits\s+réservés|propulsé\s+par|politique\s+de\s+confidentialité)/iu;

const OPEN =
  /(?<![\p{L}\p{N}])(?:en\s+(?:discussion|débat|réflexion|suspens)|à\s+(?:discuter|l['’]étude|étudier|débattre)|non\s+abordées?)(?![\p{L}\p{N}])/iu;
const DELEGATED =
  /(?<![\p{L}\p{N}])(?:relevant|qui\s+relèvent|de\s+la\s+compétence|hors\s+compétence)(?![\p{L}\p{N}])/iu;
/** « Nous n'acceptons pas : », « Elle ne s'engage pas sur : », « Nous souhaitons encore en discuter : ». */
const SENTENCE_REFUSED =
  /^\W*(?:nous|la\s+liste|elle|on)(?=\s).{0,30}?\s(?:ne\s|n['’]).{0,40}(?<![\p{L}\p{N}])pas(?![\p{L}\p{N}]).{0,30}:\s*$/iu;
const SENTENCE_OPEN = /^\W*(?:nous|la\s+liste|elle|on)\s.{0,60}(?:discuter|étudi|réfléchi).{0,30}:\s*$/iu;

/** « Nous acceptons : », « La liste s'engage sur : ». */
const SENTENCE_TAKEN =
  /^\W*(?:nous|la\s+liste|elle|on)\s(?:(?:nous|s['’])\s?)?(?:accept|engage|reten|retien|sign|pren)\p{L}*.{0,40}:\s*$/iu;

/** Null when the line is no such heading. Headings are short and end without a full stop. */
export function groupHeading(line: string): GroupKind | null {
  const words = line.trim();
  if (words.length <= 200 && END.test(words)) return 'end';
  if (words.length > 110 || words.length < 8 || /(?<![\p{L}])niveaux?(?![\p{L}])|(?<![\p{L}])N[1-3]/u.test(words))
    return null;
  if (SENTENCE_REFUSED.test(words)) return 'refused';
  if (SENTENCE_OPEN.test(words)) return 'open';
  if (SENTENCE_TAKEN.test(words)) return 'taken';
  if (!NOUN.test(words) || UNFINISHED.test(words) || /^[-–•●]/.test(words)) return null;
  if (OPEN.test(words)) return 'open';
  if (REFUSED.test(words)) return 'refused';
  if (DELEGATED.test(words)) return 'delegated';
  const short = words.split(/\s+/).length <= 9;
  if (LOCAL.test(words) && short) return 'local';
  return short && (TAKEN.test(words) || /:\s*$/.test(words) || words === words.toUpperCase()) ? 'taken' : null;
}

const UNFINISHED = /(?:\.|,|\s(?:de|du|des|la|le|les|et|à|au|aux|en|par|pour|sur|qui|que))\s*$/u;
