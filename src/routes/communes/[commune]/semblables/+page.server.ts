import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { comparisonAddress, municipalityCodeIn, pactAddress, placeAddress, twinsAddress } from '#ui/addresses.ts';
import { inhabitants } from '#ui/messages/commune.fr.ts';
import * as words from '#ui/messages/comparison-twins.fr.ts';
import { pactTitle } from '#ui/messages/pact.fr.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { editionById } from '#server/charters.ts';
import { sendOnTo } from '#server/http/canonical.ts';
import { runtime } from '#server/runtime.ts';
import { doneOfPacts } from '#server/storage/done-of-pacts.ts';
import { pactsThere, twinCommunes } from '#server/storage/twins.ts';
import { sendToHolder } from '../not-a-municipality.ts';

export const load: PageServerLoad = async ({ params, url }) => {
  const code = municipalityCodeIn(params.commune) ?? error(404);
  const { db } = await runtime();
  const found = await twinCommunes(db, { code });
  if (found === null) return await sendToHolder(db, { code, url });
  const { here, twins } = found;
  const place = { kind: 'municipality', code, slug: here.slug } as const;
  sendOnTo(twinsAddress(place), url);
  const pacts = await pactsThere(
    db,
    twins.map(({ commune }) => commune.code),
  );
  const done = await doneOfPacts(
    db,
    pacts.map(({ id }) => id),
  );
  return {
    name: here.name,
    href: placeAddress(place),
    address: twinsAddress(place),
    compare: comparisonAddress([code]),
    lede: words.twinsLede(here.population, here.belonging, here.departmentName),
    without: here.population === null ? words.NO_POPULATION : words.NO_TWIN,
    signed: new Set(pacts.map(({ municipality }) => municipality)).size,
    twins: twins.map(({ commune, reasons }) => ({
      href: placeAddress({ kind: 'municipality', ...commune }),
      name: commune.name,
      where: `${commune.departmentName}, ${inhabitants(commune.population)}`,
      why: words.reasonsLine(reasons, commune),
      compare: comparisonAddress([code, commune.code]),
      pacts: pacts
        .filter(({ municipality }) => municipality === commune.code)
        .map((pact) => ({
          href: pactAddress({ id: pact.id, slug: slugOf(pact.listName ?? '') || commune.slug }),
          title: pactTitle(pact) + (pact.signedAs === null ? '' : words.signedAs(pact.signedAs)),
          said: words.promisedThere(
            { taken: pact.taken, measures: editionById(pact.edition)?.measures.length ?? null },
            done.get(pact.id) ?? null,
          ),
        })),
    })),
  };
};
