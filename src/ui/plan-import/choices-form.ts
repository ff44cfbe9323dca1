/** The forms of an import, read: what a person said is put into the choices that are kept. What a form does not name stays. */
import { LINE_FIELDS, type LineField } from '#domain/plan/exchange/fields.ts';
import { ENTRY_KINDS } from '#domain/plan/directory-entry.ts';
import { ACTION_STATUSES, PARTICIPATIONS, PRIORITIES } from '#domain/plan/action-sheet.ts';
import type { ImportChoices, WordAnswers } from '#reading/plan-sheet/import-choices.ts';
import type { ImportQuestion } from '#reading/plan-sheet/import-findings.ts';

type Texts = { readonly get: (name: string) => string; readonly has: (name: string) => boolean };

/** `colonne-0`… `onglet` is read apart: another tab has other columns. */
export function withColumns(choices: ImportChoices, form: Texts): ImportChoices {
  const columns = choices.columns.map((field, at): LineField | null => {
    const name = `colonne-${String(at)}`;
    if (!form.has(name)) return field;
    const said = form.get(name);
    return LINE_FIELDS.find((known) => known === said) ?? null;
  });
  const row = (name: string, now: number) => (/^\d{1,6}$/.test(form.get(name)) ? Number(form.get(name)) : now);
  return {
    ...choices,
    columns,
    headerRow: row('titres', choices.headerRow),
    dataFrom: Math.max(1, row('premiere', choices.dataFrom)),
    separator:
      form.get('separateur') === 'semicolon' ? 'semicolon' : form.has('separateur') ? 'comma' : choices.separator,
    blanks: form.get('vides') === 'clear' ? 'clear' : form.has('vides') ? 'keep' : choices.blanks,
  };
}

/** `question-0`…, in the order in which they were asked: an empty answer stays asked. */
export function withAnswers(
  choices: ImportChoices,
  { form, questions }: { form: Texts; questions: readonly ImportQuestion[] },
): ImportChoices {
  return questions.reduce(
    (now, question) => withAnswer(now, { question, said: form.get(questionName(question)), form }),
    choices,
  );
}

/** `nom-dgs`: what that name is. */
export function withNames(
  choices: ImportChoices,
  { form, names }: { readonly form: Texts; readonly names: readonly { readonly key: string }[] },
): ImportChoices {
  const said = names.flatMap(({ key }) => {
    const kind = ENTRY_KINDS.find((one) => one === form.get(nameField(key)));
    return kind === undefined ? [] : [[key, kind] as const];
  });
  return { ...choices, names: { ...choices.names, ...Object.fromEntries(said) } };
}

export function nameField(key: string): string {
  return `nom-${key}`;
}

/** The name of a question in a form: it stays the same whatever other questions come and go. */
export function questionName(question: ImportQuestion): string {
  switch (question.kind) {
    case 'unknown-word':
      return `mot-${question.field}-${question.key}`;
    case 'which-axis':
      return `axe-${question.key}`;
    case 'which-action':
      return `ligne-${String(question.row)}`;
    case 'serial-days':
    case 'empty-axis':
    case 'sub-actions':
    case 'blocked-reason':
      return question.kind;
  }
}

function withAnswer(
  choices: ImportChoices,
  { question, said, form }: { readonly question: ImportQuestion; readonly said: string; readonly form: Texts },
): ImportChoices {
  switch (question.kind) {
    case 'unknown-word':
      return { ...choices, words: withWord(choices.words, question, said) };
    case 'serial-days':
      return said === 'yes' || said === 'no' ? { ...choices, serialDays: said === 'yes' } : choices;
    case 'empty-axis':
      return said === 'above' || said === 'none' ? { ...choices, emptyAxis: said } : choices;
    case 'sub-actions':
      return said === 'steps' || said === 'actions' ? { ...choices, subActions: said } : choices;
    case 'blocked-reason': {
      const [why, unblocks] = [form.get('bloque').trim(), form.get('debloque').trim()];
      return why === '' || unblocks === '' ? choices : { ...choices, blockedReason: { why, unblocks } };
    }
    case 'which-axis':
      return said === 'renamed' || said === 'new'
        ? { ...choices, axes: { ...choices.axes, [question.key]: said } }
        : choices;
    case 'which-action': {
      const id = question.candidates.find((one) => String(one.id) === said)?.id;
      const match = said === 'new' ? 'new' : id;
      return match === undefined ? choices : { ...choices, matches: { ...choices.matches, [question.row]: match } };
    }
  }
}

function withWord(
  words: WordAnswers,
  { field, key }: Extract<ImportQuestion, { kind: 'unknown-word' }>,
  said: string,
): WordAnswers {
  const among = <Code extends string>(codes: readonly Code[]) => codes.find((code) => code === said);
  switch (field) {
    case 'status': {
      const answer = among([...ACTION_STATUSES, 'unknown']);
      return answer === undefined ? words : { ...words, status: { ...words.status, [key]: answer } };
    }
    case 'priority': {
      const answer = among([...PRIORITIES, 'unknown']);
      return answer === undefined ? words : { ...words, priority: { ...words.priority, [key]: answer } };
    }
    case 'participation': {
      const answer = among([...PARTICIPATIONS, 'unknown', 'words']);
      return answer === undefined ? words : { ...words, participation: { ...words.participation, [key]: answer } };
    }
    case 'visibility': {
      const answer = among(['public', 'private']);
      return answer === undefined ? words : { ...words, visibility: { ...words.visibility, [key]: answer } };
    }
  }
}
