import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { ACTION_STATUSES } from '#domain/plan/action-sheet.ts';
import { allowance } from '#server/http/allowance.ts';
import { formText } from '#server/http/form-text.ts';
import { keepPrivate } from '#server/http/private-page.ts';
import { runtime } from '#server/runtime.ts';
import { prepareScan } from '#server/scans/prepare-scan.ts';
import { storesOn } from '#server/stores.ts';
import { LINK_OVER, LINK_UNKNOWN, sayNewsRefusal } from '#ui/messages/news.fr.ts';
import { enterNews } from '#use-cases/plan-news/enter-news.ts';
import { giveBack, type CannotGiveBack } from '#use-cases/plan-news/give-back.ts';
import { sayNews, type CannotSayNews } from '#use-cases/plan-news/say-news.ts';

/** Reading changes nothing: mail scanners open links. What is answered is posted. */
export const load: PageServerLoad = async (event) => {
  keepPrivate(event.setHeaders);
  const { stores, actor } = await bearer(event.params);
  const entered = await enterNews(stores, actor, { now: new Date() });
  if (!entered.ok) error(entered.refusal.kind === 'link-over' ? 410 : 404, lost(entered.refusal.kind));
  const { lead, expiresAt, actions } = entered.value;
  const asked = event.url.searchParams;
  const waiting = actions.filter(({ askedAt }) => askedAt !== null);
  const chosen = actions.find(({ id }) => String(id) === asked.get('action')) ?? waiting[0] ?? null;
  const about = actions.find(({ id }) => String(id) === asked.get('pour')) ?? null;
  return {
    home: `/actualiser/${event.params.token}`,
    lead: { name: lead.name, place: lead.placeName },
    expiresAt,
    actions,
    waiting: waiting.length,
    chosen,
    atOnce: chosen === null ? false : (await stores.news.setting(chosen.plan)).atOnce,
    said: asked.get('fait'),
    about: about?.title ?? formerTitle(asked.get('titre')),
    sending: randomUUID(),
  };
};

export const actions: Actions = {
  dire: async (event) => {
    const { stores, actor, home } = await bearer(event.params);
    const form = await event.request.formData();
    const typed = typedIn(form);
    if (isTooOften(event)) return refused(429, typed, { kind: 'too-often' });
    const upload = form.get('fichier');
    const file = upload instanceof File && (upload.size > 0 || upload.name !== '') ? upload : null;
    const status = ACTION_STATUSES.find((known) => known === typed.status) ?? null;
    const request = {
      ...numbersIn(form),
      status,
      blocked: { why: typed.why, unblocks: typed.unblocks },
      words: typed.words,
      file: file === null ? null : { filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      nothingNew: false,
    };
    const said = await sayNews(stores, actor, request, { now: new Date(), prepare: prepareScan });
    if (!said.ok) return refused(statusOf(said.refusal), { ...typed, file: file !== null }, said.refusal);
    redirect(303, `${home}?fait=dit&pour=${request.action}`);
  },
  rien: async (event) => {
    const { stores, actor, home } = await bearer(event.params);
    const form = await event.request.formData();
    if (isTooOften(event)) return refused(429, typedIn(form), { kind: 'too-often' });
    const request = { ...numbersIn(form), status: null, blocked: null, words: '', file: null, nothingNew: true };
    const said = await sayNews(stores, actor, request, { now: new Date(), prepare: prepareScan });
    if (!said.ok) return refused(statusOf(said.refusal), typedIn(form), said.refusal);
    redirect(303, `${home}?fait=rien&pour=${request.action}`);
  },
  rendre: async (event) => {
    const { stores, actor, home } = await bearer(event.params);
    const form = await event.request.formData();
    const typed = { ...typedIn(form), who: formText(form, 'qui', 5000) };
    if (isTooOften(event)) return refused(429, typed, { kind: 'too-often' });
    const { action, sending } = numbersIn(form);
    const all = form.get('portee') === 'toutes';
    const request = { action: all ? null : action, words: typed.who, sending };
    const entered = await enterNews(stores, actor, { now: new Date() });
    const title = entered.ok ? (entered.value.actions.find(({ id }) => id === action)?.title ?? '') : '';
    const given = await giveBack(stores, actor, request, new Date());
    if (!given.ok) return refused(statusOf(given.refusal), typed, given.refusal);
    redirect(303, given.value.left ? '/actualiser/merci' : `${home}?fait=rendue&titre=${encodeURIComponent(title)}`);
  },
};

async function bearer({ token }: { readonly token: string }) {
  const { db } = await runtime();
  return { stores: storesOn(db), actor: { kind: 'lead', token } as const, home: `/actualiser/${token}` };
}

function lost(kind: string): string {
  return kind === 'link-over' ? LINK_OVER : LINK_UNKNOWN;
}

/** Of an action that is no longer theirs: said back as it came from this very site, and shown as text. */
function formerTitle(text: string | null): string | null {
  return text === null ? null : text.slice(0, 300);
}

/** A service sends for many; a whole town hall has one network. */
const SAYING = allowance({ times: 120, timesHere: 6_000, windowMilliseconds: 3_600_000 });

function isTooOften(event: Pick<RequestEvent, 'getClientAddress'>): boolean {
  return SAYING.secondsToWait(event.getClientAddress(), Date.now()) > 0;
}

function numbersIn(form: FormData) {
  const number = (name: string) => Number(/^\d{1,9}$/.exec(formText(form, name, 12))?.[0] ?? 0);
  return { action: number('action'), version: number('version'), sending: formText(form, 'envoi', 64) || randomUUID() };
}

function typedIn(form: FormData) {
  return {
    status: formText(form, 'statut', 20),
    words: formText(form, 'mots', 5000),
    why: formText(form, 'bloque', 5000),
    unblocks: formText(form, 'debloque', 5000),
    who: '',
    file: false,
  };
}

function statusOf({ kind }: CannotSayNews | CannotGiveBack): number {
  switch (kind) {
    case 'unknown-link':
    case 'not-allowed':
      return 404;
    case 'link-over':
      return 410;
    case 'action-edited-meanwhile':
      return 409;
    case 'file-too-large':
      return 413;
    default:
      return 400;
  }
}

function refused(
  status: number,
  typed: ReturnType<typeof typedIn>,
  refusal: CannotSayNews | CannotGiveBack | { readonly kind: 'too-often' },
) {
  if (status === 404 || status === 410) error(status, lost(refusal.kind));
  return fail(status, { typed, kind: refusal.kind, problem: sayNewsRefusal(refusal) });
}
