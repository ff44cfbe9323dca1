/**
 * What the reader of plans wants a person to look at: stable codes and their French sentences.
 */
import type { PlanField, Span, Warning } from '#reading/contract.ts';

const FIELD_NAMES: Readonly<Record<PlanField, string>> = {
  context: 'contexte',
  description: 'description',
  objectives: 'objectifs',
  leads: 'pilotes et partenaires',
  means: 'moyens',
  calendar: 'calendrier',
  method: 'méthode',
  indicators: 'indicateurs',
};

export function mergedLabels(written: string, fields: readonly PlanField[], span: Span): Warning {
  const names = fields.map((field) => `« ${FIELD_NAMES[field]} »`);
  return {
    code: 'merged-labels',
    message: `La case « ${written} » réunit ${names.join(' et ')} : le texte est rangé en entier sous ${names[0] ?? ''}.`,
    spans: [span],
  };
}

export function shiftedCell(field: PlanField, how: 'heading' | 'next-row', span: Span): Warning {
  const message =
    how === 'heading'
      ? `La case « ${FIELD_NAMES[field]} » contient un intertitre du formulaire : le champ est laissé vide.`
      : `Le texte de « ${FIELD_NAMES[field]} » se trouvait sur la ligne suivante du tableau, à côté d'une case vide.`;
  return { code: 'shifted-cell', message, spans: [span] };
}

export function cutLabel(written: string, field: PlanField, span: Span): Warning {
  return {
    code: 'cut-label',
    message: `Le libellé « ${written} » semble coupé par un saut de page : le texte est rangé sous « ${FIELD_NAMES[field]} ».`,
    spans: [span],
  };
}

export function unknownLabel(written: string, span: Span): Warning {
  return {
    code: 'unknown-label',
    message: `Le libellé « ${written} » n'est pas reconnu : ce passage reste parmi les passages non lus.`,
    spans: [span],
  };
}

export function duplicateNumber(
  place: { printed: string; corrected: string | null; title: string },
  spans: readonly Span[],
): Warning {
  const { printed, corrected, title } = place;
  const message =
    corrected === null
      ? `Plusieurs fiches portent le numéro ${printed}, dont « ${title} » : le document ne dit pas lequel est le bon.`
      : `Deux fiches portent le numéro ${printed}. « ${title} » devient ${corrected}, comme l'annonce le sommaire (titre identique).`;
  return { code: 'duplicate-number', message, spans };
}

export function numberDiffers(
  place: { printed: string; listed: string; title: string },
  spans: readonly Span[],
): Warning {
  return {
    code: 'number-differs-from-summary',
    message: `La fiche « ${place.title} » porte le numéro ${place.printed}, le sommaire lui donne le numéro ${place.listed}.`,
    spans,
  };
}

export function titleDiffers(
  place: { number: string; sheet: string; summary: string },
  spans: readonly Span[],
): Warning {
  return {
    code: 'title-differs-from-summary',
    message: `L'action ${place.number} s'intitule « ${place.sheet} » sur sa fiche, « ${place.summary} » au sommaire. Le titre de la fiche est gardé.`,
    spans,
  };
}

export function sheetMissing(place: { number: string; title: string }, span: Span): Warning {
  return {
    code: 'sheet-missing',
    message: `Le sommaire annonce l'action ${place.number} « ${place.title} », mais aucune fiche ne lui correspond.`,
    spans: [span],
  };
}

export function noNumber(count: number, spans: readonly Span[]): Warning {
  return {
    code: 'no-number',
    message: `${count > 1 ? `${count} actions ne portent` : 'Une action ne porte'} pas de numéro : elles sont numérotées dans l'ordre du document.`,
    spans,
  };
}

export function noAction(): Warning {
  return { code: 'no-action', message: 'Aucune fiche action n’a été reconnue dans ce document.', spans: [] };
}
