/** Why a document that was read was not made a plan to work on. */
import type { CannotImportDraft } from '#use-cases/plan-import/import-draft.ts';
import { sayActRefusal } from '../act-refusals.fr.ts';
import { sayImportRefusal } from './refusals.fr.ts';

export function sayDraftRefusal(refusal: CannotImportDraft): string {
  if (refusal.kind === 'no-plan-read') {
    return 'Ce document n’a pas été lu comme un plan. Faites-le lire à nouveau en choisissant « plan ».';
  }
  switch (refusal.kind) {
    case 'not-allowed':
    case 'unknown-plan':
    case 'plan-elsewhere':
    case 'plan-not-now':
    case 'unknown-place':
      return sayImportRefusal(refusal);
    default:
      return sayActRefusal(refusal);
  }
}
