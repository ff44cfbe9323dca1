/**
 * Plays a whole mandate in a municipality that does not exist, by the same acts as everybody's, each on its day: the pact
 * read from its document, the plan and what became of it, two reviews with the town hall's replies, the committee and its
 * minutes. Nothing is written to anybody.
 */
import { pass, type Actor, type NotAllowed } from '#domain/access/gate.ts';
import { accept, type Result } from '#domain/shared/result.ts';
import type { Stores } from '../stores.ts';
import { importSeeds, type ImportSeeds, type Seed } from './import-seeds.ts';
import { playEvents } from './mandate-events.ts';
import { playCommittee, playFinal, playMidTerm, playRemark } from './mandate-follow-up.ts';
import { playIndicators } from './mandate-indicators.ts';
import { gatherPeople } from './mandate-people.ts';
import { bringUpToDate, playPlan } from './mandate-plan.ts';
import { PHOTO_SOURCE } from './rivemont-voices.ts';
import * as story from './rivemont.ts';
import { done, onDay, openAccount, silent } from './stage.ts';

export type PlayMandate<Refusal> = {
  /** The one that does not exist. */
  readonly municipality: string;
  /** The pact that was signed there, and how to read it. */
  readonly pact: Seed;
  readonly read: ImportSeeds<Refusal>['read'];
  /** What a photograph of the story shows, in JPEG. */
  readonly photo: Uint8Array;
};

/** False: it was played already. Safe from several processes at once. */
export async function playMandate<Refusal>(
  stores: Stores,
  actor: Actor,
  { municipality, pact: document, read, photo: picture }: PlayMandate<Refusal>,
): Promise<Result<{ readonly played: boolean }, NotAllowed>> {
  const passed = pass(actor, { act: 'import-seeds', state: 'none' });
  if (!passed.ok) return passed;
  return await stores.together(async (all): Promise<Result<{ readonly played: boolean }, NotAllowed>> => {
    const place = { kind: 'municipality', code: municipality } as const;
    if ((await all.collectives.of(place)).length > 0) return accept({ played: false });
    const stage = { stores: silent(all), municipality };
    // First: another process that plays it too waits here, begins again, and finds it played.
    await openAccount(stage, story.COORDINATOR, onDay('2019-11-04'));
    done(await importSeeds(stage.stores, actor, { seeds: [document], read }, onDay('2020-03-09')));
    const pact = await stage.stores.published.findFromFile({ bytes: document.bytes, place });
    if (pact === null) throw new Error('the demonstration: its pact was not published');
    const people = await gatherPeople(stage, pact.id);
    const promises = (await stage.stores.reviews.pact(pact.id))?.promises ?? [];
    const local = promises.map(({ item }) => item).find((item) => item.startsWith('l'));
    if (local === undefined) throw new Error('the demonstration: its pact promises nothing beyond the charter');
    const photo = await stage.stores.documents.keep({
      bytes: picture,
      filename: 'photo.jpg',
      mediaType: 'image/jpeg',
      source: { description: PHOTO_SOURCE, url: null, publishedOn: null },
      receivedAt: onDay('2025-11-08'),
    });
    const whole = { ...stage, people, local, photo: photo.id };
    await playEvents(whole);
    const plan = await playPlan(whole);
    await bringUpToDate(whole, plan, { which: 1, day: '2023-04-03', note: story.PLAN_NOTES[0] });
    await playMidTerm(whole);
    await playCommittee(whole);
    await bringUpToDate(whole, plan, { which: 2, day: '2025-09-15', note: story.PLAN_NOTES[1] });
    await playIndicators(whole, plan);
    await playFinal(whole);
    await playRemark(whole);
    return accept({ played: true });
  });
}
