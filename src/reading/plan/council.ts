/**
 * What the council notice or the deliberation says: when, which item, who reports, what is decided; and the plan's name.
 *
 * Read outside the sheets only. Values are as written, without their label.
 */
import type { PlanReading, Span } from '#reading/contract.ts';
import { foldedLetters, foldKeepingLength } from './fold.ts';
import type { PlanPage } from './plan-page.ts';
import type { Line } from './plan-lines.ts';

type Council = PlanReading['council'];

const MONTH = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const DAY = String.raw`(?:\d{1,2}|1er) (?:${MONTH}) \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}`;
const MEETING = new RegExp(
  String.raw`(?:conseil|seance|assemblee|deliberation|reunion|bureau)[^\n.;]{0,80}?(?:(?:du|le|en date du|:)\s+|[–—-]\s+)(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?<date>${DAY})`,
  'u',
);
const NUMBER = String.raw`(?:n\s*[°ºo]|numero)\s*(?<item>[\p{L}\d]+(?:[.\-/_][\p{L}\d]+)*)`;
const ITEM = new RegExp(String.raw`(?<!\p{L})(?:point|affaire|question|rapport|dossier)\s*${NUMBER}`, 'u');
const AGENDA = /(?<!\p{L})point\s+(?<item>\d+)\s+(?:de|a)\s+l'ordre du jour/u;
const DELIBERATION = new RegExp(String.raw`^\P{L}*(?:extrait[^\t.]{0,40}\s)?deliberation\s*${NUMBER}`, 'u');
const RAPPORTEUR = /(?:^|[\t–—|-])\s*rapporteur(?:e|·e|\(e\))?s?\s*[:\t]\s*(?<name>[^\t\n]+)/u;
const SUBJECT = /^\s*objet\s*:\s*(?<subject>[^\t\n]+)/u;
const DECISION =
  /^\s*(?:(?:[-•–]|article \d+\s*[:.–-])\s*)?(?:decide\s*(?::|d'|de\s)\s*|d')?(?:approuve|adopte|valide|arrete)(?:r|nt)?\s+\S/u;
/** "Le conseil municipal, à l'unanimité, approuve…": the accent tells it from "avait approuvé", so letters are not folded. */
const COUNCIL_DECIDES =
  /^\P{L}*(?:le|la|l['’])\s*(?:conseil|assemblée|bureau)(?!\p{L})[^.;]{0,160}?(?<!(?:^|\s)a )(?<!\p{L})(?:approuve|adopte|valide|arrête|décide)\s/u;
const VOTE = /(?<!\p{L})(?:adopte|approuve)e?s?\s+(?:a\s+(?:l'unanimite|la majorite)|par\s+\d+\s+(?:voix|votes))/u;
/** What the council recalls before it decides: dates and numbers of other meetings. */
const RECALLS = /^\P{L}*(?:vu|considerant|par|depuis|suite)(?!\p{L})/u;
const PLAN_WORDS =
  /(?<!\p{L})(?:plans?|programmes?|strategie|agenda|feuille de route|schema|projet de territoire|contrat)(?!\p{L})/u;
const LONGEST_TITLE = 160;

/** @param outside lines that belong to no sheet, no axis and no contents list, in order. */
export function readCouncil(page: PlanPage, outside: readonly Line[]): { title: string | null; council: Council } {
  const spans: Span[] = [];
  const facts: Record<'date' | 'item' | 'rapporteur', string | null> = { date: null, item: null, rapporteur: null };
  let subject: string | null = null;
  const decisions: Line[] = [];
  let deliberation: { line: Line; number: string } | null = null;
  const votes: Line[] = [];
  for (const line of outside) {
    const folded = foldKeepingLength(line.text);
    const before = spans.length;
    const take = (pattern: RegExp, group: string): string | null => {
      const match = pattern.exec(folded);
      const found = match?.groups?.[group];
      if (!match || found === undefined) return null;
      const from = match.index + match[0].lastIndexOf(found);
      return line.text.slice(from, from + found.length).trim();
    };
    if (!RECALLS.test(folded)) {
      facts.date ??= covered(take(MEETING, 'date'), line, spans);
      facts.item ??= covered(take(ITEM, 'item') ?? take(AGENDA, 'item'), line, spans);
      const number: string | null = deliberation === null ? take(DELIBERATION, 'item') : null;
      if (number !== null) deliberation = { line, number };
    }
    facts.rapporteur ??= covered(take(RAPPORTEUR, 'name'), line, spans);
    subject ??= covered(take(SUBJECT, 'subject'), line, spans);
    if (spans.length === before) {
      if (DECISION.test(folded) || COUNCIL_DECIDES.test(line.text.toLowerCase())) decisions.push(line);
      else if (VOTE.test(folded)) votes.push(line);
    }
  }
  if (facts.item === null && deliberation) facts.item = covered(deliberation.number, deliberation.line, spans);
  const decided = decisions.find((line) => PLAN_WORDS.test(foldKeepingLength(line.text))) ?? decisions[0] ?? votes[0];
  const decision = covered(decided?.text.replace(/\t/g, ' ') ?? null, decided, spans);
  const title = subject ?? quoted(decision) ?? titleLine(page, outside, spans);
  if (title !== null) coverRepetitions(title, outside, spans);
  return { title, council: { ...facts, decision, spans } };
}

function covered(value: string | null, line: Line | undefined, spans: Span[]): string | null {
  if (value !== null && line) spans.push({ start: line.start, end: line.end });
  return value;
}

/** "Approuve le Plan … « Saint-Maur, Ville d'initiatives solidaires »": the name is what is quoted. */
function quoted(decision: string | null): string | null {
  return /«\s*([^»]{4,160}?)\s*»/.exec(decision ?? '')?.[1] ?? null;
}

/** The first short line that calls itself a plan; a title is no sentence. */
function titleLine(page: PlanPage, outside: readonly Line[], spans: Span[]): string | null {
  const candidate = outside.find((line) => {
    if (line.tabular || line.bulleted || line.text.length > LONGEST_TITLE || page.furniture.has(line.index))
      return false;
    return PLAN_WORDS.test(foldKeepingLength(line.text)) && !/[.;:,]$/.test(line.text);
  });
  return covered(candidate?.text ?? null, candidate, spans);
}

function coverRepetitions(title: string, outside: readonly Line[], spans: Span[]): void {
  const letters = foldedLetters(title);
  for (const line of outside) {
    if (line.text.length < 2 * title.length + 10 && foldedLetters(line.text) === letters)
      spans.push({ start: line.start, end: line.end });
  }
}
