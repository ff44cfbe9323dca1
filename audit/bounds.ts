/** What a page may weigh and ask for, by kind of page, and how a page is compared with it. */
import { type Grade, ecoGrade, ecoIndex } from './ecoindex.ts';

export type Bounds = {
  readonly kilobytes: number;
  readonly requests: number;
  readonly grade: Grade;
  readonly mayRunScripts: boolean;
};

export type Footprint = { readonly elements: number; readonly requests: number; readonly bytes: number };

const READING: Bounds = { kilobytes: 30, requests: 6, grade: 'A', mayRunScripts: false };
/** All that a pact or a plan holds on one page: 32 promises, or each action on its line. */
const WHOLE: Bounds = { ...READING, kilobytes: 60, grade: 'B' };
/** Every measure with its figures, or every département in a table. */
const FIGURES: Bounds = { ...READING, grade: 'B' };
/** A page that works without scripts and gets better with them: they may add 50 kB. One works there on whole documents. */
const INTERACTIVE: Bounds = { kilobytes: 80, requests: 6, grade: 'B', mayRunScripts: true };

/** Kinds as audit/pages.ts names them: the address with `:x` for what changes, after its status when it is a refusal. */
export function boundsOf(kind: string): Bounds {
  if (/^\/(?:pactes\/:x(?:\/suivi)?|bilans\/:x|plans\/:x\/tableau)$/.test(kind)) return WHOLE;
  if (/^(?:\d{3} )?\/(?:lire|connexion|compte|negociations|annuaire)(?:\/|$)/.test(kind)) return INTERACTIVE;
  if (/^\/(?:plans|bilans)\/:x\/travail(?:\/|$)/.test(kind)) return INTERACTIVE;
  if (/^\/observatoire(?:\/niveaux|\/carte\/tableau|\/mesures\/:x)?$/.test(kind)) return FIGURES;
  return READING;
}

/** What is over the bounds, as sentences; empty when all is well. */
export function breaches(page: Footprint, bounds: Bounds): string[] {
  const problems: string[] = [];
  const kilobytes = page.bytes / 1000;
  if (kilobytes >= bounds.kilobytes) problems.push(`${kilobytes.toFixed(1)} kB, must be under ${bounds.kilobytes} kB`);
  if (page.requests > bounds.requests) {
    problems.push(`${page.requests} requests, at most ${bounds.requests}`);
  }
  const score = ecoIndex(page);
  if (ecoGrade(score) > bounds.grade) {
    problems.push(
      `EcoIndex ${score.toFixed(0)} ${ecoGrade(score)}, at least ${bounds.grade} (${page.elements} elements)`,
    );
  }
  return problems;
}
