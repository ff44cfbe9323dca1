/**
 * The words by which somebody decides: agreed, refused, left to others, left open, excepted. What they say of which
 * level is told by walking the sentence: ./decisions.ts. Each has its examples in decisions-in-words.test.ts.
 */
import type { Span } from '#reading/contract.ts';
import { levelMentions } from '#reading/split/levels.ts';

/**
 * `open`: spoken of, and left open (« à l'étude », « délai de réflexion »). `partly`: « en partie », and not which.
 */
export type Said = 'accepted' | 'refused' | 'delegated' | 'open' | 'partly';

// Each begins a word: the look-behind that says so stands once, before them all, or the patterns would be slow.
const DELEGATED = String.raw`rel(?:èv|ev)(?:e|ent|ant|aient|ait|eront|era)(?![\p{L}])|(?:n['’]est|ne\s+sont|n['’]étant|n['’]entre\p{L}*)\s+pas\s+(?:de|du|dans)\s+(?:la|le|les|notre|nos|sa|son)?\s*(?:compétence|ressort|responsabilité|champ)s?|hors\s+(?:de\s+)?(?:la\s+|notre\s+|nos\s+)?compétences?|hors\s+champ|du\s+ressort|ne\s+dépend(?:ent)?\s+pas|dépend(?:ent)?\s+d|(?:est|sont|reste)\s+(?:de\s+la|une|à\s+la)\s+(?:compétence|responsabilité|charge)|laissée?s?\s+à\s+l|compétence\s+(?:de|du|d['’]|communautaire|intercommunale|métropolitaine|départementale|régionale)|pas\s+(?:la|notre|de)\s+compétence`;
const EXCEPTED = String.raw`sauf(?![\p{L}\p{N}])|à\s+l['’]exception|excepté|hormis(?![\p{L}\p{N}])|en\s+dehors\s+d|à\s+part(?![\p{L}\p{N}])|à\s+l['’]exclusion`;
const OPEN = String.raw`réserv(?:ons|e)\s+(?:notre|sa|son)\s+(?:réponse|avis)|pas\s+d['’]avis|à\s+(?:l['’]étude|étudier|discuter|réfléchir|débattre|voir)(?![\p{L}\p{N}])|étudi(?:e|er|era|erons|erez|eront|és?|ées?)(?![\p{L}\p{N}])|délai\s+de\s+réflexion|non\s+abordée?s?|en\s+(?:réflexion|discussion|débat)(?![\p{L}\p{N}])|sans\s+(?:opinion|réponse|avis)(?![\p{L}\p{N}])|ne\s+se\s+prononce\s+pas`;
const LEVEL_NEXT = String.raw`(?=\s+(?:(?:sur|pour|au|de|du|à|jusqu['’]au|l[ea]s?|des|niveaux?)\s+){0,3}(?:n\s?[1-3]|niveaux?\s))`;
/** They speak of what comes: levels named before them without a word stay taken. « N2 et N3, mais pas sur N1 ». */
const REFUSED_AHEAD = String.raw`(?:mais|et)\s+(?:pas|non)(?![\p{L}\p{N}])|pas\s+d['’]accord\s+(?:sur|pour)|désaccord\s+(?:sur|pour)|pas${LEVEL_NEXT}|pas\s+(?:sur|pour|au|le|les|de\s+niveau|du\s+niveau)(?![\p{L}\p{N}])|non\s+(?:pour|sur|au)(?![\p{L}\p{N}])|ni(?![\p{L}\p{N}])|sans${LEVEL_NEXT}|refus(?:ons|e)?\s+(?:de|du|des|sur|pour|le|les)(?![\p{L}\p{N}])|(?:refus|refusons|rejetons|excluons)${LEVEL_NEXT}|(?:nous|on|elle|liste)\s+(?:ne\s+(?:nous\s+)?|n['’])(?:\p{L}+\s+){1,2}pas${LEVEL_NEXT}`;
const REFUSED = String.raw`pas\s+retenue?s?|non\s+prioritaire|pas\s+d['’]accord|désaccord|aucune?(?![\p{L}\p{N}])|sans\s+engagement|hors\s+de\s+question|disons\s+non|refus\p{L}*|rejet\p{L}*|écart(?:é|ons|e)\p{L}*|non\s+(?:retenu|sign|valid|accept|adopt)\p{L}*|non(?=\s*[.,;!)/]|\s*$)|irréaliste|impossible|défavorables?|(?:n['’](?!hésit)\p{L}+|ne\s+(?:s['’]|nous\s+)?\p{L}+)(?:\s+\p{L}+){0,2}\s+pas(?![\p{L}\p{N}])|ne\s+(?:pouvons|pourrons|peut|pourra|saurions|saurait)(?![\p{L}\p{N}])`;
const ACCEPTED = String.raw`accords?(?![\p{L}\p{N}])|actée?s?(?![\p{L}\p{N}])|prenons(?![\p{L}\p{N}])|irons(?![\p{L}\p{N}])|mais(?=\s+(?:oui|niveaux?|n\s?[1-3]))|pris(?![\p{L}\p{N}])|prend(?![\p{L}\p{N}])|tout(?![\p{L}\p{N}])(?=\s*[,:]|\s+sauf|\s+hormis)|oui(?![\p{L}\p{N}])|ok(?![\p{L}\p{N}])|engag\p{L}+|retenue?s?(?![\p{L}\p{N}])|retenons|accept\p{L}+|valid\p{L}+|sign(?:e|ons|é|ée|és|ées|ent)(?![\p{L}\p{N}])|adopt\p{L}+|reprenons|favorables?(?![\p{L}\p{N}])|choisi\p{L}*|vis(?:e|ons|é|ée)(?![\p{L}\p{N}])`;
const CUE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<delegated>${DELEGATED})|(?<open>${OPEN})|(?<excepted>${EXCEPTED})|(?<ahead>${REFUSED_AHEAD})|(?<refused>${REFUSED})|(?<accepted>${ACCEPTED}))|(?<end>[.;!?](?=\s|$))|(?<pause>,(?=\s))`,
  'gu',
);

/** A word of decision and its place; `ahead`: it speaks of the levels that come, not of those named before it. */
export type Cue = Span & { readonly kind: 'excepted' | 'end' | 'pause' | Said; readonly ahead: boolean };

/** In order. Linear. */
export function cuesIn(text: string, { start, end }: Span): Cue[] {
  return [...lower(text.slice(start, end)).matchAll(CUE)].map((match): Cue => {
    const groups = match.groups ?? {};
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    return { kind: kindOf(groups), ahead: groups['ahead'] !== undefined, ...place };
  });
}

function kindOf(groups: Record<string, string | undefined>): Cue['kind'] {
  if (groups['delegated'] !== undefined) return 'delegated';
  if (groups['excepted'] !== undefined) return 'excepted';
  if (groups['ahead'] !== undefined || groups['refused'] !== undefined) return 'refused';
  if (groups['open'] !== undefined) return 'open';
  if (groups['pause'] !== undefined) return 'pause';
  return groups['accepted'] === undefined ? 'end' : 'accepted';
}

/**
 * Lower case of the same length: patterns that ignore case and know Unicode are slow, and offsets
 * must hold. The few letters that lower case lengthens (İ) keep the words as they are.
 */
export function lower(words: string): string {
  const lowered = words.toLowerCase();
  return lowered.length === words.length ? lowered : words;
}

/** True when words open as only a sentence of agreement does. */
export function opensAgreement(words: string): boolean {
  const start = lower(withoutAside(words.slice(0, 160)).slice(0, 80));
  if (/^\W*(?:ni|mais pas|et pas|sauf|excepté|hormis|à l['’]exception)\s/u.test(start)) return true;
  return /^\W*(?:un |d['’]|notre )?accord(?![\p{L}\p{N}])|^\W*(?:pas d['’]accord|désaccord|aucun accord|nous (?:ne )?sommes (?:pas )?d['’]accord)/u.test(
    start,
  );
}

/** « (pub) : pas d'accord »: what a bracket reminds of the measure comes before what is said of it. */
function withoutAside(words: string): string {
  return words.replace(/^[^\p{L}(]*\([^()\n]{1,60}\)\s*[:,–—-]?\s*/u, '');
}

/** True when words read like a sentence of agreement about levels or about the measure. */
export function isDecision(words: string): boolean {
  const written = withoutAside(words.slice(0, 320)).slice(0, 240);
  if (opensAgreement(written)) return true;
  const start = lower(written);
  if (levelMentions(written, { start: 0, end: written.length }).length > 0 && SAYS.test(start)) return true;
  return HINT.test(start) && (WHOLE.test(start) || LEFT_TO_OTHERS.test(start));
}

/** A cheap look before the long patterns: most lines of a pact are the charter's own. */
const HINT =
  /refus|réserv|priorit|accord|compéten|relèv|ressort|non |écart|hors |sans |délai|étudi|réfléch|prononce|engagement|aucun|ne |n['’]|pas /;

/** Said of the measure itself, without naming a level: refused, or left open. */
const WHOLE =
  /^\W*(?:refus(?![\p{L}\p{N}])|accord(?![\p{L}\p{N}])|engagement\s+(?:total|plein)|compétence\s|(?:cette|la)\s+mesure(?![\p{L}\p{N}])[^.]*(?:non\s+retenue|refus|pas\s+(?:été\s+)?retenue|écartée)|(?:mesure\s+)?(?:non\s+retenue?|écartée|rejetée)(?![\p{L}\p{N}])|pas\s+retenue?s?(?![\p{L}\p{N}])|non\s+prioritaire|sans\s+engagement|hors\s+de\s+question|(?:la\s+liste|nous|on|le\s+candidat|la\s+candidate)(?![\p{L}\p{N}])[^.]{0,30}(?:refus|disons\s+non|délai|étudi|réfléch|ne\s+se\s+prononce)|(?:sans|pas\s+d['’])\s*(?:opinion|avis|réponse)(?![\p{L}\p{N}])|non\s+abordée?)|(?<![\p{L}\p{N}])(?:ne\s+(?:pouvons|pourrons|peut|pourra|souhait\p{L}+|voulons|veut|saurions|nous|s['’])[^.]{0,40}(?<![\p{L}\p{N}])(?:engag\p{L}+|reten\p{L}+|sign\p{L}+|souscri\p{L}+|valid\p{L}+|accept\p{L}+)|(?:ne|n['’]y)\s+sommes\s+pas\s+(?:en\s+mesure|favorables?|prête?s|d['’]accord)|ne\s+figure\s+pas\s+(?:dans|à)|réserv(?:ons|e)\s+(?:notre|sa|son)\s+(?:réponse|avis)|n['’](?:a|ont|avons)\s+pas\s+(?:souhait|voulu|pu|reten|sign|valid|accept)\p{L}*|ne\s+(?:retien\p{L}*|retenons|sign\p{L}+|valid\p{L}+|accept\p{L}+|pren\p{L}+)\s+pas(?![\p{L}\p{N}])|aucun\s+(?:des\s+)?(?:trois\s+|3\s+)?niveaux?(?![\p{L}\p{N}]))/u;
const LEFT_TO_OTHERS =
  /(?<![\p{L}\p{N}])relève(?:nt)?\s+(?:de\s+la|du|de\s+l['’]|d['’]une|des)\s*(?:compétence|responsabilité|métropole|autre|intercommunalité|communauté|agglo|département|région|ept(?![\p{L}\p{N}])|epci|établissement)|(?<![\p{L}\p{N}])(?:n['’]est\s+|pas\s+)(?:pas\s+)?(?:de|une|du)\s+(?:la\s+|notre\s+)?(?:compétence|ressort)|^\W*compétence\s+(?:de|du|communautaire|intercommunale|métropolitaine|départementale|régionale)/u;

const SAYS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${DELEGATED}|${OPEN}|${REFUSED_AHEAD}|${REFUSED}|${ACCEPTED}|${EXCEPTED})`,
  'u',
);

/** Of the measure as a whole, whatever levels are named beside. */
export const FIRM =
  /(?:cette|la|de)\s+mesure|^\W*(?:non(?![\p{L}])|pas\s+d['’]accord|désaccord|aucun|refus|nous\s+(?:ne\s+)?sommes)/u;

/** Said of what stands before, as against « mais pas sur », which speaks of what comes. */
export const PREDICATE =
  /^(?:n['’]|ne\s|rel[eè]v|à\s|étudi|non\s|irréaliste|impossible|refusée?s?$|rejetée?s?$|écartée?s?$|hors\s)/iu;
