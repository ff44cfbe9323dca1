import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { SHEET_PARTS } from '#domain/partners/sheet.ts';
import { editionById } from '#server/charters.ts';
import { editionNamed } from '#server/edition-names.ts';
import { runtime } from '#server/runtime.ts';
import { sheetShown, sheetsOf } from '#server/storage/measure-sheets.ts';
import { measureAddress, numberIn } from '#ui/addresses.ts';
import { measureHeading } from '#ui/messages/charter.fr.ts';
import * as words from '#ui/messages/partners.fr.ts';

/** On the page of the measure it was written for, or of one that comes from it. `?version=` shows an earlier one. */
export const load: PageServerLoad = async ({ params, url }) => {
  const edition = editionById(params.edition) ?? error(404);
  const measure = numberIn(params.measure) ?? error(404);
  const id = numberIn(params.sheet) ?? error(404);
  const { db } = await runtime();
  const sheet = (await sheetShown(db, id)) ?? error(404);
  const own = sheet.edition === edition.id && sheet.measure === measure;
  const here = (await sheetsOf(db, { edition: edition.id, measure })).find((one) => one.id === id);
  if (!own && here === undefined) error(404);
  const author = sheet.author?.name ?? words.BY_TEAM;
  const asked = numberIn(url.searchParams.get('version') ?? '');
  const [last] = sheet.versions;
  const shown = asked === null ? last : sheet.versions.find(({ version }) => version === asked);
  if (shown === undefined || last === undefined) error(404);
  // Taken away: the address says so, the words are shown no more.
  if (sheet.withdrawn !== null) error(410, words.sheetWithdrawn(sheet.withdrawn.at, sheet.withdrawn.reason));
  const address = `${measureAddress(edition.id, measure)}/fiches/${id}`;
  return {
    ...{ id, address, author },
    measure: {
      href: measureAddress(edition.id, measure),
      label: `${measureHeading(measure)}, ${editionNamed(edition.id)}`,
    },
    organisation: sheet.author?.id ?? null,
    title: shown.title,
    line: words.sheetLine(shown.version, shown.saidAt),
    licence: words.LICENCE[shown.licence],
    standing: here === undefined ? '' : words.standingLine(here.standing, editionNamed),
    parts: SHEET_PARTS.filter((part) => shown.words[part] !== '').map((part) => ({
      part,
      title: words.PART[part],
      lines: linesOf(shown.words[part]),
    })),
    earlier: shown.version !== last.version,
    versions: sheet.versions.map((version) => ({
      href: `${address}?version=${version.version}`,
      line: words.versionLine(version),
      version: version.version,
    })),
  };
};

/** A line that is an address of a site is a link; nothing else is. */
function linesOf(text: string): readonly { readonly text: string; readonly href: string | null }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, href: /^https?:\/\/\S+$/u.test(line) && URL.canParse(line) ? line : null }));
}
