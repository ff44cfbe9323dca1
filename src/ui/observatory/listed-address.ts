/** Which list somebody wants, as its address says it: beside the filters (./asked.ts), what of the figures it stands behind. */
import { ASSESSMENT_STATUSES, VOICES, type AssessmentStatus, type Voice } from '#domain/follow-up/assessment.ts';
import {
  PLACES_LOOKED,
  withinReach,
  type Listed,
  type ListedLevel,
  type PlacesLooked,
} from '#domain/observatory/listed.ts';
import { STANCES, type Stance } from '#domain/pact/stance.ts';
import { idIn, numberIn } from '#ui/addresses.ts';
import { cellOf, observatoryAddress, type ObservatoryAsked } from './asked.ts';

const LOOKED_CODES = {
  signed: 'signataires',
  assessed: 'evalues',
  reviewed: 'avec-bilan',
} as const satisfies Record<PlacesLooked, string>;
const STANCE_CODES = {
  promised: 'promis',
  accepted: 'pris',
  partial: 'pris-en-partie',
  refused: 'refuse',
  delegated: 'laisse-a-d-autres',
  unspecified: 'non-precise',
  unknown: 'inconnu',
} as const satisfies Record<Stance | 'promised', string>;
const VOICE_CODES = { collective: 'collectif', 'town-hall': 'mairie' } as const satisfies Record<Voice, string>;
const STATUS_CODES = {
  'not-started': 'pas-commence',
  underway: 'en-cours',
  'partly-kept': 'tenu-en-partie',
  kept: 'tenu',
  broken: 'rompu',
  'cannot-assess': 'impossible-a-evaluer',
  'not-competent': 'hors-competence',
} as const satisfies Record<AssessmentStatus, string>;
const APART_CODES = { excepted: 'excepte', reworded: 'reformule' } as const;
const LONGEST_BODY = 200;

/** The fields of a list, beside the filters. */
export function fieldsOfListed(listed: Listed): Readonly<Record<string, string>> {
  switch (listed.kind) {
    case 'pacts':
      return {};
    case 'places':
      return { lieux: LOOKED_CODES[listed.looked] };
    case 'stance':
      return {
        ...fieldOfItem(listed.item),
        ...(listed.level === 0 ? {} : { niveau: String(listed.level) }),
        position: STANCE_CODES[listed.stance],
      };
    case 'amended':
      return { mesure: String(listed.measure), texte: 'modifie' };
    case 'clause':
      return {
        mesure: String(listed.measure),
        niveau: String(listed.level),
        alinea: String(listed.clause),
        ecart: APART_CODES[listed.apart],
      };
    case 'body':
      return { organisme: listed.body, ...(listed.measure === null ? {} : { mesure: String(listed.measure) }) };
    case 'done':
      return {
        ...fieldOfItem(listed.item),
        voix: VOICE_CODES[listed.voice],
        statut: STATUS_CODES[listed.status],
        ...(listed.beforeMandate ? { avant: 'oui' } : {}),
      };
  }
}

function fieldOfItem(item: string): Readonly<Record<string, string>> {
  return item.startsWith('p') ? { principe: item.slice(1) } : { mesure: item.slice(1) };
}

/** Null: what is asked is no list. */
export function listedAsked(fields: URLSearchParams): Listed | null {
  const said = (name: string) => fields.get(name) ?? '';
  const measure = numberIn(said('mesure'));
  const letter = /^[A-Z]$/.exec(said('principe'))?.[0];
  const item = measure === null ? (letter === undefined ? null : `p${letter}`) : `m${measure}`;
  if (said('lieux') !== '') {
    const looked = PLACES_LOOKED.find((known) => LOOKED_CODES[known] === said('lieux'));
    return looked === undefined ? null : { kind: 'places', looked };
  }
  if (said('organisme') !== '') {
    return said('organisme').length > LONGEST_BODY ? null : { kind: 'body', body: said('organisme'), measure };
  }
  if (item === null) return said('mesure') === '' && said('principe') === '' ? { kind: 'pacts' } : null;
  if (said('voix') !== '') return doneAsked(item, said);
  if (said('position') !== '') {
    const stance = [...STANCES, 'promised' as const].find((known) => STANCE_CODES[known] === said('position'));
    const level = levelIn(said('niveau'));
    return stance === undefined || level === null ? null : { kind: 'stance', item, level, stance };
  }
  if (measure === null) return null;
  return said('texte') === 'modifie' ? { kind: 'amended', measure } : clauseAsked(measure, said);
}

type Said = (name: string) => string;

function doneAsked(item: string, said: Said): Listed | null {
  const voice = VOICES.find((known) => VOICE_CODES[known] === said('voix'));
  const status = ASSESSMENT_STATUSES.find((known) => STATUS_CODES[known] === said('statut'));
  if (voice === undefined || status === undefined) return null;
  return { kind: 'done', item, voice, status, beforeMandate: said('avant') === 'oui' };
}

function clauseAsked(measure: number, said: Said): Listed | null {
  const apart = (['excepted', 'reworded'] as const).find((known) => APART_CODES[known] === said('ecart'));
  const level = levelIn(said('niveau'));
  const clause = said('alinea') === '0' ? 0 : numberIn(said('alinea'));
  if (apart === undefined || level === null || level === 0 || clause === null) return null;
  return { kind: 'clause', apart, measure, level, clause };
}

function levelIn(text: string): ListedLevel | null {
  if (text === '') return 0;
  return ([1, 2, 3] as const).find((level) => String(level) === text) ?? null;
}

/** The list behind a figure: with the filters that the figure answers, and no other. */
export function listAddress(
  asked: ObservatoryAsked,
  listed: Listed,
  more: Readonly<Record<string, string>> = {},
): string {
  return observatoryAddress('/liste', reached(asked, listed), { ...fieldsOfListed(listed), ...more });
}

/** The same without the filters that this figure does not answer. A list has no theme. */
export function reached(asked: ObservatoryAsked, listed: Listed): ObservatoryAsked {
  const { cell, period } = withinReach({ cell: cellOf(asked), period: asked.period }, listed);
  return { ...asked, size: cell.size, standing: cell.standing, period, theme: null };
}

/** Whether something asked is left aside by `reached`. */
export function leavesAside(asked: ObservatoryAsked, listed: Listed): boolean {
  const kept = reached(asked, listed);
  const sameDays = kept.period.since === asked.period.since && kept.period.until === asked.period.until;
  return kept.size !== asked.size || kept.standing !== asked.standing || !sameDays;
}

/** `12-15`: after measure 15 of pact 12; `12`: after pact 12. */
export function pactAfter(text: string): { readonly pact: number; readonly measure: number | null } | null {
  const [, pact, measure] = /^([1-9]\d{0,8})(?:-(\d{1,4}))?$/.exec(text) ?? [];
  const number = idIn(pact ?? '');
  return number === null ? null : { pact: number, measure: measure === undefined ? null : Number(measure) };
}

export function afterPact({ pact, measure }: { readonly pact: number; readonly measure: number | null }): string {
  return measure === null ? String(pact) : `${pact}-${measure}`;
}
