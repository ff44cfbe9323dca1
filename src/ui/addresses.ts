/**
 * Every public address, in one place. A code or a number finds the thing; the slug after it is for people
 * and may change, so a page with an old slug sends on to the address made here.
 */
import { FIRST_EDITION } from '#domain/charter/edition.ts';
import type { PlaceCode } from '#domain/shared/place.ts';
import { slugOf } from '#domain/shared/slug.ts';

type Municipality = { readonly kind: 'municipality'; readonly code: string; readonly slug: string };
type Grouping = { readonly kind: 'grouping'; readonly siren: string; readonly slug: string };
type Numbered = { readonly id: number; readonly slug: string };

export function placeAddress(place: Municipality | Grouping): string {
  return place.kind === 'municipality'
    ? `/communes/${join(place.code, place.slug)}`
    : `/intercommunalites/${join(place.siren, place.slug)}`;
}

export function pactAddress(pact: Numbered): string {
  return `/pactes/${join(pact.id, pact.slug)}`;
}

export function planAddress(plan: Numbered): string {
  return `/plans/${join(plan.id, plan.slug)}`;
}

export function actionAddress(plan: Numbered, number: string): string {
  return `${planAddress(plan)}/actions/${encodeURIComponent(number)}`;
}

export function indicatorAddress({ id, title }: { readonly id: number; readonly title: string }): string {
  return `/indicateurs/${join(id, slugOf(title))}`;
}

export function collectiveAddress(collective: Numbered): string {
  return `/collectifs/${join(collective.id, collective.slug)}`;
}

/** Its members' own pages: by its number alone, which never changes. */
export function spaceAddress({ id }: Pick<Numbered, 'id'>): string {
  return `/collectifs/${id}/espace`;
}

/** A published review; without its place while it is worked on: `/bilans/12/travail`. */
export function reviewAddress(review: { readonly id: number; readonly place: { readonly slug: string } }): string {
  return `/bilans/${join(review.id, review.place.slug)}`;
}

export function electionAddress(election: string): string {
  return `/elections/${election}`;
}

export function listAddress(list: Numbered): string {
  return `/listes/${join(list.id, list.slug)}`;
}

export function questionAddress(question: number): string {
  return `/questions/${question}`;
}

/** Every candidate list of a municipality, election by election. */
export function listsAddress(place: Municipality): string {
  return `${placeAddress(place)}/listes`;
}

/** The lists of one election there, side by side. */
export function comparedListsAddress(place: Municipality): string {
  return `${placeAddress(place)}/listes-comparees`;
}

/** Communes that resemble it. */
export function twinsAddress(place: Municipality): string {
  return `${placeAddress(place)}/semblables`;
}

/** INSEE codes, in the order in which they stand side by side. */
export function comparisonAddress(codes: readonly string[]): string {
  return `/observatoire/comparer?communes=${codes.join(',')}`;
}

export function editionAddress(edition: string): string {
  return `/chartes/${edition}`;
}

export function measureAddress(edition: string, measure: number): string {
  return `/chartes/${edition}/mesures/${measure}`;
}

/** A technical sheet, on the measure that it was written for. */
export function sheetAddress(sheet: {
  readonly id: number;
  readonly edition: string;
  readonly measure: number;
}): string {
  return `${measureAddress(sheet.edition, sheet.measure)}/fiches/${sheet.id}`;
}

/** The thread: what became of one measure of the charter in one municipality. */
/** `edition`: the one it is numbered in; absent: wherever the address alone leads (storage/thread-page.ts, editionAtAddress). */
export function threadAddress(place: Municipality, measure: number, edition?: string): string {
  return `${placeAddress(place)}/mesures/${measure}${inEdition(edition)}`;
}

/** A page under a thread: `demander`. */
export function threadPageAddress(place: Municipality, measure: number, page: string, edition: string): string {
  return `${placeAddress(place)}/mesures/${measure}/${page}${inEdition(edition)}`;
}

export function principleAddress(place: Municipality, letter: string, edition?: string): string {
  return `${placeAddress(place)}/principes/${letter}${inEdition(edition)}`;
}

function inEdition(edition: string | undefined): string {
  return edition === undefined || edition === FIRST_EDITION ? '' : `?charte=${encodeURIComponent(edition)}`;
}

export function localCommitmentAddress(place: Municipality, id: number): string {
  return `${placeAddress(place)}/engagements/${id}`;
}

/** Where the town hall of a place makes an action of a promise. `item`: `m15`, `pA`, `l412`. */
export function plannerAddress(place: Municipality | Grouping, edition: string, item: string): string {
  return `${placeAddress({ ...place, slug: '' })}/planifier/${item}?charte=${encodeURIComponent(edition)}`;
}

/** What of the promises of a place its plans carry out. */
export function carriedAddress(place: Municipality | Grouping): string {
  return `${placeAddress(place)}/engagements-et-actions`;
}

/** `94017-champigny` is `94017`; null when nothing before the first hyphen looks like a municipality's code. */
export function municipalityCodeIn(segment: string): string | null {
  return /^(\d{5}|2[AB]\d{3})(?:-|$)/.exec(segment.toUpperCase())?.[1] ?? null;
}

export function sirenIn(segment: string): string | null {
  return /^(\d{9})(?:-|$)/.exec(segment)?.[1] ?? null;
}

/** The place of `/communes/94017-champigny` or `/intercommunalites/200057941`; null when its segment holds no code of that kind. */
export function placeIn(places: 'communes' | 'intercommunalites', segment: string): PlaceCode | null {
  if (places === 'communes') {
    const code = municipalityCodeIn(segment);
    return code === null ? null : { kind: 'municipality', code };
  }
  const siren = sirenIn(segment);
  return siren === null ? null : { kind: 'grouping', siren };
}

/** `12-champigny-alternance` is 12; null for anything that is not a small positive number. */
export function idIn(segment: string): number | null {
  const digits = /^([1-9]\d{0,8})(?:-|$)/.exec(segment)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** `15` is 15; null for anything else, `015` included, so that a page has one address. */
export function numberIn(segment: string): number | null {
  return /^[1-9]\d{0,3}$/.test(segment) ? Number(segment) : null;
}

/** For an original file: its own name, in letters that every system keeps. */
export function fileNameOf(name: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '';
  const stem = slugOf(extension === '' ? name : name.slice(0, -extension.length - 1)) || 'document';
  return extension === '' ? stem : `${stem}.${extension.toLowerCase()}`;
}

const LONGEST_FILE_NAME = 100;

/** For a file that everybody may save: its title, looked at before it was shown. The name it was sent under may name somebody. */
export function titledFileName(title: string, filename: string): string {
  const extension = /\.[a-z0-9]{1,5}$/i.exec(filename)?.[0] ?? '';
  return `${slugOf(title).slice(0, LONGEST_FILE_NAME) || 'document'}${extension.toLowerCase()}`;
}

/**
 * The same page by codes and numbers alone: names change, and the slugs with them. `/communes/94017-champigny/mesures/15` is
 * `/communes/94017/mesures/15`. An edition's own name is its code.
 */
export function lastingAddress(address: string): string {
  return address.replace(SLUGGED, '$1');
}

const SLUGGED =
  /^(\/(?:communes|intercommunalites|pactes|plans|bilans|collectifs|listes|indicateurs)\/\d[\dAB]*)-[^/?#]*/;

function join(key: string | number, slug: string): string {
  return slug === '' ? String(key) : `${key}-${slug}`;
}

/** Asks the page of a reading under way to answer when it is over. */
export const WAITING = 'attendre';

/** `file`: the address of a photograph that is kept here. */
export function thumbnailAddress(file: string): string {
  return `${file}/vignette`;
}
