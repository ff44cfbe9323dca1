import type { PageServerLoad } from './$types';
import { dayIn } from '#domain/shared/local-day.ts';
import { runtime } from '#server/runtime.ts';
import type { Db } from '#server/storage/connection.ts';
import { placeRef } from '#server/storage/places.ts';
import { selectPacts, toPactRef } from '#server/storage/views.ts';
import { partyName } from '#ui/messages/agreed-text.fr.ts';
import { storesOn } from '#server/stores.ts';
import { changesOfAddendum } from '#use-cases/negotiation/changes-of-addendum.ts';
import { enterText } from '../enter.ts';

export const load: PageServerLoad = async (event) => {
  const { seen, isPublic } = await enterText(event);
  const { signing, state, signatures, renunciations, addenda, pact, papers } = seen;
  const { text } = signing;
  const { db } = await runtime();
  const bothShow = seen.scansShownBy.length === 2;
  const published = pact === null ? null : await pactRef(db, pact);
  return {
    text,
    code: signing.code,
    sha256: signing.sha256,
    state,
    isPublic,
    sealed: signing.sealed !== null,
    expiresOn: signing.expiresOn,
    signatures,
    place: await placeRef(db, text.place),
    before: text.addendumTo?.code ?? null,
    changes: await changesOfAddendum(storesOn(db), text),
    pact: published,
    yesReported: seen.yesReported,
    after: {
      renunciations: renunciations.map(({ side, on, reason }) => ({ by: partyName(text, side), on, reason })),
      addenda: addenda.map(({ code, completedAt }) => ({ code, on: dayIn(completedAt, signing.zone) })),
    },
    suspended: signing.signatories.filter(({ state: one }) => one === 'contested').map(({ name }) => name),
    withdrawn:
      state === 'complete'
        ? signing.signatories.filter(({ contested }) => contested?.settled?.outcome === 'upheld').length
        : 0,
    scans: bothShow
      ? papers
          .filter(({ confirmedAt }) => confirmedAt !== null)
          .map(({ id, kind, signedOn, pages }) => ({ id, kind, signedOn, pages: pages.map(({ ordinal }) => ordinal) }))
      : [],
    termOver: dayIn(new Date(), signing.zone) > `${String(text.term.to)}-06-30`,
  };
};

/** Enough of the pact for its address. */
async function pactRef(db: Db, id: number) {
  const row = await selectPacts(db).where('pact.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toPactRef(row);
}
