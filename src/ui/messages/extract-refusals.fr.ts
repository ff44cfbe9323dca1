/**
 * Why a document was not read, and what to do next. One sentence per kind: the compiler asks for each.
 */
import type { DeclaredFormat, ExtractRefusal, OtherFormat } from '#reading/extract/extracted.ts';

type Sentences = {
  readonly [Kind in ExtractRefusal['kind']]: (refusal: Extract<ExtractRefusal, { kind: Kind }>) => string;
};

const SENTENCES: Sentences = {
  'empty-file': () =>
    'Le fichier est vide. Vérifiez que l’enregistrement ou le téléchargement est allé à son terme, puis renvoyez-le.',
  'too-large': ({ bytes, limitInBytes }) =>
    `Le fichier pèse ${megabytes(bytes)}, la limite est de ${megabytes(limitInBytes)}. Enregistrez-le sans ses images, ou découpez-le en plusieurs documents.`,
  'unsupported-type': ({ actual }) => UNSUPPORTED[actual],
  'type-mismatch': ({ declared, actual }) =>
    `Le nom du fichier annonce ${DECLARED[declared]}, mais son contenu est ${ACTUAL[actual]}. ${AFTER_MISMATCH[actual]}`,
  'binary-content': () =>
    'Ce fichier est nommé comme un texte, mais il contient des données illisibles. Ouvrez-le avec le logiciel qui l’a créé, puis enregistrez-le en PDF, DOCX ou ODT.',
  'old-word-document': () =>
    'Ce document est dans l’ancien format Word (.doc), que nous ne lisons pas. Ouvrez-le avec Word ou LibreOffice, enregistrez-le en DOCX, ODT ou PDF, puis renvoyez-le.',
  'encrypted-office': () =>
    'Ce document est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis renvoyez-la.',
  'encrypted-pdf': () =>
    'Ce PDF est protégé par un mot de passe. Ouvrez-le, imprimez-le vers un nouveau PDF sans mot de passe, puis renvoyez-le.',
  'scanned-pdf': ({ pages }) =>
    `Ce PDF ${pages > 1 ? `contient ${count(pages)} pages d’images` : 'contient une image'}, sans texte à lire : c’est sans doute un document numérisé. Demandez le fichier d’origine, ou passez-le d’abord par une reconnaissance de caractères (OCR).`,
  'no-text': ({ format }) =>
    format === 'pdf'
      ? 'Nous n’avons trouvé aucun texte dans ce PDF : il est blanc, ou ses lettres y sont dessinées. Demandez le fichier d’origine (DOCX ou ODT).'
      : 'Nous n’avons trouvé aucun texte dans ce document. Vérifiez que c’est le bon fichier.',
  'damaged-file': ({ format }) =>
    `Ce fichier ${FORMATS[format]} est abîmé ou incomplet, et nous ne pouvons pas l’ouvrir. Téléchargez-le de nouveau, ou ouvrez-le et enregistrez-en une nouvelle copie.`,
  'archive-too-big': ({ limitInBytes }) =>
    `Une fois décompressé, ce document dépasse ${megabytes(limitInBytes)} : nous avons arrêté de le lire par sécurité. Enregistrez-le de nouveau depuis Word ou LibreOffice, ou envoyez-le en PDF.`,
  'forbidden-xml': () =>
    'Ce document contient des instructions XML que nous refusons par sécurité. Ouvrez-le avec Word ou LibreOffice, enregistrez-en une nouvelle copie, puis renvoyez-la.',
  'too-many-pages': ({ pages, limit }) =>
    `Ce document compte ${count(pages)} pages, la limite est de ${count(limit)}. Envoyez seulement la partie qui vous intéresse.`,
  'too-much-text': ({ limitInCharacters }) =>
    `Ce document contient plus de ${count(limitInCharacters)} caractères. Envoyez seulement la partie qui vous intéresse.`,
  'not-french': () =>
    'Ce texte ne semble pas être en français. Nous lisons seulement les documents en français : envoyez la version française.',
};

/** One or two sentences for a person: what happened, then what to do. */
export function sayExtractRefusal(refusal: ExtractRefusal): string {
  const say = SENTENCES[refusal.kind] as (refusal: ExtractRefusal) => string;
  return say(refusal);
}

const WHAT_WE_READ = 'Envoyez un document PDF, DOCX, ODT, HTML ou texte.';

const UNSUPPORTED: Readonly<Record<OtherFormat, string>> = {
  image: `Ce fichier est une image : nous ne savons pas lire les lettres d’une photo ou d’une capture d’écran. ${WHAT_WE_READ}`,
  rtf: 'Ce document est au format RTF, que nous ne lisons pas. Ouvrez-le avec Word ou LibreOffice, enregistrez-le en DOCX, ODT ou PDF, puis renvoyez-le.',
  pages:
    'Ce document est au format Pages d’Apple, que nous ne lisons pas. Dans Pages, exportez-le en PDF ou en Word (.docx), puis renvoyez-le.',
  spreadsheet: 'Ce fichier est un tableur, que nous ne lisons pas. Exportez-le en PDF, ou collez son texte.',
  presentation: 'Ce fichier est un diaporama, que nous ne lisons pas. Exportez-le en PDF, puis renvoyez-le.',
  epub: `Ce fichier est un livre numérique (EPUB), que nous ne lisons pas. ${WHAT_WE_READ}`,
  archive: 'Ce fichier est une archive compressée. Ouvrez-la, puis envoyez le document qu’elle contient.',
  'audio-or-video': `Ce fichier est un son ou une vidéo. ${WHAT_WE_READ}`,
  'old-office':
    'Ce fichier est dans un ancien format de bureautique. Ouvrez-le avec LibreOffice, enregistrez-le en ODT ou PDF, puis renvoyez-le.',
  unknown: `Nous ne reconnaissons pas ce type de fichier. ${WHAT_WE_READ}`,
};

const FORMATS = { txt: 'texte', html: 'HTML', docx: 'DOCX', odt: 'ODT', pdf: 'PDF' } as const;

const DECLARED: Readonly<Record<DeclaredFormat, string>> = {
  txt: 'un texte',
  html: 'une page web',
  docx: 'un document Word',
  odt: 'un document OpenDocument',
  pdf: 'un PDF',
  doc: 'un ancien document Word',
  rtf: 'un document RTF',
  pages: 'un document Pages',
  image: 'une image',
  spreadsheet: 'un tableur',
  presentation: 'un diaporama',
};

type Actual = Extract<ExtractRefusal, { kind: 'type-mismatch' }>['actual'];

const ACTUAL: Readonly<Record<Actual, string>> = {
  txt: 'du texte',
  html: 'une page web',
  docx: 'un document Word (DOCX)',
  odt: 'un document OpenDocument (ODT)',
  pdf: 'un PDF',
  doc: 'un ancien document Word (.doc)',
  image: 'une image',
  rtf: 'un document RTF',
  pages: 'un document Pages',
  spreadsheet: 'un tableur',
  presentation: 'un diaporama',
  epub: 'un livre numérique',
  archive: 'une archive compressée',
  'audio-or-video': 'un son ou une vidéo',
  'old-office': 'un ancien fichier de bureautique',
  unknown: 'd’un type que nous ne reconnaissons pas',
};

const RENAME = (extension: string): string => `Renommez-le en « ${extension} », puis renvoyez-le.`;
const SAVE_AGAIN = 'Ouvrez-le avec le logiciel qui l’a créé, enregistrez-le en PDF, DOCX ou ODT, puis renvoyez-le.';

const AFTER_MISMATCH: Readonly<Record<Actual, string>> = {
  txt: RENAME('.txt'),
  html: RENAME('.html'),
  docx: RENAME('.docx'),
  odt: RENAME('.odt'),
  pdf: RENAME('.pdf'),
  doc: SAVE_AGAIN,
  image: 'Nous ne savons pas lire une image : envoyez le document lui-même, en PDF, DOCX, ODT, HTML ou texte.',
  rtf: SAVE_AGAIN,
  pages: SAVE_AGAIN,
  spreadsheet: SAVE_AGAIN,
  presentation: SAVE_AGAIN,
  epub: SAVE_AGAIN,
  archive:
    'Le fichier est peut-être incomplet : téléchargez-le de nouveau, ou ouvrez l’archive et envoyez le document qu’elle contient.',
  'audio-or-video': WHAT_WE_READ,
  'old-office': SAVE_AGAIN,
  unknown: SAVE_AGAIN,
};

function megabytes(bytes: number): string {
  return new Intl.NumberFormat('fr-FR', {
    style: 'unit',
    unit: 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / (1024 * 1024));
}

function count(number: number): string {
  return new Intl.NumberFormat('fr-FR').format(number);
}
