/** Which list somebody wants, as its address says it: beside the filters (./asked.ts), what of the figures it stands behind. */
import { ASSESSMENT_STATUSES, VOICES } from '#domain/follow-up/assessment.ts';
import {
  PLACES_LOOKED,
  withinReach,
  type Listed,
  type ListedLevel,
  type PlacesLooked,
} from '#domain/observatory/listed.ts';
import type { Fault } from '#domain/open-data/api-problem.ts';
import { STANCES } from '#domain/pact/stance.ts';
import { idIn, numberIn } from '#ui/addresses.ts';
import { cellOf, observatoryAddress, type ObservatoryAsked } from './asked.ts';

const LOOKED_CODES = {
  signed: 'signataires',
  assessed: 'evalues',
  reviewed: 'avec-bilan',
} as const satisfies Record<PlacesLooked, string>;
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
        position: listed.stance,
      };
    case 'amended':
      return { mesure: String(listed.measure), texte: 'modifie' };
    case 'clause':
      return {
        mesure: String(listed.measure),
        ...(listed.level === 0 ? {} : { niveau: String(listed.level) }),
        alinea: String(listed.clause),
        ecart: APART_CODES[listed.apart],
      };
    case 'body':
      return { organisme: listed.body, ...(listed.measure === null ? {} : { mesure: String(listed.measure) }) };
    case 'done':
      return {
        ...fieldOfItem(listed.item),
        voix: listed.voice,
        etat: listed.status,
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
    const stance = [...STANCES, 'promised' as const].find((known) => known === said('position'));
    const level = levelIn(said('niveau'));
    return stance === undefined || level === null ? null : { kind: 'stance', item, level, stance };
  }
  if (measure === null) return null;
  return said('texte') === 'modifie' ? { kind: 'amended', measure } : clauseAsked(measure, said);
}

const ACCEPTED: Readonly<Record<string, (text: string) => boolean>> = {
  mesure: (text) => numberIn(text) !== null,
  principe: (text) => /^[A-Z]$/.test(text),
  niveau: (text) => levelIn(text) !== null,
  position: (text) => text === 'promised' || STANCES.some((known) => known === text),
  texte: (text) => text === 'modifie',
  alinea: (text) => text === '0' || numberIn(text) !== null,
  ecart: (text) => Object.values(APART_CODES).some((known) => known === text),
  organisme: (text) => text.length <= LONGEST_BODY,
  voix: (text) => VOICES.some((known) => known === text),
  etat: (text) => ASSESSMENT_STATUSES.some((known) => known === text),
  avant: (text) => text === 'oui',
  lieux: (text) => Object.values(LOOKED_CODES).some((known) => known === text),
};

/** The names that `fieldsOfListed` gives. */
export const LISTED_FIELDS: readonly string[] = Object.keys(ACCEPTED);

/** All that is wrong with them for a file, which ignores nothing: values, and fields that do not go together. */
export function listedFaults(fields: URLSearchParams): readonly Fault[] {
  const wrong = LISTED_FIELDS.filter((parameter) => {
    const text = fields.get(parameter);
    return text !== null && ACCEPTED[parameter]?.(text) !== true;
  });
  if (wrong.length > 0) return wrong.map((parameter) => ({ parameter, fault: 'misunderstood' }));
  const listed = listedAsked(fields);
  const said = LISTED_FIELDS.filter((parameter) => fields.has(parameter));
  if (listed === null) return said.slice(0, 1).map((parameter) => ({ parameter, fault: 'incomplete' }));
  const counted = Object.keys(fieldsOfListed(listed));
  return said
    .filter((parameter) => !counted.includes(parameter))
    .map((parameter) => ({ parameter, fault: 'not-counted-here' }));
}

type Said = (name: string) => string;

function doneAsked(item: string, said: Said): Listed | null {
  const voice = VOICES.find((known) => known === said('voix'));
  const status = ASSESSMENT_STATUSES.find((known) => known === said('etat'));
  if (voice === undefined || status === undefined) return null;
  return { kind: 'done', item, voice, status, beforeMandate: said('avant') === 'oui' };
}

function clauseAsked(measure: number, said: Said): Listed | null {
  const apart = (['excepted', 'reworded'] as const).find((known) => APART_CODES[known] === said('ecart'));
  const level = levelIn(said('niveau'));
  const clause = said('alinea') === '0' ? 0 : numberIn(said('alinea'));
  if (apart === undefined || level === null || clause === null) return null;
  // The title has no level, and is said otherwise or not.
  if (level === 0 && (apart === 'excepted' || clause !== 0)) return null;
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

/** `12-15`: after measure 15 of pact 12; `12`: after pact 12. */
export function pactAfter(text: string): { readonly pact: number; readonly measure: number | null } | null {
  const [, pact, measure] = /^([1-9]\d{0,8})(?:-(\d{1,4}))?$/.exec(text) ?? [];
  const number = idIn(pact ?? '');
  return number === null ? null : { pact: number, measure: measure === undefined ? null : Number(measure) };
}

export function afterPact({ pact, measure }: { readonly pact: number; readonly measure: number | null }): string {
  return measure === null ? String(pact) : `${pact}-${measure}`;
}
