/**
 * The other body that a text names as having to act or to agree: « avec l'Établissement public
 * territorial Paris-Est-Marne et Bois ». As written, article left out; finding it among the real
 * groupings is src/domain/territory's work.
 */

const KIND = String.raw`[ÉEé]tablissements?\s+publics?\s+(?:territoria(?:l|ux)|de\s+coopération\s+intercommunale)|EPT|EPCI|[Mm]étropole|[Cc]ommunauté\s+(?:urbaine|d['’]agglomération|de\s+communes)|[Aa]gglomération|[Ii]ntercommunalité|[Ss]yndicat(?:\s+(?:mixte|intercommunal|des?\s+\p{L}+))?|[Dd]épartement|[Rr]égion|[Cc]onseil\s+(?:départemental|régional|communautaire|métropolitain)|[ÉE]tat|[Pp]réfecture|SIVOM|SICTOM|SMICTOM|PETR`;
const NAME = String.raw`(?:\s+(?:du|des|de\s+la|de\s+l['’]|de|d['’]|le|la|les|en|sur|et)?\s*(?:[A-ZÀÂÉÈÊÎÔ][\p{L}'’-]*|\d+))*`;
const CUE = String.raw`(?:avec|par|auprès\s+de|relèv\p{L}+\s+(?:de\s+la\s+compétence\s+)?|compétences?\s+(?:de\s+)?|ressort\s+|responsabilité\s+|dépend\p{L}*\s+|à\s+l['’]échelle\s+|au\s+niveau\s+|portée?s?\s+par|confiée?s?\s+à|laissée?s?\s+à)`;
const NAMED = new RegExp(
  String.raw`(?<!\p{L})${CUE}\s*(?:de\s+)?(?:l['’]\s*|la\s+|le\s+|les\s+|du\s+|des\s+|notre\s+|d['’]\s*)?((?:${KIND})${NAME})`,
  'u',
);
const SUFFIXED = new RegExp(
  String.raw`(?<!\p{L})${CUE}\s*(?:de\s+)?(?:la\s+|le\s+|l['’]\s*)?([A-ZÉ][\p{L}'’-]+(?:[\s-][A-ZÉ][\p{L}'’-]+)*\s+(?:Métropole|Agglomération|Agglo|Communauté))`,
  'u',
);

/** « relève d'une autre responsabilité (Métropole) ». */
const BRACKETED = new RegExp(
  String.raw`(?:responsabilité|compétence|ressort|collectivité)\s*\(\s*(?:la\s+|le\s+|l['’]\s*)?((?:${KIND})${NAME})\s*\)`,
  'u',
);

/** A remark names its body in its first sentences; longer ones are whole pages that nobody cut. */
const LOOKED_AT = 3_000;

/** Null when the words name no body, or none in the role of one who must act. */
export function competentBody(words: string): string | null {
  const flat = words.slice(0, LOOKED_AT).replace(/\s+/gu, ' ');
  const named = NAMED.exec(flat)?.[1] ?? SUFFIXED.exec(flat)?.[1] ?? BRACKETED.exec(flat)?.[1] ?? null;
  return named === null
    ? null
    : named
        .trim()
        .replace(/[\s,.;]+$/u, '')
        .replace(/\s+(?:et|de|du|des|en|sur|la|le|les)$/u, '');
}
