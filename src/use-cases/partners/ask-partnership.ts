/** Somebody signed in asks for their organisation to join. They speak for it from then on; the steering committee decides. */
import { pass, type NotAllowed, type Person } from '#domain/access/gate.ts';
import { ABOUT_LIMIT, NAME_LIMIT, neededOn, QUALITY_LIMIT, type PartnerProof } from '#domain/partners/organisation.ts';
import { isAtSite, readWebsite, type Website } from '#domain/partners/website.ts';
import { dayIn } from '#domain/shared/local-day.ts';
import { accept, refuse, type Result } from '#domain/shared/result.ts';
import { readText, type BadText } from '../collectives/enter-collective.ts';
import { sentOnce, type Sent } from '../sent-once.ts';
import type { Stores } from '../stores.ts';
import { tellJournal } from './enter-organisation.ts';
import { tellWaiting } from './partner-mails.ts';
import type { OrganisationWords } from './partner-store.ts';

export type OrganisationTyped = { readonly name: string; readonly website: string; readonly about: string };

export type AskPartnership = Sent &
  OrganisationTyped & {
    /** What they are in it. */
    readonly quality: string;
    /** '' : their name is not shown. */
    readonly shownName: string;
  };

export type BadOrganisation = BadText | { readonly kind: 'bad-website' };
export type CannotAsk =
  | NotAllowed
  | BadOrganisation
  /** It waits or has joined already. */
  | { readonly kind: 'organisation-known'; readonly organisation: number };

export async function askPartnership(
  stores: Stores,
  actor: Person,
  request: AskPartnership,
  now: Date,
): Promise<Result<{ readonly organisation: number }, CannotAsk>> {
  const act = 'ask-partnership';
  return await sentOnce<{ readonly organisation: number }, CannotAsk>(
    stores,
    { actor, act, request, now },
    async (all) => {
      const passed = pass(actor, { act, state: 'none' });
      if (!passed.ok) return passed;
      const words = readOrganisation(request);
      if (!words.ok) return words;
      const quality = readText(request.quality, { field: 'qualite', most: QUALITY_LIMIT });
      if (!quality.ok) return quality;
      const shown = readText(request.shownName, { field: 'nom', most: NAME_LIMIT, optional: true });
      if (!shown.ok) return shown;
      const alike = await all.partners.findAlike(words.value, null);
      if (alike !== null) return refuse({ kind: 'organisation-known', organisation: alike.id });
      const proof = proofOf(await all.accounts.find(actor.id), words.value.website);
      const organisation = await all.partners.ask({ ...words.value, proof, at: now });
      await all.partners.addRepresentative(organisation, {
        person: actor.id,
        quality: quality.value,
        shownName: shown.value === '' ? null : shown.value,
        at: now,
      });
      const { name, website, about } = words.value;
      await tellJournal(all, actor, {
        act,
        role: passed.value,
        subject: { kind: 'partner', id: organisation },
        says: { name, website: website.href, about, proof },
        at: now,
      });
      await tellWaiting(all, {
        organisation: { id: organisation, name, website: website.href, about, proof },
        hasRule: await hasRule(all, now),
        at: now,
      });
      return accept({ organisation });
    },
  );
}

/** By the address of whoever says which site it has. */
export function proofOf(account: { readonly email: string } | null, website: Website): PartnerProof {
  return account !== null && isAtSite(account.email, website) ? 'address-of-site' : 'none';
}

/** Whether the national team said how many votes decide. */
export async function hasRule(all: Stores, now: Date): Promise<boolean> {
  return neededOn(await all.partners.rules('steering'), dayIn(now, 'Europe/Paris')) !== null;
}

export function readOrganisation(typed: OrganisationTyped): Result<OrganisationWords, BadOrganisation> {
  const name = readText(typed.name.replaceAll(/\s+/gu, ' '), { field: 'organisation', most: NAME_LIMIT });
  if (!name.ok) return name;
  const website = readWebsite(typed.website);
  if (website === null) return refuse({ kind: 'bad-website' });
  const about = readText(typed.about, { field: 'activite', most: ABOUT_LIMIT });
  if (!about.ok) return about;
  return accept({ name: name.value, website, about: about.value });
}
