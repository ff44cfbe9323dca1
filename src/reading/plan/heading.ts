/**
 * Lines that may open something: an action sheet, an axis, an entry of a contents list.
 *
 * "Fiche Action 1.1 : …", "## AXE 2.4 : …", "Action n°12", "MOB-03 …", "1.2.3 …". Whether such a line really opens a sheet is
 * decided by what follows it (outline.ts): a running header and a contents list look the same.
 */
import { foldKeepingLength } from './fold.ts';
import { headingCells } from './heading-cells.ts';
import type { Line } from './plan-lines.ts';
import { joinPlain, type Plain, slicePlain } from './plain-text.ts';

export type Heading = {
  readonly line: number;
  /** `sheet`: fiche, action, mesure…; `axis`: axe, orientation…; `code`: "MOB-03"; `bare`: a number alone. */
  readonly family: 'sheet' | 'axis' | 'code' | 'bare';
  /** What headings of one kind have in common: noun and number of figures ("axe|2"). */
  readonly form: string;
  /** As printed, "n°" left out. */
  readonly number: string;
  readonly title: Plain;
  /** The axis that a cell of the heading names. */
  readonly axisText: string | null;
  /** Ends with dots and a page number. */
  readonly inContents: boolean;
  readonly bulleted: boolean;
};

const SHEET_NOUN =
  /^(fiches?[ -]?(?:d')?(?:actions?|projets?|mesures?|operations?|chantiers?)?|sous[ -]actions?|actions?|mesures?|projets?|operations?|propositions?|engagements?)(?![\p{L}])/u;
const AXIS_NOUN =
  /^(axes?|orientations?|objectifs?|enjeux?|defis?|piliers?|volets?|ambitions?|thematiques?|themes?|leviers?|priorites?|chantiers?|parties?|chapitres?)(?: (?:strategiques?|operationnels?|operationnelles?|specifiques?|thematiques?|transversal|transversaux|generaux|general))?(?![\p{L}])/u;
const NUMBER =
  /^\s*(?:n\s*[°ºo]s?\.?\s*|numero\s+|#\s*)?((?:[a-z]{1,4}[.-]?)?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?(?![\p{L}\p{N}°%€])|[ivx]{1,5}(?![\p{L}\p{N}'])|[a-h](?![\p{L}\p{N}']))/u;
const CODE = /^([A-Z]{1,5})[ -]?(\d{1,3}(?:\.\d{1,3}){0,2})(?![\p{L}\p{N}])/u;
/** A code may stand alone, its title below: "MOB-01". "CO2" is no code. */
const ALONE = /^[A-Z]{2,5}(?:-\d{1,3}|[ .]?\d{2,3})\s*$/;
const BARE = /^\d{1,3}(?:\.\d{1,3}){0,3}(?=[\s.):–—-])/u;
const SEPARATOR = /^\s*(?:[:–—|)/\t]|[.-](?=\s|$)|°)+\s*/u;
const LEADERS = /(?:\s*[.…·_]{3,}\s*|\t)(?:p(?:age|\.)?\s*)?\d{1,3}$/iu;
const LIST_SIGN = /^[-–—•●▪■◦○*+>➢➤→⇒✓·]\s*/u;
const LONGEST_TITLE = 300;

/** The heading that `line` may be, or null. */
export function readHeading(line: Line): Heading | null {
  if (line.kind !== 'content' || line.text.length > LONGEST_TITLE + 60) return null;
  const skipped = line.bulleted ? (LIST_SIGN.exec(line.text)?.[0].length ?? 0) : 0;
  const text = line.text.slice(skipped);
  if (!/^[\p{Lu}\d#]/u.test(text)) return null;
  const opening = nounOpening(text) ?? codeOpening(text) ?? bareOpening(text);
  if (!opening) return null;
  const after = text.slice(opening.length);
  const separator = SEPARATOR.exec(after)?.[0] ?? '';
  const rest = after.slice(separator.length);
  // Without a separator a title starts like a title: "Action 12 est prévue" is a sentence.
  if (separator === '' && rest.trim() !== '' && !/^\s*[\p{Lu}\d«“"(]/u.test(rest)) return null;
  if (rest.trim() === '' && (opening.family === 'bare' || (opening.family === 'code' && !ALONE.test(text))))
    return null;
  const leaders = LEADERS.exec(rest)?.[0].length ?? 0;
  const from = skipped + opening.length + separator.length;
  const to = line.text.length - leaders;
  if (to - from > LONGEST_TITLE) return null;
  const whole = joinPlain(
    line.cells.map((cell) => cell.plain),
    '\t',
  );
  const beside = opening.family === 'sheet' && line.cells.length > 1 && fillsCell(line, skipped + opening.length);
  const spread = beside ? headingCells(line.cells.slice(1), opening.number !== '') : null;
  const aside = spread !== null && (spread.number !== null || spread.axisText !== null) ? spread : null;
  return {
    line: line.index,
    family: opening.family,
    form: aside && aside.number !== null ? `fiche|${depthOf(aside.number)}` : opening.form,
    number: aside?.number ?? opening.number,
    title: aside?.title ?? slicePlain(whole, from, Math.max(from, to)),
    axisText: aside?.axisText ?? null,
    inContents: leaders > 0,
    bulleted: line.bulleted,
  };
}

/** The noun and its number are all that the first cell holds. */
function fillsCell(line: Line, length: number): boolean {
  return /^\s*[:–—-]?$/.test(line.cells[0]?.plain.text.slice(length) ?? '');
}

type Opening = { family: Heading['family']; form: string; number: string; length: number };

function nounOpening(text: string): Opening | null {
  const folded = foldKeepingLength(text);
  const sheet = SHEET_NOUN.exec(folded);
  const noun = sheet ?? AXIS_NOUN.exec(folded);
  if (!noun) return null;
  // A tab may part the noun from its number: "AXE	1".
  const number = NUMBER.exec(folded.slice(noun[0].length).replace(/^\t/, ' '));
  if (!number?.[1]) return sheet ? unnumberedFiche(folded, sheet[0]) : null;
  const length = noun[0].length + number[0].length;
  const written = text.slice(length - number[1].length, length);
  return {
    family: sheet ? 'sheet' : 'axis',
    form: `${nounKey(noun[0])}|${depthOf(written)}`,
    number: written.replace(/(?<=\d)-(?=\d)/g, '.').replace(/\.$/, ''),
    length,
  };
}

/** "FICHE ACTION : Rénover l'éclairage". */
function unnumberedFiche(folded: string, noun: string): Opening | null {
  const separated = /^\s*[:–—|\t]|^\s+-\s/.test(folded.slice(noun.length));
  if (!noun.startsWith('fiche') || !separated) return null;
  return { family: 'sheet', form: 'fiche|0', number: '', length: noun.length };
}

function codeOpening(text: string): Opening | null {
  const match = CODE.exec(text);
  if (!match) return null;
  return { family: 'code', form: `code|${match[1]?.length === 1 ? 1 : 2}`, number: match[0], length: match[0].length };
}

function bareOpening(text: string): Opening | null {
  const match = BARE.exec(text);
  if (!match) return null;
  return { family: 'bare', form: `bare|${depthOf(match[0])}`, number: match[0], length: match[0].length };
}

function nounKey(noun: string): string {
  const key = noun.replace(/[ -]+/g, ' ').replace(/s\b/g, '').trim();
  return key.startsWith('fiche') ? 'fiche' : key;
}

/** "1" is 1 deep, "1.2" is 2. */
function depthOf(number: string): number {
  return number.split(/[.-]/).filter((part) => /\d/.test(part)).length || 1;
}
