/** A draft as its pages name things: a measure by its number and title, a problem by the page where it is mended. */
import type { MeasureByOrigin } from '#domain/workbench/carried-notes.ts';
import type { EditionDraft } from '#domain/workbench/draft.ts';
import { adviceOf, type DraftAdvice, type DraftProblem } from '#domain/workbench/problems.ts';
import { heading } from '#ui/messages/format.fr.ts';
import { sayDraftAdvice } from '#ui/messages/workbench-refusals.fr.ts';
import { measureTitle } from '#ui/messages/workbench.fr.ts';

/** By its id; a removed one by what it was. */
export function measureNames(draft: EditionDraft, find: MeasureByOrigin): (measure: number) => string {
  return (id) => {
    const measure = draft.measures.find((one) => one.id === id);
    if (measure === undefined) return '';
    const [origin] = measure.origins;
    const before = origin === undefined ? null : find(origin);
    const words = measure.words ?? measure.keptWords;
    return measureTitle(measure.number ?? origin?.measure ?? null, heading(words?.title ?? before?.title ?? ''));
  };
}

/** What had better be looked at before publishing, each with the page where it is. */
export function adviceShown(
  draft: EditionDraft,
  { known, home }: { readonly known: { readonly find: MeasureByOrigin }; readonly home: string },
): readonly { readonly text: string; readonly href: string }[] {
  const named = measureNames(draft, known.find);
  return adviceOf(draft, known).map((advice) => ({
    text: sayDraftAdvice(advice, named),
    href: problemAddress(advice, home),
  }));
}

/** Where it is mended. `home`: the address of the draft. */
export function problemAddress(problem: DraftProblem | DraftAdvice, home: string): string {
  if (problem.kind === 'consultation-under-way' || problem.kind === 'contributions-unanswered')
    return `/equipe/consultations/${problem.consultation}`;
  return home + placeInDraft(problem);
}

function placeInDraft(
  problem: Exclude<
    DraftProblem | DraftAdvice,
    { readonly kind: 'consultation-under-way' | 'contributions-unanswered' }
  >,
): string {
  switch (problem.kind) {
    case 'address-taken':
      return '/entete#adresse';
    case 'doubts-open':
      return '/doutes';
    case 'no-publisher':
      return '/entete#editeur';
    case 'minimum-too-high':
      return '/entete#minimum';
    case 'unknown-principle':
      return '/entete#principes';
    case 'empty-theme':
      return '/entete#themes';
    case 'no-measure':
      return '#ajouter';
    case 'number-missing':
    case 'number-twice':
    case 'measure-forgotten':
      return '#mesures';
    case 'reason-missing':
      return `/mesures/${problem.measure}#motif`;
    case 'notes-to-review':
      return `/mesures/${problem.measure}#notes`;
    case 'theme-missing':
      return `/mesures/${problem.measure}#themes`;
    case 'reference-moved':
    case 'measure-without-level':
      return `/mesures/${problem.measure}#mots`;
  }
}
