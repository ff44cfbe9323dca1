/**
 * Documents that quote measures and promise nothing: the technical sheet of a measure, the charter
 * itself. Reading them as pacts would invent promises.
 */

const SHEET =
  /(?<![\p{L}\p{N}])fiches?\s+(?:techniques?|mesures?|pratiques?|d['’]information)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])boîte\s+à\s+outils(?![\p{L}\p{N}])/iu;
const SHEET_PARTS =
  /^\W*(?:pourquoi(?![\p{L}\p{N}]).{0,40}|comment(?![\p{L}\p{N}]).{0,60}|pour\s+aller\s+plus\s+loin|ressources?|(?:quelques\s+)?exemples?|bonnes\s+pratiques|retours?\s+d['’]expériences?|ils\s+l['’]ont\s+fait|argumentaire|leviers?|contexte|constats?|enjeux|définitions?|cadre\s+(?:légal|réglementaire))\s*[?:]?.{0,60}$/gimu;
const COMMITS =
  /(?<![\p{L}\p{N}])(?:listes?\s+(?:candidate|signataire|conduite|citoyenne|[«"“\p{Lu}])|tête\s+de\s+liste|s['’](?:est\s+)?engage|nous\s+nous\s+engageons|signé\p{L}*|signataire|candidat\p{L}*|un\s+accord|d['’]accord|retenue?s?)(?![\p{L}])/iu;

/** True for a technical sheet: it says so, or is built like one, and nobody commits in it. */
export function isTechnicalSheet(text: string): boolean {
  const head = text.slice(0, 20_000);
  if (COMMITS.test(head)) return false;
  const parts = [...head.matchAll(SHEET_PARTS)].length;
  return parts >= 3 || (parts >= 1 && SHEET.test(head.slice(0, 1500)));
}

/** « La liste n'a pas souhaité signer le Pacte ». */
export function saysNotSigned(text: string): boolean {
  return /n['’](?:a|ont|avons)\s+pas\s+(?:souhaité|voulu|accepté\s+de|signé|désiré)\s+(?:signer\s+)?(?:le\s+|ce\s+)?pacte|a\s+refusé\s+de\s+signer\s+le\s+pacte/iu.test(
    text.slice(0, 20_000),
  );
}

/** « Liste : ………… »: a form that nobody filled. */
export function isBlankForm(text: string): boolean {
  return /(?:liste|candidate?|commune|nom)\s*:?\s*(?:[._]{5,}|…{2,})/iu.test(text.slice(0, 20_000));
}

/** Words of somebody who commits: without any, a text that takes everything is the charter, or a blank form. */
export function namesNobody(text: string): boolean {
  return !COMMITS.test(text.slice(0, 20_000));
}
