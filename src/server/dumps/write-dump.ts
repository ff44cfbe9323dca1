/**
 * Everything public, written into a folder: each table in three formats, whole objects, and what the folder says of itself.
 * Read from one state of the database, some rows at a time; what changes meanwhile is in the next copy.
 */
import { CSV } from '#publishing/open-data/files/csv-table.ts';
import { dataPackage, type DescribedObjects, type DescribedTable } from '#publishing/open-data/files/data-package.ts';
import { JSON_LINES } from '#publishing/open-data/files/json-lines-table.ts';
import { PARQUET } from '#publishing/open-data/files/parquet-table.ts';
import {
  LICENCE,
  licenceText,
  MADE_UP,
  OBJECT_WORDS,
  OBJECTS_ARE,
  objectTitle,
  originOf,
  packageWords,
  readMe,
} from '#ui/messages/dumps.fr.ts';
import type { Key, OpenResource, PageOf, TypedResource } from '../open-data/open-resource.ts';
import type { Db } from '../storage/connection.ts';
import { loadedCopies } from '../storage/loaded-copies.ts';
import { makeFile, makePackedFile, makeTextFile, SUMS, type DumpFile } from './dump-files.ts';
import type { KeptObject } from './kept-object.ts';
import { KEPT_OBJECTS } from './kept-objects.ts';
import { objectLines, type LinePage } from './object-lines.ts';
import { objectsUnpacked } from './read-dump.ts';
import { tableWords } from './table-words.ts';

/** A new shape of the files takes a new name; a site loads those it knows. */
export const DUMP_FORMAT = 'parole-tenue/copie/1';
const FORMATS = [CSV, JSON_LINES, PARQUET];
const ROWS = 500;

export type DumpWritten = {
  /** Of Paris, YYYY-MM-DD. */
  readonly day: string;
  readonly now: Date;
  /** Its address, without a trailing slash. */
  readonly site: string;
  readonly resources: readonly OpenResource[];
  /** A country that was made up to measure the site: the copy says so. */
  readonly synthetic: boolean;
};

/** `snapshot`: a transaction that sees one state. `into`: an empty folder. */
export async function writeDump(
  snapshot: Db,
  into: string,
  { day, now, site, resources, synthetic }: DumpWritten,
): Promise<readonly DumpFile[]> {
  const tables: DescribedTable[] = [];
  for (const resource of resources) {
    tables.push({ shape: resource, ...tableWords(resource), ...(await writeTable(snapshot, into, { resource, now })) });
  }
  const objects: DescribedObjects[] = [];
  for (const object of KEPT_OBJECTS) objects.push(await writeObjects(snapshot, into, object));
  const origins = await loadedCopies(snapshot);
  const described = dataPackage({
    ...packageWords,
    ...(synthetic ? { description: `${MADE_UP} ${packageWords.description}` } : {}),
    homepage: site,
    created: now.toISOString(),
    format: DUMP_FORMAT,
    licence: LICENCE,
    sources: [{ title: packageWords.source, path: site }, ...origins.map(originOf)],
    tables,
    objects,
  });
  const listed = tables.map(({ shape, title, rows }) => ({ name: shape.name, title, rows }));
  const files = [
    ...tables.flatMap((table) => table.files),
    ...objects,
    await makeTextFile(into, 'datapackage.json', `${JSON.stringify(described, null, 1)}\n`),
    await makeTextFile(into, 'LICENCE.txt', licenceText({ site, day })),
    await makeTextFile(into, 'LISEZMOI.md', readMe({ site, day, synthetic, origins, tables: listed, objects })),
  ].map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  await makeTextFile(into, SUMS, files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  return files;
}

async function writeTable(snapshot: Db, into: string, { resource, now }: { resource: OpenResource; now: Date }) {
  const { name } = resource;
  return await resource.typed(async <Row>({ columns, page }: TypedResource<Row>) => {
    const made = await Promise.all(
      FORMATS.map(async ({ extension, mediaType, encode }) => ({
        ...{ extension, mediaType },
        table: encode(columns),
        // Parquet packs itself, column by column.
        file: await (mediaType === PARQUET.mediaType ? makeFile : makePackedFile)(into, `${name}.${extension}`),
      })),
    );
    let rows = 0;
    for (let after: Key | null = null, more = true; more; more = after !== null) {
      const read: PageOf<Row> = await page(snapshot, { query: {}, after, limit: ROWS, now });
      for (const { table, file } of made) await file.write(table.rows(read.rows));
      rows += read.rows.length;
      after = read.next;
    }
    const files: DescribedTable['files'][number][] = [];
    for (const { table, file, extension, mediaType } of made) {
      await file.write(table.end());
      files.push({ ...(await file.end()), extension, mediaType });
    }
    return { rows, files };
  });
}

async function writeObjects(snapshot: Db, into: string, object: KeptObject): Promise<DescribedObjects> {
  const file = await makePackedFile(into, objectsUnpacked(object.name));
  let lines = 0;
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const read: LinePage = await objectLines(snapshot, object, after);
    if (read.lines.length > 0) await file.write(Buffer.from(`${read.lines.join('\n')}\n`));
    lines += read.lines.length;
    after = read.next;
  }
  const description = `${OBJECT_WORDS[object.name] ?? ''}. ${OBJECTS_ARE}`;
  return { ...(await file.end()), lines, title: objectTitle(object.name), description };
}
