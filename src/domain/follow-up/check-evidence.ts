/** What evidence must be before it is kept. Words are verbatim: nothing is cut, what is too long is refused. */
import { isDay } from '../shared/local-day.ts';
import type { EvidenceItem, EvidenceSource } from './evidence.ts';

/** An evening's work, not an archive. */
export const EVIDENCE_LIMIT = 12;
export const TITLE_LIMIT = 300;
export const QUOTATION_LIMIT = 4000;
export const ADDRESS_LIMIT = 2000;

/** `which`: its rank, from 0. */
export type BadEvidence =
  | { readonly kind: 'too-many-evidence'; readonly limit: number }
  | { readonly kind: 'evidence-title-missing'; readonly which: number }
  | { readonly kind: 'evidence-too-long'; readonly which: number; readonly limit: number }
  | { readonly kind: 'evidence-not-an-address'; readonly which: number }
  | { readonly kind: 'evidence-not-a-day'; readonly which: number; readonly day: string }
  | { readonly kind: 'evidence-day-to-come'; readonly which: number; readonly day: string }
  | { readonly kind: 'evidence-not-a-page'; readonly which: number }
  | { readonly kind: 'evidence-not-a-figure'; readonly which: number }
  | { readonly kind: 'evidence-nowhere'; readonly which: number };

/** `today`: the day at the place. Null: all is well. */
export function checkEvidence(items: readonly EvidenceItem[], today: string): BadEvidence | null {
  if (items.length > EVIDENCE_LIMIT) return { kind: 'too-many-evidence', limit: EVIDENCE_LIMIT };
  for (const [which, item] of items.entries()) {
    const bad = checkOne(item, { which, today });
    if (bad !== null) return bad;
  }
  return null;
}

/** Only what a browser opens as a page: no script, no file, no password in it. */
export function isWebAddress(url: string): boolean {
  if (url.length > ADDRESS_LIMIT || !/^https?:\/\//i.test(url)) return false;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false;
  return (parsed.protocol === 'https:' || parsed.protocol === 'http:') && parsed.hostname.includes('.');
}

type At = { readonly which: number; readonly today: string };

function checkOne(item: EvidenceItem, at: At): BadEvidence | null {
  switch (item.kind) {
    case 'deliberation':
      if (item.decidedOn === null && item.reference.trim() === '') return missing(at);
      return (
        badWords([item.reference], TITLE_LIMIT, at) ??
        badDay(item.decidedOn, at) ??
        badSource(item, at) ??
        badPassage(item, at)
      );
    case 'document':
      if (item.title.trim() === '') return missing(at);
      // A document that nobody can open proves nothing, unless its words are quoted.
      if (item.where.kind === 'none' && (item.quotation ?? '') === '')
        return { kind: 'evidence-nowhere', which: at.which };
      return badWords([item.title], TITLE_LIMIT, at) ?? badSource(item, at) ?? badPassage(item, at);
    case 'link':
      return badWords([item.title], TITLE_LIMIT, at) ?? badAddress(item.url, at) ?? badDay(item.seenOn, at);
    case 'figure':
      if (item.label.trim() === '') return missing(at);
      if (!Number.isFinite(item.value) || Math.abs(item.value) > 1e15)
        return { kind: 'evidence-not-a-figure', which: at.which };
      return badWords([item.label, item.unit, item.source], TITLE_LIMIT, at) ?? badDay(item.on, at);
    case 'photo':
      if (item.caption.trim() === '') return missing(at);
      return badWords([item.caption], TITLE_LIMIT, at) ?? badDay(item.takenOn, at);
  }
}

function missing({ which }: At): BadEvidence {
  return { kind: 'evidence-title-missing', which };
}

function badWords(words: readonly string[], limit: number, { which }: At): BadEvidence | null {
  return words.some((text) => text.length > limit) ? { kind: 'evidence-too-long', which, limit } : null;
}

function badSource({ where }: { readonly where: EvidenceSource }, at: At): BadEvidence | null {
  return where.kind === 'url' ? badAddress(where.url, at) : null;
}

function badAddress(url: string, { which }: At): BadEvidence | null {
  return isWebAddress(url) ? null : { kind: 'evidence-not-an-address', which };
}

function badDay(day: string | null, { which, today }: At): BadEvidence | null {
  if (day === null) return null;
  if (!isDay(day)) return { kind: 'evidence-not-a-day', which, day };
  return day > today ? { kind: 'evidence-day-to-come', which, day } : null;
}

function badPassage(
  { page, quotation }: { readonly page: number | null; readonly quotation: string | null },
  at: At,
): BadEvidence | null {
  if (page !== null && !(Number.isInteger(page) && page > 0 && page < 100_000)) {
    return { kind: 'evidence-not-a-page', which: at.which };
  }
  return badWords([quotation ?? ''], QUOTATION_LIMIT, at);
}
