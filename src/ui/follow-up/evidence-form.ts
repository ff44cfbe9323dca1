/**
 * Evidence as typed in a form: several proofs, each of a kind, with its file when it has one. What was typed comes back as it was,
 * the file too: it is kept at once and named by a seal that only the site makes (src/server/follow-up/read-evidence.ts).
 */
import type { EvidenceItem, EvidenceKind, EvidenceSource } from '#domain/follow-up/evidence.ts';
import type { BadEvidence } from '#domain/follow-up/check-evidence.ts';
import { readFrenchNumber } from '#domain/shared/french-number.ts';

export const EVIDENCE_KINDS = ['link', 'deliberation', 'document', 'figure', 'photo'] as const satisfies EvidenceKind[];

/** Fields of a proof, whatever its kind; '' when it has none of that name. */
export const EVIDENCE_FIELDS = [
  'title',
  'url',
  'day',
  'reference',
  'page',
  'quotation',
  'value',
  'unit',
  'source',
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

export type TypedEvidence = {
  readonly kind: EvidenceKind;
  readonly fields: Readonly<Record<EvidenceField, string>>;
  /** A file kept already, under the name it came with; null: none. */
  readonly kept: { readonly seal: string; readonly name: string } | null;
};

export type BadEvidenceForm =
  | BadEvidence
  | { readonly kind: 'status-missing' | 'too-many-files' | 'form-too-big' }
  | { readonly kind: 'evidence-file-too-big' | 'evidence-day-full'; readonly which: number; readonly limit: number }
  | {
      readonly kind:
        | 'evidence-file-empty'
        | 'evidence-not-a-photo'
        | 'evidence-file-refused'
        | 'evidence-photo-missing'
        | 'evidence-gone';
      readonly which: number;
    };

/** The name of an input of the proof of this rank: `preuve-0-title`. */
export function inputName(
  rank: number,
  field: EvidenceField | 'kind' | 'kept' | 'keptName' | 'file' | 'remove',
): string {
  return `preuve-${rank}-${field}`;
}

export const PASTED = 'preuve-coller';
/** A form holds more slots than the limit of proofs, so that too many is said and not cut. */
const MOST_SLOTS = 30;
const LONGEST = 20_000;

/** Slots that hold something, in order, with the file that came in each; those that the person took off are left out. */
export function typedEvidence(
  form: FormData,
): readonly { readonly typed: TypedEvidence; readonly file: File | null }[] {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  const slots = [];
  for (let rank = 0; rank < MOST_SLOTS; rank += 1) {
    const kind = EVIDENCE_KINDS.find((known) => known === text(inputName(rank, 'kind')));
    if (kind === undefined || text(inputName(rank, 'remove')) !== '') continue;
    const fields = Object.fromEntries(
      EVIDENCE_FIELDS.map((field) => [field, text(inputName(rank, field)).trim()]),
    ) as Record<EvidenceField, string>;
    const upload = form.get(inputName(rank, 'file'));
    const file = upload instanceof File && (upload.size > 0 || upload.name !== '') ? upload : null;
    const seal = text(inputName(rank, 'kept'));
    const kept = seal === '' ? null : { seal, name: text(inputName(rank, 'keptName')) };
    // The day a link was seen is filled in beforehand: alone it is nothing.
    const said = EVIDENCE_FIELDS.some((field) => fields[field] !== '' && !(kind === 'link' && field === 'day'));
    // One more was asked for: those that wait to be filled in wait on.
    const waits = slotAsked(form) !== null;
    if (said || waits || file !== null || kept !== null) slots.push({ typed: { kind, fields, kept }, file });
  }
  const pasted = pastedEvidence(text(PASTED)).map((typed) => ({ typed, file: null }));
  return [...slots, ...pasted];
}

/** Each address becomes a link; what stands between two of them is a passage, quoted as it is. */
export function pastedEvidence(text: string): readonly TypedEvidence[] {
  const found: TypedEvidence[] = [];
  const passage: string[] = [];
  const endPassage = (): void => {
    const quotation = passage.splice(0).join('\n').trim();
    if (quotation !== '') found.push({ kind: 'document', fields: { ...NO_FIELDS, quotation }, kept: null });
  };
  for (const line of text.split(/\r?\n/)) {
    const address = /^\s*(https?:\/\/\S+)\s*$/i.exec(line)?.[1];
    if (address === undefined) {
      if (line.trim() === '') endPassage();
      else passage.push(line);
      continue;
    }
    endPassage();
    found.push({ kind: 'link', fields: { ...NO_FIELDS, url: address }, kept: null });
  }
  endPassage();
  return found;
}

export const NO_FIELDS: Readonly<Record<EvidenceField, string>> = {
  title: '',
  url: '',
  day: '',
  reference: '',
  page: '',
  quotation: '',
  value: '',
  unit: '',
  source: '',
};

/** `document`: the kept file; `today`: for a link whose day was not said, and a figure's. */
export function toEvidence(
  { kind, fields }: TypedEvidence,
  { document, today }: { readonly document: number | null; readonly today: string },
): EvidenceItem {
  const passage = { page: pageIn(fields.page), quotation: fields.quotation === '' ? null : fields.quotation };
  switch (kind) {
    case 'deliberation':
      return {
        kind,
        decidedOn: fields.day === '' ? null : fields.day,
        reference: fields.reference,
        where: sourceIn(fields.url, document),
        ...passage,
      };
    case 'document':
      return {
        kind,
        title: fields.title === '' && passage.quotation !== null ? 'Passage cité' : fields.title,
        where: sourceIn(fields.url, document),
        ...passage,
      };
    case 'link':
      return { kind, title: fields.title, url: fields.url, seenOn: fields.day === '' ? today : fields.day };
    case 'figure':
      return {
        kind,
        value: figureIn(fields),
        unit: fields.unit,
        label: fields.title,
        source: fields.source,
        on: fields.day === '' ? today : fields.day,
      };
    case 'photo':
      return { kind, caption: fields.title, takenOn: fields.day === '' ? null : fields.day, document: document ?? 0 };
  }
}

/** For a form that shows again what was said: in a review, or after what the last one said. */
export function fromEvidence(item: EvidenceItem, kept: TypedEvidence['kept']): TypedEvidence {
  const passage = (given: { page: number | null; quotation: string | null; where: EvidenceSource }) => ({
    page: given.page === null ? '' : String(given.page),
    quotation: given.quotation ?? '',
    url: given.where.kind === 'url' ? given.where.url : '',
  });
  const fields = { ...NO_FIELDS };
  switch (item.kind) {
    case 'deliberation':
      return {
        kind: item.kind,
        fields: { ...fields, ...passage(item), day: item.decidedOn ?? '', reference: item.reference },
        kept,
      };
    case 'document':
      return { kind: item.kind, fields: { ...fields, ...passage(item), title: item.title }, kept };
    case 'link':
      return { kind: item.kind, fields: { ...fields, title: item.title, url: item.url, day: item.seenOn }, kept: null };
    case 'figure':
      return {
        kind: item.kind,
        fields: {
          ...fields,
          title: item.label,
          value: String(item.value).replace('.', ','),
          unit: item.unit,
          source: item.source,
          day: item.on,
        },
        kept: null,
      };
    case 'photo':
      return { kind: item.kind, fields: { ...fields, title: item.caption, day: item.takenOn ?? '' }, kept };
  }
}

function sourceIn(url: string, document: number | null): EvidenceSource {
  if (document !== null) return { kind: 'file', document };
  return url === '' ? { kind: 'none' } : { kind: 'url', url };
}

/** What is not a whole number is told by the rules, not guessed. */
function pageIn(typed: string): number | null {
  return typed === '' ? null : /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** What is not one number, nor surely one, is told by the rules too. */
function figureIn({ value, unit }: TypedEvidence['fields']): number {
  const read = readFrenchNumber(value, unit);
  return read.kind === 'number' ? read.value : Number.NaN;
}

/** The button « ajouter une preuve » that was pressed: the form comes back with one more slot. Null: another button. */
export function slotAsked(form: FormData): EvidenceKind | null {
  const asked = form.get('ajouter');
  return EVIDENCE_KINDS.find((kind) => kind === asked) ?? null;
}

export function withSlot(typed: readonly TypedEvidence[], kind: EvidenceKind | null): readonly TypedEvidence[] {
  return kind === null ? typed : [...typed, { kind, fields: NO_FIELDS, kept: null }];
}

/** What was typed of them, when their files are not looked at. */
export function typedProofs(form: FormData): readonly TypedEvidence[] {
  return typedEvidence(form).map(({ typed }) => typed);
}
