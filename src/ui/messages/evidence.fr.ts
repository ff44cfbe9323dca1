/** Words of evidence: what shows that something is so, in forms and beside what was said. */
import type { EvidenceItem, EvidenceKind } from '#domain/follow-up/evidence.ts';
import { day, figure } from './format.fr.ts';

export const EVIDENCE = 'Preuves';
export const EVIDENCE_HELP =
  'Une délibération, un document, un lien, un chiffre, une photo : ce qui permet à n’importe qui de vérifier.';
export const PASTE = 'Coller ici une adresse ou un passage';
export const PASTE_HELP =
  'Une adresse par ligne ; un passage entre deux lignes vides est gardé comme une citation. Vous pourrez préciser ensuite.';
export const ADD: Readonly<Record<EvidenceKind, string>> = {
  link: 'Ajouter un lien',
  deliberation: 'Ajouter une délibération',
  document: 'Ajouter un document',
  figure: 'Ajouter un chiffre',
  photo: 'Ajouter une photo',
};
export const KIND: Readonly<Record<EvidenceKind, string>> = {
  link: 'Lien',
  deliberation: 'Délibération',
  document: 'Document',
  figure: 'Chiffre',
  photo: 'Photo',
};
export const proofLegend = (rank: number, kind: EvidenceKind): string =>
  `Preuve ${rank + 1} : ${KIND[kind].toLowerCase()}`;
export const FIELD = {
  linkTitle: 'Ce que montre cette page',
  url: 'Adresse',
  seenOn: 'Vue le',
  decidedOn: 'Jour du conseil',
  reference: 'Numéro ou objet de la délibération',
  documentTitle: 'Titre du document',
  page: 'Page',
  quotation: 'Passage, mot pour mot',
  file: 'Fichier (PDF, document, tableur ou image, 20 Mo au plus)',
  orUrl: 'ou son adresse',
  figureTitle: 'Ce qui est compté',
  value: 'Valeur',
  unit: 'Unité',
  source: 'Source',
  on: 'À la date du',
  photoTitle: 'Ce qu’on voit sur la photo',
  photo: 'Photo (JPEG, PNG ou WebP, 20 Mo au plus)',
  takenOn: 'Prise le',
} as const;
export const PHOTO_NOTE =
  'Le lieu et l’appareil que la photo cache sont effacés. Évitez les visages et les plaques : la photo sera publique.';
export const KEPT_FILE = 'Fichier gardé';
export const REPLACE_FILE = 'Le remplacer par un autre fichier';
export const REMOVE = 'Retirer cette preuve';
export const OPEN_ADDRESS = 'ouvrir';
export const NO_EVIDENCE = 'Sans preuve jointe.';
export const REPORT_FILE_SHORT = 'Signaler ce fichier';
export const HIDDEN_FILE = 'Fichier retiré par l’équipe nationale';

/** One line for each: « Délibération du 14 octobre 2021, n° 2021-118, p. 3 ». */
export function evidenceLine(item: EvidenceItem): string {
  switch (item.kind) {
    case 'deliberation': {
      const on = item.decidedOn === null ? 'Délibération' : `Délibération du ${day(item.decidedOn)}`;
      return [on, item.reference, pageOf(item.page)].filter((part) => part !== '').join(', ');
    }
    case 'document':
      return [item.title, pageOf(item.page)].filter((part) => part !== '').join(', ');
    case 'link':
      return `${item.title === '' ? hostOf(item.url) : item.title} (vu le ${day(item.seenOn)})`;
    case 'figure': {
      const value = `${figure(item.value)}${item.unit === '' ? '' : `\u00a0${item.unit}`}`;
      const source = item.source === '' ? 'source non précisée' : `source : ${item.source}`;
      return `${item.label} : ${value}, au ${day(item.on)} (${source})`;
    }
    case 'photo':
      return item.takenOn === null ? `Photo : ${item.caption}` : `Photo du ${day(item.takenOn)} : ${item.caption}`;
  }
}

/** Where it opens on the web; null: here, or nowhere. */
export function evidenceUrl(item: EvidenceItem): string | null {
  if (item.kind === 'link') return item.url;
  return (item.kind === 'deliberation' || item.kind === 'document') && item.where.kind === 'url'
    ? item.where.url
    : null;
}

function pageOf(page: number | null): string {
  return page === null ? '' : `p.\u00a0${figure(page)}`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
