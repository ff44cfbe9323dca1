/**
 * Who signs: the list and its leader, as the first lines say it.
 *
 *     « CHAMPIGNY ALTERNANCE- Laurent JEANNE »
 *     « Pacte signé avec la liste "X", conduite par Mme Y »      « Tête de liste : Y »
 *
 * Only what is written; a name that no pattern holds stays null and is asked.
 */
import type { PactReading, Span } from '#reading/contract.ts';
import type { Source } from '#reading/text/lines.ts';

type Signatory = PactReading['signatory'];

const PERSON = String.raw`(?:(?:M\.|Mme|Mr\.?|Monsieur|Madame)\s+)?\p{Lu}[\p{L}'’.-]+(?:[ \u00A0](?:de|du|des|le|la|d['’]|van|von|El|Ben)[ \u00A0]?)?(?:[ \u00A0]\p{Lu}[\p{L}'’-]+){1,3}`;
const LED = new RegExp(
  String.raw`(?:(?:conduite|menée|dirigée|emmenée|portée|représentée)\s+par|[Tt]êtes?\s+de\s+liste\s*(?:est|:|–|-|,)?|[Cc]andidate?(?:·e)?\s+(?:tête\s+de\s+liste\s*)?:|[Mm]aire\s*:)\s*(?<leader>${PERSON})`,
  'u',
);
/** « Éric Piolle, candidat de la liste … ». */
const CANDIDATE = new RegExp(
  String.raw`(?<leader>${PERSON})\s*,\s*(?:candidate?|tête\s+de\s+liste|maire\s+sortante?|qui\s+conduit)(?![\p{L}\p{N}])`,
  'u',
);
/** A name right after the list's: « Pau à gauche » (Jérôme Marbot). */
const BESIDE = new RegExp(String.raw`^\s*(?:[(–—-])\s*(?<leader>${PERSON})`, 'u');
const QUOTED_LIST =
  /(?<![\p{L}\p{N}])(?:[Ll]istes?|LISTE)\s*(?:\p{Ll}+\s+){0,3}:?\s*(?:[«"“]|\*{1,2}(?=\p{L}))\s*(?<list>[^»"”*\n]{2,80}?)\s*(?:[»"”]|\*)/u;
const CAPITAL_LIST =
  /(?<!t[êe]tes?\s+de\s+)(?<![\p{L}\p{N}])(?:[Ll]istes?|LISTE)\s*(?:candidate\s*|signataire\s*)?:?[ \u00A0]+(?<list>(?:\p{Lu}[\p{L}\d'’!&.-]*|\d{4})(?:[ \u00A0](?:\p{Lu}[\p{L}\d'’!&.-]*|\d{4}|&|et|en|de|du|des|d['’]\p{L}+|la|le|les|pour|à|au|aux|l['’]\p{L}+|avec|sur|tous|toutes|ensemble|autrement)){0,9})/u;
/** « la liste Vivre mieux à Arcueil comprenant les 3 principes »: any name, up to the words that can only follow it. */
const SENTENCE_LIST =
  /(?<![\p{L}\p{N}])(?:la\s+)?liste[ \u00A0]+(?<list>\p{Lu}[^«"“\n.:;]{1,60}?),?\s+(?=(?:comprenant|conduite|menée|dirigée|emmenée|portée|représentée|signe|s['’]engage|a\s+signé)(?![\p{L}]))/u;
const TITLE_LINE = new RegExp(
  String.raw`^\s*[#*]*\s*(?<list>[^\n:]{3,70}?)\s*(?:[-–—:,|]|\()\s*(?<leader>${PERSON})\s*\)?[\s*]*$`,
  'u',
);

const SIGNED_BELOW = new RegExp(
  String.raw`(?:[Pp]our\s+la\s+liste|[Ll]iste\s+signataire\s*:)\s+(?:[«"“]\s*(?<quoted>[^»"”\n]{2,80}?)\s*[»"”]|(?<plain>\p{Lu}[^,\n]{2,60}))[\s,:]*(?<leader>${PERSON})?`,
  'u',
);

/** « Pacte signé avec la liste VIVRE MIEUX - Carine DELAHAIE », « Liste : Lanester 2020, l'écologie solidaire (G. Carréric) ». */
const LIST_LINE =
  /^[\s#*•–—-]*(?:pacte\s+(?:local\s+|pour\s+la\s+transition\s*[,–—-]?\s*)?(?:signée?\s+(?:avec|par)\s+)?)?(?:la\s+)?liste\s*(?:candidate|signataire)?\s*:?[ \u00A0]+(?<rest>[^\n\t|]{3,100}?)\s*(?:[ \u00A0]{3,}|\t|\||$)/iu;
const NAME_AND_LEADER = new RegExp(
  String.raw`^(?<list>.{2,80}?)\s*(?:\s[-–—]|[-–—]\s|,|\()\s*(?<leader>${PERSON})\s*\)?[\s.*]*$`,
  'u',
);
/** « Emmanuel Denis (« Pour demain ») a signé »: the list in brackets after its leader. */
const LEADER_AND_LIST = new RegExp(
  String.raw`(?<leader>${PERSON})\s*\(\s*(?:liste\s+)?[«"“]\s*(?<list>[^»"”\n]{2,80}?)\s*[»"”]\s*\)`,
  'u',
);
/** « RÉPONSES DE « BIEN VIVRE À CARQUEFOU » ». */
const ANSWERS_OF =
  /(?:réponses?|engagements?|pacte\s+signé\s+par)\s+(?:de\s+|du\s+|par\s+)?[«"“]\s*(?<list>[^»"”\n]{2,80}?)\s*[»"”]/iu;

/** Looks at the text before `until` (the first heading), at most 3,000 characters, then at signature lines. */
export function findSignatory(source: Source, until: number): Signatory {
  const head = source.text.slice(0, Math.min(until, 3000));
  const spans: Span[] = [];
  let list: string | null = null;
  let leader: string | null = null;
  const led = placed(LED.exec(head));
  if (led !== null) leader = keep(led, led.leader);
  const candidate = placed(CANDIDATE.exec(head));
  if (leader === null && candidate !== null) leader = keep(candidate, candidate.leader);
  const titled = titleLine(head);
  const quoted = placed(QUOTED_LIST.exec(head));
  const beside = besideName(head) ?? (quoted === null ? placed(LEADER_AND_LIST.exec(head)) : null);
  const named =
    quoted ?? beside ?? placed(SENTENCE_LIST.exec(head)) ?? wholeName(head) ?? placed(ANSWERS_OF.exec(head));
  if (titled !== null) {
    leader ??= titled.leader;
    spans.push(titled.span);
  }
  const after = quoted === null ? null : placed(BESIDE.exec(head.slice(quoted.at + quoted.words.length)));
  leader ??= (quoted === null ? beside : after)?.leader ?? null;
  if (titled !== null && quoted === null) list = titled.list;
  else if (named !== null) list = keep(named, trimName(named.list ?? ''));
  if (list === null) signedBelow();
  return { list, leader, spans };

  /** « Pour la liste « X », Jeanne Martin » at the end of a letter. */
  function signedBelow(): void {
    const from = Math.max(head.length, source.text.length - 1500);
    const tail = source.text.slice(from);
    const below = SIGNED_BELOW.exec(tail);
    if (below?.groups === undefined) return;
    list = below.groups['quoted'] ?? trimName(below.groups['plain'] ?? '');
    const signed = below.groups['leader'] ?? null;
    const start = from + below.index;
    spans.push({ start, end: start + below[0].length });
    leader ??= signed;
  }

  function keep({ at, words }: Named, value: string | undefined): string | null {
    if (value === undefined || value === '') return null;
    const start = at + words.indexOf(value);
    spans.push({ start, end: start + value.length });
    return value;
  }
}

/** Words that name a list or its leader, and where they begin in the text. */
type Named = {
  readonly at: number;
  readonly words: string;
  readonly list: string | undefined;
  readonly leader: string | undefined;
};

function placed(match: RegExpExecArray | null): Named | null {
  if (match?.groups === undefined) return null;
  const { list, leader } = match.groups;
  return { at: match.index, words: match[0], list, leader };
}

/** A name that goes on in small letters is taken whole when its line ends with it, and asked otherwise: never cut. */
function wholeName(head: string): Named | null {
  const found = placed(CAPITAL_LIST.exec(head));
  if (found?.list === undefined) return null;
  const rest = head.slice(found.at + found.words.length);
  if (!/^[ \u00A0]\p{Ll}/u.test(rest)) return found;
  const more = /^(?:[ \u00A0]\p{Ll}[\p{L}'’-]*){1,6}(?=[ \u00A0]*(?:[,;:().–—-]|\n|\r|$))/u.exec(rest)?.[0] ?? '';
  if (more === '' || FOLLOWS_NAME.test(more)) return FOLLOWS_NAME.test(rest.slice(0, 40)) ? found : null;
  return { ...found, words: found.words + more, list: found.list + more };
}

/** Words that may follow a name and are not of it. */
const FOLLOWS_NAME =
  /^[ \u00A0](?:comprenant|conduite|menée|dirigée|emmenée|portée|représentée|signe|signée|s['’]engage|a|qui|est|sera|soutient|approuve|accepte|refuse|propose|pour\s+les)(?![\p{L}])/u;

/** The name of the list and its leader on a line of their own, with its place in `head`. */
function besideName(head: string): Named | null {
  let start = 0;
  for (const line of head.split('\n').slice(0, 12)) {
    const rest = LIST_LINE.exec(line)?.groups?.['rest'];
    const found = rest === undefined || /[«"“]/u.test(rest) ? null : placed(NAME_AND_LEADER.exec(rest));
    if (rest !== undefined && found !== null) return { ...found, at: found.at + start + line.indexOf(rest) };
    start += line.length + 1;
  }
  return null;
}

/** « LIST - First LAST » among the first lines, when one of its sides is in capitals. */
function titleLine(head: string): { list: string; leader: string; span: Span } | null {
  let start = 0;
  for (const line of head.split(/\r\n|\n|\r/).slice(0, 8)) {
    const match = TITLE_LINE.exec(line);
    const list = match?.groups?.['list']?.trim();
    const leader = match?.groups?.['leader']?.trim();
    const at = head.indexOf(line, start);
    if (
      list !== undefined &&
      leader !== undefined &&
      /\p{Lu}{2,}/u.test(`${list} ${leader}`) &&
      !/(?<![\p{L}\p{N}])(?:pacte|transition|mesures?|principe|municipales|commune|ville)(?![\p{L}\p{N}])/iu.test(list)
    ) {
      const from = at + line.indexOf(list);
      return { list, leader, span: { start: from, end: at + line.lastIndexOf(leader) + leader.length } };
    }
    start = at + line.length;
  }
  return null;
}

function trimName(name: string): string {
  return name.trim().replace(/\s+(?:comprenant|et|de|du|des|la|le|les|pour|en|à|au|avec|sur)$/u, '');
}

/** Names between guillemets after « liste »: two or more and the document may speak for several lists. */
export function listsNamed(text: string): string[] {
  const names = [...text.slice(0, 60_000).matchAll(new RegExp(QUOTED_LIST.source, 'gu'))].flatMap((match) => {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 300);
    const others = /^(?:\s*(?:,|et|&|puis)\s*[«"“][^»"”\n]{2,80}[»"”])+/u.exec(after)?.[0] ?? '';
    return [match.groups?.['list'] ?? '', ...others.split(/[«"“»"”]/u).filter((_, rank) => rank % 2 === 1)].map(
      (name) => name.toLowerCase().trim(),
    );
  });
  return [...new Set(names.filter((name) => name !== ''))];
}
