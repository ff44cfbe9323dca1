/**
 * An agreed text as its printed pages show it (templates/pact.typ): every word ready to be set, nothing left to decide
 * there. What people wrote has passed ./drawable.ts.
 */
import { agreedTally, isAmended, levelStance, stanceOf } from '#domain/pact/agreed-stances.ts';
import type { AgreedClause, AgreedLevel, AgreedStance, AgreedText } from '#domain/pact/agreed-text.ts';
import { comparedWords, type WordingPart } from '#domain/pact/compared-words.ts';
import type { Stance } from '#domain/pact/stance.ts';
import { shownCode } from '#domain/shared/short-code.ts';
import { SIDES } from '#domain/signature/side.ts';
import * as words from '#ui/messages/agreed-text.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { drawable } from './drawable.ts';

export type PactPlace = {
  /** Of the site, without a slash at the end. */
  readonly address: string;
  /** SHA-256 of the canonical text. */
  readonly fingerprint: string;
  /** The address of the text as a QR code, in SVG. */
  readonly qr: string;
};

export function pactDocument(text: AgreedText, at: PactPlace): object {
  const code = shownCode(text.code);
  return {
    title: drawable(words.agreedTitle(text)),
    subtitle: drawable(words.between(text)),
    code,
    address: textAddress(at.address, text.code),
    fingerprint: at.fingerprint,
    qr: at.qr,
    addendum: text.addendumTo === null ? null : addendum(text.addendumTo),
    identity: words.identity(text).map(({ name, value }) => ({ name, value: drawable(value) })),
    brief: words.inBrief(agreedTally(text)),
    notes: [words.SIMPLE_SIGNATURE, words.NOT_CUMULATIVE, words.UNSAID],
    parties: SIDES.map((side) => ({
      title: words.SIDE_TITLE[side],
      lines: words.partyLines(text, side).map(drawable),
      signs: drawable(words.forParty(text, side)),
    })),
    observationOf: drawable(words.observationOf(text)),
    principles: text.principles.map(({ letter, title, text: whole, stance, observation }) => ({
      letter,
      title: drawable(heading(title)),
      ...said(stance),
      text: drawable(whole),
      observation: drawn(observation),
    })),
    measures: text.measures.map(({ number, title, stance, levels, observation }) => ({
      number,
      title: drawable(heading(title)),
      ...(stance === null ? { word: null, shape: null } : said(stance)),
      levels: levels.map(level),
      observation: drawn(observation),
    })),
    local: text.localMeasures.map(({ number, text: whole, stance, relatedMeasures, observation }) => ({
      number,
      text: drawable(whole),
      ...said(stance),
      related: relatedMeasures.length === 0 ? null : words.relatedTo(relatedMeasures),
      observation: drawn(observation),
    })),
    signing: { introduction: words.SIGN_ON_PAPER, columns: words.BOX_COLUMNS },
    proof: null,
    words: LABELS,
  };
}

/** Where a code leads: short enough to be typed from paper. */
export function textAddress(site: string, code: string): string {
  return `${site}/v/${shownCode(code)}`;
}

const LABELS = {
  brief: words.IN_BRIEF,
  parties: words.PARTIES,
  principles: words.PRINCIPLES,
  measures: words.MEASURES,
  local: words.LOCAL_MEASURES,
  localIntroduction: words.LOCAL_INTRODUCTION,
  signatures: words.SIGNATURES,
  amended: words.AMENDED,
  reference: words.REFERENCE_WAS,
  code: words.CODE,
  fingerprint: words.FINGERPRINT_OF_TEXT,
};

function level(agreed: AgreedLevel): object {
  return {
    mark: words.levelLabel(agreed.level),
    title: drawable(words.levelTitle(agreed)),
    shape: SHAPE[levelStance(agreed.clauses)],
    clauses: agreed.clauses.map((each) => clause(each, agreed)),
  };
}

function clause(agreed: AgreedClause, of: AgreedLevel): object {
  const parts = comparedWords(agreed.reference, agreed.text);
  return {
    bullet: of.clauses.length > 1 && agreed.clause > 0,
    word: drawn(words.clauseWord(agreed, of)),
    promised: agreed.stance.kind === 'accepted',
    parts: side(parts, 'inserted'),
    reference: isAmended(agreed) ? side(parts, 'struck') : null,
    observation: drawn(agreed.observation),
  };
}

/** One of the two wordings, with what is its own marked. */
function side(parts: readonly WordingPart[], own: 'inserted' | 'struck'): object {
  return parts
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => ({ own: kind === own, text: drawable(text) }));
}

function said(stance: AgreedStance): { readonly word: string; readonly shape: string } {
  return { word: drawable(words.agreedWord(stance)), shape: SHAPE[stanceOf(stance)] };
}

function drawn(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : drawable(text);
}

function addendum({ code, sha256 }: { readonly code: string; readonly sha256: string }): object {
  return { line: words.addendumLine(shownCode(code)), sha256 };
}

/** Drawn, so that no rare sign is needed and a mark reads without colour. */
const SHAPE: Readonly<Record<Stance, 'full' | 'half' | 'struck' | 'dashed' | 'plain'>> = {
  accepted: 'full',
  partial: 'half',
  refused: 'struck',
  delegated: 'dashed',
  unspecified: 'plain',
  unknown: 'plain',
};
