/**
 * Sentences of agreement: « Un accord se fait sur N2 et N3, mais pas sur N1 (…) ni sur … »,
 * « Le niveau 3 relève d'une autre responsabilité (…) », « … sauf sur : … ».
 *
 * A sentence is walked from left to right with one state, what is being said (agreed, refused,
 * left to others, excepted); level names take that state, a bracket after them quotes their text.
 * Brackets that never close end with the passage.
 *
 *     Un accord se fait sur N2 et N3 , mais pas sur N1 ( Diversifier… )
 *        ^agreed            ^   ^      ^refused     ^  ^quote of N1
 */
import type { Span } from '#reading/contract.ts';
import { levelMentions, type LevelMention } from '#reading/split/levels.ts';

/** `open`: spoken of, and left open (« à l'étude », « délai de réflexion »). `partly`: « en partie », and not which. */
export type Said = 'accepted' | 'refused' | 'delegated' | 'open' | 'partly';

export type LevelSaid = Span & { readonly levels: LevelMention['levels']; readonly said: Said };

export type Decision = {
  readonly span: Span;
  readonly levels: readonly LevelSaid[];
  /** Bracketed text after a level name: the words of that level. */
  readonly quotes: readonly (Span & { readonly levels: LevelMention['levels']; readonly said: Said })[];
  /** What follows « sauf sur : » when it names no level. */
  readonly exceptions: readonly Span[];
  /** Said of the measure as a whole, when no level is named. */
  readonly whole: Said | null;
  /** The words speak of the measure itself (« pas d'accord sur cette mesure »), not of going further. */
  readonly firm: boolean;
};

// Each begins a word: the look-behind that says so stands once, before them all, or the patterns would be slow.
const DELEGATED = String.raw`rel(?:èv|ev)(?:e|ent|ant|aient|ait|eront|era)(?![\p{L}])|(?:n['’]est|ne\s+sont|n['’]étant|n['’]entre\p{L}*)\s+pas\s+(?:de|du|dans)\s+(?:la|le|les|notre|nos|sa|son)?\s*(?:compétence|ressort|responsabilité|champ)s?|hors\s+(?:de\s+)?(?:la\s+|notre\s+|nos\s+)?compétences?|hors\s+champ|du\s+ressort|ne\s+dépend(?:ent)?\s+pas|dépend(?:ent)?\s+d|(?:est|sont|reste)\s+(?:de\s+la|une|à\s+la)\s+(?:compétence|responsabilité|charge)|laissée?s?\s+à\s+l|compétence\s+(?:de|du|d['’]|communautaire|intercommunale|métropolitaine|départementale|régionale)|pas\s+(?:la|notre|de)\s+compétence`;
const EXCEPTED = String.raw`sauf(?![\p{L}\p{N}])|à\s+l['’]exception|excepté|hormis(?![\p{L}\p{N}])|en\s+dehors\s+d|à\s+part(?![\p{L}\p{N}])|à\s+l['’]exclusion`;
const OPEN = String.raw`à\s+(?:l['’]étude|étudier|discuter|réfléchir|débattre|voir)(?![\p{L}\p{N}])|étudi(?:e|er|era|erons|erez|eront|és?|ées?)(?![\p{L}\p{N}])|délai\s+de\s+réflexion|non\s+abordée?s?|en\s+(?:réflexion|discussion|débat)(?![\p{L}\p{N}])|sans\s+(?:opinion|réponse|avis)(?![\p{L}\p{N}])|ne\s+se\s+prononce\s+pas`;
const REFUSED = String.raw`(?:mais|et)\s+pas(?![\p{L}\p{N}])|pas\s+d['’]accord|désaccord|aucune?(?![\p{L}\p{N}])|pas\s+(?:sur|pour|au|le|les|de\s+niveau|du\s+niveau)(?![\p{L}\p{N}])|ni(?![\p{L}\p{N}])|refus\p{L}*|rejet\p{L}*|écart(?:é|ons|e)\p{L}*|non\s+(?:retenu|sign|valid|accept|adopt)\p{L}*|non(?=\s*[.,;!)]|\s*$)|irréaliste|impossible|défavorables?|(?:n['’]est|n['’]a|n['’]ont|n['’]avons|ne\s+(?:s['’]|nous\s+)?\p{L}+)(?:\s+\p{L}+){0,2}\s+pas(?![\p{L}\p{N}])|ne\s+(?:pouvons|pourrons|peut|pourra|saurions|saurait)(?![\p{L}\p{N}])`;
const ACCEPTED = String.raw`accords?(?![\p{L}\p{N}])|actée?s?(?![\p{L}\p{N}])|prenons(?![\p{L}\p{N}])|irons(?![\p{L}\p{N}])|mais(?=\s+(?:oui|niveaux?|n\s?[1-3]))|pris(?![\p{L}\p{N}])|prend(?![\p{L}\p{N}])|tout(?![\p{L}\p{N}])(?=\s*[,:]|\s+sauf|\s+hormis)|oui(?![\p{L}\p{N}])|ok(?![\p{L}\p{N}])|engag\p{L}+|retenue?s?(?![\p{L}\p{N}])|retenons|accept\p{L}+|valid\p{L}+|sign(?:e|ons|é|ée|és|ées|ent)(?![\p{L}\p{N}])|adopt\p{L}+|reprenons|favorables?(?![\p{L}\p{N}])|choisi\p{L}*|vis(?:e|ons|é|ée)(?![\p{L}\p{N}])`;
const CUE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<delegated>${DELEGATED})|(?<open>${OPEN})|(?<excepted>${EXCEPTED})|(?<refused>${REFUSED})|(?<accepted>${ACCEPTED}))|(?<end>[.;!?](?=\s|$))|(?<pause>,(?=\s))`,
  'gu',
);

/**
 * Lower case of the same length: patterns that ignore case and know Unicode are slow, and offsets
 * must hold. The few letters that lower case lengthens (İ) keep the words as they are.
 */
function lower(words: string): string {
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
  /refus|accord|compéten|relèv|ressort|non |sans |délai|étudi|réfléch|prononce|engagement|aucun|ne |n['’]|pas /;

/** Said of the measure itself, without naming a level: refused, or left open. */
const WHOLE =
  /^\W*(?:refus(?![\p{L}\p{N}])|accord(?![\p{L}\p{N}])|engagement\s+(?:total|plein)|compétence\s|(?:cette|la)\s+mesure(?![\p{L}\p{N}])[^.]*(?:non\s+retenue|refus|pas\s+(?:été\s+)?retenue|écartée)|non\s+retenue?(?![\p{L}\p{N}])|(?:la\s+liste|nous|on|le\s+candidat|la\s+candidate)(?![\p{L}\p{N}])[^.]{0,30}(?:refus|délai|étudi|réfléch|ne\s+se\s+prononce)|sans\s+(?:opinion|avis|réponse)(?![\p{L}\p{N}])|non\s+abordée?)|(?<![\p{L}\p{N}])(?:ne\s+(?:pouvons|pourrons|peut|pourra|souhait\p{L}+|voulons|veut|saurions|s['’])[^.]{0,40}(?<![\p{L}\p{N}])(?:engag\p{L}+|reten\p{L}+|sign\p{L}+|souscri\p{L}+|valid\p{L}+|accept\p{L}+)|ne\s+(?:retien\p{L}*|retenons|sign\p{L}+|valid\p{L}+|accept\p{L}+|pren\p{L}+)\s+pas(?![\p{L}\p{N}])|aucun\s+(?:des\s+)?(?:trois\s+|3\s+)?niveaux?(?![\p{L}\p{N}]))/u;
const LEFT_TO_OTHERS =
  /(?<![\p{L}\p{N}])relève(?:nt)?\s+(?:de\s+la|du|de\s+l['’]|d['’]une|des)\s*(?:compétence|responsabilité|métropole|autre|intercommunalité|communauté|agglo|département|région|ept(?![\p{L}\p{N}])|epci|établissement)|(?<![\p{L}\p{N}])(?:n['’]est\s+|pas\s+)(?:pas\s+)?(?:de|une|du)\s+(?:la\s+|notre\s+)?(?:compétence|ressort)|^\W*compétence\s+(?:de|du|communautaire|intercommunale|métropolitaine|départementale|régionale)/u;

const SAYS = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${DELEGATED}|${OPEN}|${REFUSED}|${ACCEPTED}|${EXCEPTED})`, 'u');

/** Linear in the passage. */
export function readDecision(text: string, span: Span): Decision {
  const quotes: Decision['quotes'][number][] = [];
  const levels: LevelSaid[] = [];
  const exceptions: Span[] = [];
  let pending: LevelMention[] = [];
  let said: Said | null = null;
  let excepting: number | null = null;
  let sentence = span.start;
  const heard: Heard = { last: null, whole: null, after: false, paused: false };

  for (const event of eventsOf(text, span)) {
    if (event.kind === 'level') {
      const { mention } = event;
      const state: Said | null = excepting === null ? said : 'refused';
      // « N1 et N2, le N3 étant à l'étude »: names left behind a pause, without a word, are taken.
      if (state === null && heard.paused && pending.length > 0) {
        for (const earlier of pending) give(earlier, 'accepted');
        pending = [];
      }
      heard.paused = false;
      if (excepting !== null && levels.length === 0 && pending.length === 0 && heard.whole === 'accepted')
        levels.push({ start: span.start, end: span.start, levels: 'all', said: 'accepted' });
      if (excepting !== null && mention.start - excepting > 40) continue;
      excepting = null;
      if (state === null) pending.push(mention);
      else give(mention, state);
    } else if (event.kind === 'quote') {
      const subject =
        heard.last ?? (pending[0] === undefined ? null : { mention: pending[0], said: 'accepted' as const });
      if (subject !== null)
        quotes.push({ start: event.start, end: event.end, levels: subject.mention.levels, said: subject.said });
    } else if (event.kind === 'excepted') {
      closeException(event.start);
      if (pending.length > 0) hear('accepted');
      excepting = event.end;
    } else if (event.kind === 'end') {
      takeBareNames(event.start);
      if (excepting === null) said = null;
    } else if (event.kind === 'pause') {
      // « niveau 1 acté, niveau 2 visé »: what follows a name holds for that name alone.
      if (heard.after) said = null;
      heard.paused = true;
    } else if (!correctLast({ ...event, kind: event.kind })) hear(event.kind);
  }
  closeException(span.end);
  takeBareNames(span.end);
  return {
    span,
    levels,
    quotes,
    exceptions,
    whole: levels.length === 0 ? heard.whole : null,
    firm: FIRM.test(lower(text.slice(span.start, span.start + 200))),
  };

  function hear(cue: Said): void {
    if (excepting !== null && cue === 'accepted') return;
    if (pending.length > 0) {
      for (const mention of pending) give(mention, cue);
      pending = [];
      heard.after = true;
    } else if (cue === 'delegated' && heard.last !== null && heard.last.said !== 'delegated') {
      const { mention } = heard.last;
      levels.splice(
        levels.findIndex((level) => level.start === mention.start),
        1,
      );
      give(mention, 'delegated');
      return;
    }
    heard.whole = cue === 'accepted' ? (heard.whole ?? cue) : cue;
    said = cue;
  }

  /** « …, le N3 étant à l'étude »: what is said right after a name holds for it, whatever was said before. */
  function correctLast({ kind, start, end }: Span & { readonly kind: Said }): boolean {
    if (heard.last === null || kind === 'accepted' || kind === heard.last.said) return false;
    const { mention } = heard.last;
    const between = text.slice(mention.end, start);
    if (!/^[^,.;:()]{0,25}$/u.test(between) || !PREDICATE.test(text.slice(start, end))) return false;
    const at = levels.findIndex((level) => level.start === mention.start);
    if (at >= 0) levels.splice(at, 1);
    give(mention, kind);
    return true;
  }

  /** « Niveau 1. »: a sentence made of level names alone takes them; any other leaves them unsaid. */
  function takeBareNames(end: number): void {
    let rest = text.slice(sentence, end);
    for (const mention of pending) rest = rest.replace(text.slice(mention.start, mention.end), '');
    if (/^[\s\p{P}\p{S}\uFE0F]*(?:les?\s)?[\s\p{P}]*$/iu.test(rest))
      for (const mention of pending) give(mention, 'accepted');
    pending = [];
    sentence = end;
  }

  function give(mention: LevelMention, state: Said): void {
    levels.push({ start: mention.start, end: mention.end, levels: mention.levels, said: state });
    heard.last = { mention, said: state };
  }

  function closeException(end: number): void {
    if (excepting === null) return;
    const lead = /^\s*(?:sur|pour|de|d['’]|que)?\s*:?\s*/iu.exec(text.slice(excepting, end))?.[0].length ?? 0;
    const rest = text.slice(excepting + lead, end);
    const digits = /^(?:l[ea]s?\s+)?([1-3](?:\s*(?:et|,)\s*[1-3])*)\W*$/iu.exec(rest);
    if (digits !== null) {
      const excepted = [...(digits[1] ?? '').matchAll(/[1-3]/g)].map(([digit]) => Number(digit));
      levels.push({ start: excepting + lead, end, levels: excepted, said: 'refused' });
    } else if (end - excepting - lead > 3) exceptions.push({ start: excepting + lead, end });
    excepting = null;
  }
}

/** Of the measure as a whole, whatever levels are named beside. */
const FIRM =
  /(?:cette|la|de)\s+mesure|^\W*(?:non(?![\p{L}])|pas\s+d['’]accord|désaccord|aucun|refus|nous\s+(?:ne\s+)?sommes)/u;

/** Said of what stands before, as against « mais pas sur », which speaks of what comes. */
const PREDICATE =
  /^(?:n['’]|ne\s|rel[eè]v|à\s|étudi|non\s|irréaliste|impossible|refusée?s?$|rejetée?s?$|écartée?s?$|hors\s)/iu;

/** What the walk remembers: the last level spoken of, and what was said without naming one. */
type Heard = {
  last: { mention: LevelMention; said: Said } | null;
  whole: Said | null;
  /** The last cue stood after the level that it spoke of. */
  after: boolean;
  /** A comma stands since the last level named. */
  paused: boolean;
};

type Event =
  | { readonly kind: 'level'; readonly start: number; readonly mention: LevelMention }
  | (Span & { readonly kind: 'quote' | 'excepted' | 'end' | 'pause' | Said });

/** Level names, cues and quotes in order; nothing inside a quote counts. */
function eventsOf(text: string, span: Span): Event[] {
  const mentions = levelMentions(text, span);
  const quotes = quotesOf(text, span, mentions);
  // Nothing inside a quote counts, and quotes are long: the cues are looked for between them.
  const between = [...quotes, { start: span.end, end: span.end }].map(({ start }, rank) => ({
    start: rank === 0 ? span.start : (quotes[rank - 1]?.end ?? start),
    end: start,
  }));
  const cues = between.flatMap((gap) =>
    [...lower(text.slice(gap.start, gap.end)).matchAll(CUE)].map((match): Event => {
      const place = { start: gap.start + match.index, end: gap.start + match.index + match[0].length };
      return { kind: cueOf(match.groups ?? {}), ...place };
    }),
  );
  const events: Event[] = [
    ...cues,
    ...mentions.map((mention): Event => ({ kind: 'level', start: mention.start, mention })),
  ];
  return [
    ...events.filter(({ start }) => !quotes.some((quote) => start > quote.start && start < quote.end)),
    ...quotes,
  ].sort((a, b) => a.start - b.start);
}

function cueOf(groups: Record<string, string | undefined>): 'excepted' | 'end' | 'pause' | Said {
  if (groups['delegated'] !== undefined) return 'delegated';
  if (groups['excepted'] !== undefined) return 'excepted';
  if (groups['refused'] !== undefined) return 'refused';
  if (groups['open'] !== undefined) return 'open';
  if (groups['pause'] !== undefined) return 'pause';
  return groups['accepted'] === undefined ? 'end' : 'accepted';
}

/** A bracket of some length after a level name or after what is said of it; a new « ni sur N2 ( » ends one that never closes. */
function quotesOf(text: string, span: Span, mentions: readonly LevelMention[]): (Span & { kind: 'quote' })[] {
  const quotes: (Span & { kind: 'quote' })[] = [];
  let from = span.start;
  for (const mention of mentions) {
    if (mention.start < from) continue;
    const following = mentions.find(({ start }) => start > mention.start)?.start ?? span.end;
    const open = text.slice(mention.end, Math.min(following, mention.end + 90)).search(/[([«"]/u);
    if (open < 0) continue;
    const start = mention.end + open;
    const end = closeOf(text, start, span.end);
    if (end - start < 20) continue;
    quotes.push({ kind: 'quote', start, end });
    from = end;
  }
  return quotes;
}

const RESUMED = /(?:\n|^)\s*(?:ni|mais pas|et pas)\s+(?:sur|pour|le|au|N)/iu;

function closeOf(text: string, open: number, end: number): number {
  const [opening, closing] =
    text[open] === '«' ? ['«', '»'] : text[open] === '"' ? ['', '"'] : text[open] === '[' ? ['[', ']'] : ['(', ')'];
  let depth = 0;
  for (let at = open; at < end; at++) {
    const character = text[at];
    if (character === opening) depth++;
    else if (character === closing && at > open && --depth <= 0) return at + 1;
  }
  const resumed = text.slice(open, end).search(RESUMED);
  return resumed > 0 ? open + resumed : end;
}
