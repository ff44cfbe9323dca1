/** Lines of a table beside the documents of the same ZIP. A line alone and a document alone are both kept, and say what is missing. */
import type { EntryLine, LineProblem } from '#domain/bulk-entry/entry-line.ts';

export type Matched<Document> = {
  readonly line: EntryLine | null;
  readonly document: Document | null;
  readonly problems: readonly LineProblem[];
};

/** `fileColumn` from 1; null: the table names no files. First the lines, in their order, then documents without a line, in theirs. */
export function matchDocuments<Document extends { readonly name: string }>(
  lines: readonly EntryLine[],
  { documents, fileColumn }: { readonly documents: readonly Document[]; readonly fileColumn: number | null },
): readonly Matched<Document>[] {
  const takenBy = new Map<Document, number>();
  const matched = lines.map((line): Matched<Document> => {
    const written = line.said.file ?? '';
    const told = (kind: LineProblem['kind'], others?: readonly string[]): Matched<Document> => ({
      line,
      document: null,
      problems: [
        ...line.problems,
        { kind, line: line.line, column: fileColumn, written, ...(others === undefined ? {} : { others }) },
      ],
    });
    if (written === '') return told('file-missing');
    const [found, ...others] = namedSo(written, documents);
    if (found === undefined) return told('unknown-file');
    if (others.length > 0) return told('several-files', [found, ...others].map(({ name }) => name).slice(0, 8));
    const before = takenBy.get(found);
    if (before !== undefined) return told('file-of-another-line', [String(before)]);
    takenBy.set(found, line.line);
    return { line, document: found, problems: line.problems };
  });
  const alone = documents.filter((document) => !takenBy.has(document));
  return [
    ...matched,
    ...alone.map((document) => ({
      line: null,
      document,
      problems: [{ kind: 'no-line', line: null, column: null, written: document.name } as const],
    })),
  ];
}

/** The whole path first, then the name alone, then the name without its extension; capitals and accents' forms forgiven. */
function namedSo<Document extends { readonly name: string }>(
  written: string,
  documents: readonly Document[],
): readonly Document[] {
  const wanted = folded(written);
  const ways: ((name: string) => string)[] = [folded, (name) => last(folded(name)), (name) => bare(last(folded(name)))];
  for (const [at, way] of ways.entries()) {
    const key = at === 0 ? wanted : last(wanted);
    const found = documents.filter(({ name }) => way(name) === key);
    if (found.length > 0) return found;
  }
  return [];
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .trim()
    .toLowerCase();
}

function last(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function bare(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/, '');
}
