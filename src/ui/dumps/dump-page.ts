/** A copy as its page sets it: rows of text, with the address of every file. */
import type { JsonLd } from '#ui/json-ld.ts';
import { LICENCE, packageWords } from '#ui/messages/dumps.fr.ts';
import * as words from '#ui/messages/dumps-page.fr.ts';

type ShownFile = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: string;
  readonly mediaType: string;
  readonly isAsBefore: boolean;
};

/** As ../../server/dumps/dump-list.ts finds it. */
type Shown = {
  readonly day: string;
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
  readonly isOneFile: boolean;
  readonly createdAt: Date;
  readonly description: string;
  readonly sha256: string;
  readonly tables: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly rows: number;
    readonly files: readonly ShownFile[];
  }[];
  readonly objects: readonly (ShownFile & { readonly description: string; readonly rows: number })[];
  readonly others: readonly ShownFile[];
};

export type DumpOnPage = ReturnType<typeof dumpOnPage>;

/** `isOnly`: there is none before it to compare with. */
export function dumpOnPage(shown: Shown, { origin, isOnly }: { readonly origin: string; readonly isOnly: boolean }) {
  const { day } = shown;
  const file = ({ name, bytes, sha256, format, isAsBefore }: ShownFile) => ({
    // Packed on the disk: a browser unpacks it on the way.
    ...{ name, sha256, href: `/donnees/${day}/${name.replace(/\.gz$/u, '')}` },
    size: words.size(bytes),
    format: words.FORMATS[format] ?? format,
    note: isAsBefore ? words.AS_BEFORE : null,
  });
  return {
    day,
    title: words.dataOf(day),
    fresh: words.madeAt(shown.createdAt, shown.files, shown.bytes),
    changed: isOnly ? null : words.changedSince(shown.changed, shown.files),
    sha256: shown.sha256,
    sums: `/donnees/${day}/SHA256SUMS`,
    whole: shown.isOneFile ? { href: `/donnees/${day}/copie.zip`, size: words.size(shown.bytes) } : null,
    citation: words.citation(origin, day),
    tables: shown.tables.map(({ name, title, description, rows, files }) => ({
      ...{ name, title, description, rows: words.rows(rows), files: files.map(file) },
    })),
    objects: shown.objects.map((one) => ({
      ...file(one),
      description: one.description.replace(/\. .*$/u, ''),
      rows: words.rows(one.rows),
      shortName: one.name.replace(/^objets-|\.jsonl\.gz$/gu, ''),
    })),
    others: shown.others.map((one) => ({ ...file(one), about: words.OTHERS[one.name] ?? '' })),
    about: dataset(shown, origin),
  };
}

/** For search engines of data sets. */
function dataset({ day, createdAt, description, tables }: Shown, origin: string): JsonLd {
  return {
    '@type': 'Dataset',
    name: packageWords.title,
    description,
    url: `${origin}/donnees/${day}`,
    license: LICENCE.path,
    isAccessibleForFree: true,
    inLanguage: 'fr',
    spatialCoverage: 'France',
    version: day,
    dateModified: createdAt.toISOString(),
    distribution: tables.flatMap(({ title, files }) =>
      files.map(({ name, mediaType, bytes, sha256 }) => ({
        '@type': 'DataDownload',
        name: title,
        contentUrl: `${origin}/donnees/${day}/${name}`,
        encodingFormat: mediaType,
        contentSize: `${bytes} B`,
        sha256,
      })),
    ),
  };
}

type Line = { readonly day: string; readonly files: number; readonly bytes: number; readonly changed: number };

/** `isLast`: nothing stands before the oldest one that is kept. */
export function dumpLine({ day, files, bytes, changed }: Line, isLast: boolean) {
  return {
    ...{ day, href: `/donnees/${day}`, title: words.dataOf(day), size: words.size(bytes) },
    files: isLast ? words.fileCount(files) : words.changedSince(changed, files),
  };
}
