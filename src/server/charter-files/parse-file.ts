/** From the text of one YAML file to checked values, or an error that names the file and the place in it. */
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { InvalidCharterFile } from './invalid-charter-file.ts';

/**
 * Throws InvalidCharterFile with every problem at once: broken YAML (with its line), unknown or
 * missing keys, wrong values.
 */
export function parseFile<Schema extends v.GenericSchema>(
  schema: Schema,
  { file, text }: { readonly file: string; readonly text: string },
): v.InferOutput<Schema> {
  // Aliases are few (one provenance for three levels); a bound stops the ones that multiply.
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new InvalidCharterFile(
      file,
      document.errors.map((error) => `line ${error.linePos?.[0].line ?? '?'}: ${error.message.split('\n')[0] ?? ''}`),
    );
  }
  const result = v.safeParse(schema, document.toJS({ maxAliasCount: 100 }));
  if (!result.success) throw new InvalidCharterFile(file, result.issues.flatMap(problemsOf));
  return result.output;
}

function problemsOf(issue: v.BaseIssue<unknown>): readonly string[] {
  // A union fails once for each of its members; only the members that got past their `kind` tell something.
  const deeper = (issue.issues ?? []).filter((inner) => (inner.path?.length ?? 0) > (issue.path?.length ?? 0));
  if (deeper.length > 0) return deeper.flatMap(problemsOf);
  return [`${placeOf(issue)}: ${issue.message}`];
}

/** `measures[3].levels[0].level` */
function placeOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map((step) => step.key);
  const place = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return place === '' ? '(whole file)' : place.replace(/^\./, '');
}
