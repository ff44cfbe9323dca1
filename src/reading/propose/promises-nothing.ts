/**
 * Documents that quote measures and promise nothing: the technical sheet of a measure, the charter
 * itself. Reading them as pacts would invent promises.
 */

const SHEET = /\bfiches?\s+(?:techniques?|mesures?|pratiques?|d['’]information)\b|\bboîte\s+à\s+outils\b/iu;
const SHEET_PARTS =
  /^\W*(?:pourquoi\b.{0,40}|comment\b.{0,60}|pour\s+aller\s+plus\s+loin|ressources?|(?:quelques\s+)?exemples?|bonnes\s+pratiques|retours?\s+d['’]expériences?|ils\s+l['’]ont\s+fait|argumentaire|leviers?|contexte|constats?|enjeux|définitions?|cadre\s+(?:légal|réglementaire))\s*[?:]?.{0,60}$/gimu;
const COMMITS =
  /\b(?:listes?\s+(?:candidate|signataire|conduite|citoyenne|[«"“\p{Lu}])|tête\s+de\s+liste|s['’](?:est\s+)?engage|nous\s+nous\s+engageons|signé\p{L}*|signataire|candidat\p{L}*|un\s+accord|d['’]accord|retenue?s?)(?![\p{L}])/iu;

/** True for a technical sheet: it says so, or is built like one, and nobody commits in it. */
export function isTechnicalSheet(text: string): boolean {
  const head = text.slice(0, 20_000);
  if (COMMITS.test(head)) return false;
  const parts = [...head.matchAll(SHEET_PARTS)].length;
  return parts >= 3 || (parts >= 1 && SHEET.test(head.slice(0, 1500)));
}
