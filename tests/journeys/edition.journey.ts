/**
 * The edition of 2032 is made from that of 2020, asked about, published and signed against, without JavaScript: everybody
 * begins on the home page or in their own space and follows what they see. A site of its own, since every other journey would
 * meet the new edition; it begins eight days ago, since a consultation lasts a week.
 */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { foundCollective } from './collective.ts';
import * as held from './consultation-held.ts';
import * as made from './edition-made.ts';
import { follow } from './follow.ts';
import { startOwnSite, type OwnSite } from './own-site.ts';
import { mailFor, personIn } from './sign-in.ts';
import {
  acceptToNegotiate,
  agree,
  enterList,
  expectSealed,
  nameSignatory,
  openNegotiation,
  pagesOf,
  representativeIn,
  signOnline,
  takeAsWritten,
} from './signing.ts';

const journey = test.extend<{ site: OwnSite }>({
  site: async ({ browserName: _ }, use) => {
    const site = await startOwnSite(8);
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.origin),
});

journey('an edition, from the last one to the first pact signed against it', async ({ browser, site }) => {
  journey.setTimeout(300_000);
  const team = await nationalTeam(browser, site);
  await made.begin(team);
  await made.changeRules(team);
  await made.modify(team);
  await made.merge(team);
  await made.split(team);
  await made.remove(team);
  await made.add(team);
  await made.seeDifferences(team);
  await expectAccessible(browser, team);

  await held.announce(team, { first: -8, last: -2 });
  await expectAccessible(browser, team);
  const nour = await held.inhabitant(browser, 'nour@exemple.fr');
  await held.vote(nour, [
    [ORCHARD, 'pour'],
    [ADVERTS, 'pour'],
  ]);
  await held.comment(nour);
  const ines = await held.inhabitant(browser, INES);
  await held.vote(ines, [
    [ORCHARD, 'pour'],
    [ADVERTS, 'contre'],
  ]);
  await held.amend(ines, INES);
  await expectAccessible(browser, ines);

  await site.daysPass();
  await held.answerAll(team);
  await held.count(team);
  await held.seeCount(nour);
  await expectAccessible(browser, nour);
  await ines.goto('/courrier');
  await expect(mailFor(ines, INES)).toContainText(held.ANSWER);

  await made.publishWith(team, held.AMENDED);
  await expectAccessible(browser, team);
  await made.seePublished(nour, held.AMENDED);
  await expectAccessible(browser, nour);
  await made.seeBefore(nour);

  await signAgainst(browser, site);
  await seePacts(nour);
  await seeFigures(nour);
  await expectAccessible(browser, nour);
});

const INES = 'ines@exemple.fr';
const ORCHARD = new RegExp(made.ADDED);
const ADVERTS = /Limiter la place de la publicité/;
/** A commune whose list signed the edition of 2020. */
const COMMUNE = 'Champigny-sur-Marne';
const LIST = 'Champigny en 2032 (exemple)';
const COLLECTIVE = 'Collectif de Champigny (exemple)';
/** What was added, what was modified, what was merged. */
const PROMISED = [
  [17, made.ADDED],
  [22, ADVERTS],
  [30, /Co-construire avec tous/],
] as const;

async function signAgainst(browser: Browser, { operate }: OwnSite): Promise<void> {
  const collective = await personIn(browser, 'coordination@exemple.fr', false);
  await foundCollective(collective, { commune: COMMUNE, name: COLLECTIVE, operate });
  await follow(collective, 'Priorités et votes');
  await collective.getByLabel('Numéros des mesures de la charte').fill(PROMISED.map(([number]) => number).join(', '));
  await collective.getByRole('button', { name: 'Enregistrer ces priorités' }).click();
  await enterList(collective, { list: LIST });
  const representing = { representative: 'liste@exemple.fr', listed: collective.url(), operate };
  const list = await representativeIn(browser, { ...representing, scripted: false });
  await openNegotiation(collective, { collective: COLLECTIVE, list: LIST });
  await acceptToNegotiate(list);
  for (const [, title] of PROMISED) {
    await follow(pagesOf(list), 'Vue d’ensemble');
    await follow(list.getByRole('main'), title);
    await takeAsWritten(list);
  }
  await agree({ collective, list });
  for (const [page, email, person] of [
    [collective, 'camille@exemple.fr', 'Camille Aubry'],
    [list, 'dominique@exemple.fr', 'Dominique Sorel'],
  ] as const) {
    await nameSignatory(page, { person, role: 'signataire', email });
    await signOnline(page, email);
  }
  await expectSealed(list);
}

/** Both pacts on the page of the commune, each with the words of its own edition. */
async function seePacts(page: Page): Promise<void> {
  await follow(page, 'Communes');
  await page.getByRole('searchbox').fill(COMMUNE);
  await page.getByRole('button', { name: 'Chercher' }).click();
  if (new URL(page.url()).pathname === '/communes') await follow(page.getByRole('main'), COMMUNE);
  await expect(page.getByText(`3 sur 32 mesures promises par ${LIST}`).first()).toBeVisible();
  await expect(page.getByText('29 sur 32 mesures promises par CHAMPIGNY ALTERNANCE').first()).toBeVisible();
  await follow(page.getByRole('main'), made.ADDED);
  await expect(page.getByText(held.AMENDED).first()).toBeVisible();
  await expect(page.getByText(LIST).first()).toBeVisible();
  await page.goBack();
  // The same measure in both editions: each thread has the words that were signed.
  for (const [place, signatory, delays] of [
    [0, LIST, 1],
    [1, 'CHAMPIGNY ALTERNANCE', 0],
  ] as const) {
    await page.getByRole('main').getByRole('link', { name: ADVERTS }).nth(place).click();
    const signed = page.getByRole('main');
    await expect(signed.getByText(signatory).first()).toBeVisible();
    await expect(signed.getByRole('paragraph').filter({ hasText: made.DELAY })).toHaveCount(delays);
    await page.goBack();
  }
}

/** One pact of the new edition, and its list; that of the edition of before is not among them. */
async function seeFigures(page: Page): Promise<void> {
  await follow(page, 'Observatoire');
  await page.getByText('Choisir une partie du pays').click();
  const edition = page.getByLabel('Charte');
  const value = await edition.locator('option', { hasText: made.EDITION.title }).getAttribute('value');
  await edition.selectOption(value ?? '');
  await page.getByRole('button', { name: 'Afficher', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: made.ADDED })).toContainText('1 · 100');
  const pacts = page.getByRole('main').getByRole('listitem').filter({ hasText: 'pacte publié' }).first();
  await expect(pacts).toContainText(/^\s*1\s/);
  await pacts.getByRole('link').click();
  await expect(page.getByText(LIST).first()).toBeVisible();
  await expect(page.getByText('CHAMPIGNY ALTERNANCE')).toHaveCount(0);
}

async function nationalTeam(browser: Browser, { operate }: OwnSite): Promise<Page> {
  const email = 'equipe@exemple.fr';
  const page = await personIn(browser, email, false);
  await operate('role', 'give', email, 'national-team');
  await expect(page).toHaveURL(/compte/);
  return page;
}
