import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import type { Edition } from '#domain/charter/edition.ts';
import { municipalityCodeIn, placeAddress } from '#ui/addresses.ts';
import { countTaken, promisesByTheme } from '#ui/commune/promises-by-theme.ts';
import { REST_OF_MEASURES } from '#ui/messages/commune.fr.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { notWrittenOut } from '#server/http/not-written-out.ts';
import { runtime } from '#server/runtime.ts';
import { communeShown, type CommuneShown } from '#server/storage/commune-shown.ts';
import { groupingPage } from '#server/storage/grouping-page.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const page = (await communeShown(db, { code })) ?? error(404);
  sendOnTo(placeAddress(page.place), url);

  const grouping = page.groupings.at(-1);
  const near =
    page.pacts.length > 0 || grouping?.kind !== 'grouping' ? null : await groupingPage(db, { siren: grouping.siren });
  const commune = notWrittenOut({
    ...sheetOf(page),
    near: near === null ? null : { grouping: near.place, pacts: near.communePacts },
  });
  return { commune };
};

/** Made once from what the database says, as long as it says the same. */
const sheets = new WeakMap<CommuneShown, Sheet>();

function sheetOf(page: CommuneShown): Sheet {
  const known = sheets.get(page);
  if (known !== undefined) return known;
  const sheet = makeSheet(page);
  sheets.set(page, sheet);
  return sheet;
}

type Sheet = ReturnType<typeof makeSheet>;

function makeSheet(page: CommuneShown) {
  return {
    ...page,
    documents: [
      ...page.pacts.map(({ id, document }) => ({ ...document, of: { kind: 'pact' as const, id } })),
      ...page.plans.map(({ id, document }) => ({ ...document, of: { kind: 'plan' as const, id } })),
    ],
    charters: chartersOf(page),
  };
}

/** One table for each edition that somebody signed here. A pact whose edition left the data keeps its page. */
function chartersOf({ pacts }: CommuneShown) {
  return [...new Set(pacts.map(({ edition }) => edition))].flatMap((id) => {
    const edition = editionById(id);
    if (edition === null) return [];
    const here = pacts.filter((pact) => pact.edition === id);
    return [
      {
        id,
        title: edition.title,
        principles: edition.principles,
        pacts: here.map((pact) => ({
          ...pact,
          taken: countTaken(pact.commitments),
          of: edition.measures.length,
        })),
        table: promisesByTheme(frameOf(edition), here),
      },
    ];
  });
}

type Frame = Parameters<typeof promisesByTheme>[0];

/** The same for every municipality: made once for each edition. */
const frames = new WeakMap<Edition, Frame>();

function frameOf(edition: Edition): Frame {
  const known = frames.get(edition);
  if (known !== undefined) return known;
  const frame = {
    measures: edition.measures.map(({ number, title }) => ({ number, title: heading(title) })),
    themes: edition.groupings[0]?.themes ?? [],
    rest: REST_OF_MEASURES,
  };
  frames.set(edition, frame);
  return frame;
}
