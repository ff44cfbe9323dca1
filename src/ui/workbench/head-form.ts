/** The form of what a draft says before its measures. Emptied fields take away; the last, empty ones add. */
import { MOST } from '#domain/workbench/bounds.ts';
import type { DraftGrouping, DraftHead, EditionDraft } from '#domain/workbench/draft.ts';
import { paragraphs, printed } from '#domain/workbench/printed.ts';
import { slugOf } from '#domain/shared/slug.ts';
import { fieldOf } from './measure-form.ts';

export type HeadTyped = {
  readonly title: string;
  readonly editionId: string;
  readonly year: string;
  readonly publisher: string;
  readonly note: string;
  readonly reason: string;
  readonly preamble: string;
  readonly minimum: string;
  readonly carriers: string;
  readonly organisation: string;
  /** One more than there are: the empty one adds. */
  readonly principles: readonly {
    readonly letter: string;
    readonly title: string;
    readonly text: string;
    readonly required: boolean;
  }[];
  readonly groupings: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly themes: readonly { readonly id: string; readonly title: string }[];
    /** One a line. */
    readonly more: string;
  }[];
};

const NO_PRINCIPLE = { letter: '', title: '', text: '', required: true };
const NO_GROUPING = { id: '', title: '', note: '', themes: [], more: '' };

export function headShown({ title, editionId, year, head }: EditionDraft): HeadTyped {
  const { publisher, note, reason, preamble, principles, rules, carriers, groupings } = head;
  return {
    title,
    editionId,
    year: String(year),
    publisher,
    note,
    reason,
    preamble: preamble.join('\n'),
    minimum: rules.minimumMeasures === null ? '' : String(rules.minimumMeasures),
    carriers: carriers.kind,
    organisation: carriers.kind === 'organisation-asks-candidates' ? carriers.organisation : '',
    principles: [
      ...principles.map((one) => ({ ...one, required: rules.requiredPrinciples.includes(one.letter) })),
      NO_PRINCIPLE,
    ],
    groupings: [...groupings.map((one) => ({ ...one, more: '' })), NO_GROUPING],
  };
}

export function headTyped(form: FormData): HeadTyped {
  const rows = (name: string, most: number): readonly number[] =>
    Array.from({ length: most + 1 }, (_, row) => row).filter((row) => form.has(`${name}-${row}`));
  return {
    title: fieldOf(form, 'titre'),
    editionId: fieldOf(form, 'adresse').trim(),
    year: fieldOf(form, 'annee').trim(),
    publisher: fieldOf(form, 'editeur'),
    note: fieldOf(form, 'note'),
    reason: fieldOf(form, 'motif'),
    preamble: fieldOf(form, 'preambule'),
    minimum: fieldOf(form, 'minimum').trim(),
    carriers: fieldOf(form, 'porteurs'),
    organisation: fieldOf(form, 'organisation'),
    principles: rows('principe-titre', MOST.principles).map((row) => ({
      letter: fieldOf(form, `principe-lettre-${row}`),
      title: fieldOf(form, `principe-titre-${row}`),
      text: fieldOf(form, `principe-texte-${row}`),
      required: form.has(`principe-obligatoire-${row}`),
    })),
    groupings: rows('regroupement', MOST.groupings).map((row) => ({
      id: fieldOf(form, `regroupement-code-${row}`),
      title: fieldOf(form, `regroupement-${row}`),
      note: fieldOf(form, `regroupement-note-${row}`),
      themes: rows(`theme-${row}`, MOST.themes).map((theme) => ({
        id: fieldOf(form, `theme-code-${row}-${theme}`),
        title: fieldOf(form, `theme-${row}-${theme}`),
      })),
      more: fieldOf(form, `themes-nouveaux-${row}`),
    })),
  };
}

/** `minimum` that is no number is NaN: refused as out of its bounds. */
export function headOf(typed: HeadTyped): {
  readonly title: string;
  readonly editionId: string;
  readonly year: number;
  readonly head: DraftHead;
} {
  const principles = typed.principles
    .map(({ letter, title, text, required }) => ({
      letter: printed(letter).toUpperCase(),
      title: printed(title),
      text: printed(text),
      required,
    }))
    .filter(({ letter, title, text }) => letter !== '' || title !== '' || text !== '');
  return {
    title: printed(typed.title),
    editionId: typed.editionId,
    year: /^\d{4}$/.test(typed.year) ? Number(typed.year) : Number.NaN,
    head: {
      publisher: printed(typed.publisher),
      note: paragraphs(typed.note).join(' '),
      reason: paragraphs(typed.reason).join('\n'),
      preamble: paragraphs(typed.preamble),
      principles: principles.map(({ letter, title, text }) => ({ letter, title, text })),
      rules: {
        minimumMeasures:
          typed.minimum === '' ? null : /^\d{1,3}$/.test(typed.minimum) ? Number(typed.minimum) : Number.NaN,
        requiredPrinciples: principles.filter(({ required }) => required).map(({ letter }) => letter),
      },
      carriers:
        typed.carriers === 'organisation-asks-candidates'
          ? { kind: 'organisation-asks-candidates', organisation: printed(typed.organisation) }
          : { kind: 'collective-and-list' },
      groupings: groupingsOf(typed.groupings),
    },
  };
}

/** A code is given once and stays, so that measures keep their theme when it is renamed. */
function groupingsOf(typed: HeadTyped['groupings']): readonly DraftGrouping[] {
  const taken = new Set<string>();
  return typed.flatMap((grouping): readonly DraftGrouping[] => {
    const title = printed(grouping.title);
    if (title === '') return [];
    const id = freshCode(grouping.id, title, taken);
    const codes = new Set<string>();
    const added = paragraphs(grouping.more).map((theme) => ({ id: '', title: theme }));
    const themes = [...grouping.themes, ...added]
      .map((theme) => ({ id: theme.id, title: printed(theme.title) }))
      .filter((theme) => theme.title !== '')
      .map((theme) => ({ id: freshCode(theme.id, theme.title, codes), title: theme.title }));
    return [{ id, title, note: printed(grouping.note), themes }];
  });
}

function freshCode(given: string, title: string, taken: Set<string>): string {
  const wished = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given) ? given : slugOf(title) || 'theme';
  let code = wished;
  for (let number = 2; taken.has(code); number += 1) code = `${wished}-${number}`;
  taken.add(code);
  return code;
}
