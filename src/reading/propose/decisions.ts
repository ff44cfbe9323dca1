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
import { cuesIn, FIRM, lower, PREDICATE, type Cue, type Said } from './decision-cues.ts';

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
    } else if (!correctLast({ ...event, kind: event.kind })) hear(event.kind, event.ahead);
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

  function hear(cue: Said, ahead = false): void {
    if (excepting !== null && cue === 'accepted') return;
    if (ahead) {
      // « N2 et N3, mais pas N1 »: names that stood without a word before what is refused are taken.
      for (const mention of pending) give(mention, 'accepted');
      pending = [];
    } else if (pending.length > 0) {
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
  | (Span & { readonly kind: 'quote' })
  | Cue;

/** Level names, cues and quotes in order; nothing inside a quote counts. */
function eventsOf(text: string, span: Span): Event[] {
  const mentions = levelMentions(text, span);
  const quotes = quotesOf(text, span, mentions);
  // Nothing inside a quote counts, and quotes are long: the cues are looked for between them.
  const between = [...quotes, { start: span.end, end: span.end }].map(({ start }, rank) => ({
    start: rank === 0 ? span.start : (quotes[rank - 1]?.end ?? start),
    end: start,
  }));
  const cues = between.flatMap((gap) => cuesIn(text, gap));
  const events: Event[] = [
    ...cues,
    ...mentions.map((mention): Event => ({ kind: 'level', start: mention.start, mention })),
  ];
  return [
    ...events.filter(({ start }) => !quotes.some((quote) => start > quote.start && start < quote.end)),
    ...quotes,
  ].sort((a, b) => a.start - b.start);
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
