/** What /verifier and `cli verify` say of a file or of a code. */
import { shownCode } from '#domain/shared/short-code.ts';
import type { Alteration, AlteredPart, TextFate, Verification, VerifiedText } from '#domain/signature/verification.ts';
import { agreedTitle, between, bothClocks, partyName } from './agreed-text.fr.ts';
import { count, day, dayOf, figure, listOf } from './format.fr.ts';

export const TITLE = 'Vérifier un pacte';
export const DESCRIPTION =
  'Déposez un PDF ou tapez un code : ce site dit ce que c’est, si quelqu’un l’a modifié, et ce qui a suivi.';
export const LEDE =
  'Déposez un fichier ou tapez le code imprimé en bas de page : nous disons ce que c’est, s’il est intact, et ce qui a suivi. Rien n’est gardé de ce que vous déposez.';
export const FILE_TITLE = 'Un fichier';
export const FILE_LABEL = 'PDF, photo d’une page signée ou document d’origine';
export const fileHint = (bytes: number): string => `${figure(Math.round(bytes / 1_048_576))} Mo au plus.`;
export const FILE_BUTTON = 'Vérifier ce fichier';
export const CODE_TITLE = 'Un code';
export const CODE_LABEL = 'Code de dix signes, imprimé en bas de chaque page';
export const CODE_HINT = 'Par exemple K7M2P-9XQ4T. Les espaces, les tirets et les minuscules ne gênent pas.';
export const CODE_BUTTON = 'Voir ce texte';
export const RESULT = 'Résultat';
export const SEE_TEXT = 'Voir le texte';
export const SEE_PACT = 'Voir le pacte et ce qu’il devient';

export const WHAT_IT_PROVES = 'Ce que cela prouve, et ce que cela ne prouve pas';
export const PROVES: readonly string[] = [
  'Un fichier « intact » est, à l’octet près, celui que ce site a fait : le texte, les noms, les dates et la page de preuve sont ceux qui ont été scellés.',
  'Le sceau montre que rien n’a changé depuis. Il ne montre pas que la personne nommée est bien celle qu’elle dit être : une signature en ligne prouve l’accès à une adresse électronique, une signature sur papier est confirmée par deux personnes.',
  'C’est une signature simple, sans valeur juridique : sa mémoire est sa force.',
];
export const CERTIFICATES_LINK = 'Les certificats de ce site, pour vérifier sans lui';

export type FileRefusal =
  | { readonly kind: 'no-file' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-large'; readonly limitInBytes: number }
  | { readonly kind: 'too-often'; readonly seconds: number };

export function sayFileRefusal(refusal: FileRefusal): string {
  switch (refusal.kind) {
    case 'no-file':
      return 'Choisissez d’abord un fichier.';
    case 'busy':
      return 'Beaucoup de vérifications se font en ce moment. Réessayez dans une minute : rien n’est perdu.';
    case 'empty-file':
      return 'Ce fichier est vide : il a peut-être été mal enregistré. Reprenez-le à sa source.';
    case 'too-large':
      return `Ce fichier dépasse ${figure(Math.round(refusal.limitInBytes / 1_048_576))} Mo. Les fichiers de ce site sont plus petits : ce n’est pas l’un d’eux, ou ses pages sont à déposer une par une.`;
    case 'too-often':
      return `Beaucoup de vérifications viennent de chez vous. Réessayez dans ${count(Math.ceil(refusal.seconds / 60), 'minute', 'minutes')}.`;
  }
}

export const notACode = (typed: string): string =>
  `« ${typed} » n’est pas un code : il en faut dix lettres ou chiffres, comme K7M2P-9XQ4T.`;
export const unknownCode = (code: string): string =>
  `Aucun texte signé ne porte le code ${shownCode(code)}. Relisez-le sur la page : un signe est peut-être faux. Un texte qui n’est pas encore signé n’est visible que de ses parties.`;
export const DID_YOU_MEAN = 'Un seul signe les sépare de ce que vous avez tapé :';
export const TOO_MANY_CODES = 'Beaucoup de codes viennent de chez vous. Réessayez dans quelques minutes.';

export type Answer = {
  readonly tone: 'intact' | 'altered' | 'unknown';
  readonly title: string;
  readonly sentences: readonly string[];
  /** What came after, as sentences; null: nothing can have come after yet. */
  readonly after: readonly string[] | null;
  /** The text it belongs to, to be linked. */
  readonly code: string | null;
  readonly pact: number | null;
};

/** In French, for a person who never heard of hashes. */
export function sayVerification(found: Verification): Answer {
  switch (found.kind) {
    case 'sealed':
      return ofText(found.text, {
        tone: 'intact',
        title: 'Intact : c’est le pacte signé, tel que ce site l’a scellé',
        sentences: [
          whatItIs(found.text),
          `Scellé le ${bothClocks(found.seal.sealedAt.toISOString())}.`,
          ...timestampLine(found.seal.timestamp),
          ...(found.seal.retiredAt === null
            ? []
            : [
                `La clé qui l’a scellé a été remplacée le ${dayOf(found.seal.retiredAt)} ; elle reste valable pour ce qu’elle a scellé.`,
              ]),
        ],
      });
    case 'agreed-text':
      return ofText(found.text, {
        tone: 'intact',
        title: 'Intact : c’est le texte convenu, sans le sceau',
        sentences: [
          whatItIs(found.text),
          stateLine(found.text.fate),
          ...(found.printedAddress === null
            ? []
            : [
                `Attention : le code imprimé dans ce fichier mène à ${found.printedAddress}, qui n’est pas l’adresse de ce site.`,
              ]),
        ],
      });
    case 'canonical-text':
      return ofText(found.text, {
        tone: 'intact',
        title: 'Intact : c’est le texte convenu, en données',
        sentences: [whatItIs(found.text), stateLine(found.text.fate)],
      });
    case 'evidence':
      return ofText(found.text, {
        tone: 'intact',
        title: 'Intact : c’est une pièce déposée avec les signatures',
        sentences: [whatItIs(found.text), stateLine(found.text.fate)],
      });
    case 'original':
      return {
        tone: 'intact',
        title: 'Intact : c’est un document d’origine, lu et publié ici',
        sentences: [
          ...found.published.map(originalLine),
          'Ce document a été lu, pas signé ici : il porte sa source, et nous montrons que c’est bien le même fichier.',
        ],
        after: null,
        code: null,
        pact: found.published.find(({ kind, withdrawnAt }) => kind === 'pact' && withdrawnAt === null)?.id ?? null,
      };
    case 'altered':
      return ofText(found.text, {
        tone: 'altered',
        title: 'Modifié : ce fichier n’est plus celui que ce site a fait',
        sentences: [
          `Il vient ${found.from === 'sealed' ? 'du pacte scellé' : 'du texte convenu'} qui porte le code ${shownCode(found.text.text.code)}. ${sayAlteration(found.alteration)}`,
          ...(found.from === 'agreed-text' && found.alteration.kind === 'rewritten' ? [PERHAPS_OLDER] : []),
          'Ne vous y fiez pas : le texte exact est sur ce site.',
        ],
      });
    case 'foreign-seal':
      return {
        tone: 'unknown',
        title: 'Ce fichier porte un sceau qui n’est pas celui de ce site',
        sentences: [
          found.covers
            ? 'Il n’a pas été modifié depuis, mais nous ne connaissons pas la clé qui l’a scellé.'
            : 'Des octets y ont été ajoutés depuis, et nous ne connaissons pas la clé qui l’a scellé.',
          `Empreinte de son certificat : ${found.fingerprint}.`,
        ],
        after: null,
        code: null,
        pact: null,
      };
    case 'unknown':
      return {
        tone: 'unknown',
        title: 'Ce fichier ne vient pas d’ici, ou a été modifié',
        sentences: [
          'Nous n’avons fait ni gardé aucun fichier qui soit celui-ci, à l’octet près. Un logiciel qui l’enregistre à nouveau, une messagerie qui le réduit ou une copie d’écran suffisent à le changer.',
          'Si vous connaissez son code, tapez-le : vous verrez le texte exact.',
        ],
        after: null,
        code: null,
        pact: null,
      };
  }
}

const PERHAPS_OLDER =
  'Il se peut aussi qu’une version antérieure de ce site l’ait imprimé : comparez alors l’empreinte du texte, sur sa première page.';

/** What the code of a signed text leads to. */
export function sayText(text: VerifiedText): Answer {
  return ofText(text, {
    tone: 'intact',
    title: `Le code ${shownCode(text.text.code)} est celui d’un texte de ce site`,
    sentences: [whatItIs(text), stateLine(text.fate)],
  });
}

export function whatItIs({ text }: VerifiedText): string {
  return `${agreedTitle(text)}. ${between(text)}. Texte arrêté le ${day(text.frozenOn)}, code ${shownCode(text.code)}.`;
}

function ofText(text: VerifiedText, said: Pick<Answer, 'tone' | 'title' | 'sentences'>): Answer {
  const { fate } = text;
  return {
    ...said,
    after: fate.state === 'signed' ? afterLines(text) : null,
    code: text.text.code,
    pact: fate.state === 'signed' ? fate.pact : null,
  };
}

function stateLine({ state, signedAt }: TextFate): string {
  if (state === 'reopened') return 'Ce texte a été rouvert à la négociation avant d’être signé : il n’engage personne.';
  if (signedAt === null) return 'Toutes les signatures n’ont pas été données : ce texte n’engage encore personne.';
  return `Toutes les signatures ont été données le ${dayOf(signedAt)}.`;
}

function afterLines({ text, fate }: VerifiedText): readonly string[] {
  return [
    ...fate.addenda.map(
      ({ code, signedAt }) =>
        `Un avenant, signé le ${dayOf(signedAt)}, le complète ou le modifie : ${shownCode(code)}.`,
    ),
    ...fate.renunciations.map(({ side, on }) => `Le ${day(on)}, ${partyName(text, side)} a dit ne plus s’y tenir.`),
  ];
}

export const NOTHING_AFTER = 'Rien n’a suivi : ni avenant, ni dénonciation.';
export const AFTER = 'Ce qui a suivi';

function timestampLine(timestamp: { readonly at: Date; readonly sound: boolean } | null): readonly string[] {
  if (timestamp === null) return [];
  const at = bothClocks(timestamp.at.toISOString());
  return timestamp.sound
    ? [
        `Une autorité d’horodatage en donne l’heure : ${at}. Nous avons vérifié son jeton, pas la confiance qu’elle mérite.`,
      ]
    : ['Le jeton d’horodatage qu’il porte n’est pas valable.'];
}

function originalLine(published: Extract<Verification, { kind: 'original' }>['published'][number]): string {
  const what = published.kind === 'pact' ? 'Pacte' : 'Plan d’action';
  const name = published.name === null ? '' : ` « ${published.name} »`;
  const gone = published.withdrawnAt === null ? '' : `, retiré le ${dayOf(published.withdrawnAt)}`;
  return `${what}${name}, ${published.placeName}${gone}.`;
}

export function sayAlteration(alteration: Alteration): string {
  switch (alteration.kind) {
    case 'added':
      return `${count(alteration.bytes, 'octet a été ajouté', 'octets ont été ajoutés')} à sa fin.`;
    case 'cut':
      return `Il manque ${count(alteration.bytes, 'octet', 'octets')} à sa fin : il a peut-être été mal téléchargé.`;
    case 'changed':
      return `${count(alteration.bytes, 'octet a été changé', 'octets ont été changés')} sur ${figure(alteration.of)}, ${partsLine(alteration.parts)}. ${alteration.bytes === 1 ? 'C’est' : 'Le premier est'} le ${figure(alteration.first + 1)}e.`;
    case 'rewritten':
      return `Il a été écrit à nouveau, par un logiciel ou par quelqu’un : il diffère dès le ${figure(alteration.first + 1)}e octet, et nous ne pouvons pas dire ce qui y a été changé.`;
  }
}

function partsLine(parts: readonly AlteredPart[]): string {
  const said = parts.map(partName);
  return said.length > 6 ? `dans ${figure(parts.length)} parties du fichier` : listOf(said);
}

function partName(part: AlteredPart): string {
  switch (part.kind) {
    case 'page':
      return `dans ce que montre la page ${figure(part.page)}`;
    case 'attached':
      return `dans le fichier joint ${part.name}`;
    case 'signature':
      return 'dans la signature du site';
    case 'elsewhere':
      return 'dans la structure du fichier';
  }
}

export const CERTIFICATES_TITLE = 'Les certificats de ce site';
export const CERTIFICATES_LEDE =
  'Le site scelle les pactes signés avec une clé. Voici le certificat de chaque clé qui a servi, avec son empreinte : la même que celle imprimée sur la page de preuve. Notez-la ailleurs : une copie hors du site vaut mieux que notre parole.';
export const CERTIFICATE_IN_USE = 'en service';
export const retiredOn = (at: Date): string => `remplacé le ${dayOf(at)}, valable pour ce qu’il a scellé`;
export const madeOn = (at: Date): string => `en service depuis le ${dayOf(at)}`;
export const DOWNLOAD_CERTIFICATE = 'Télécharger (PEM)';
export const NO_CERTIFICATE = 'Ce site n’a encore rien scellé.';
export const WITHOUT_US = 'Vérifier sans ce site';
export const WITHOUT_US_STEPS: readonly string[] = [
  'Ouvrez le PDF scellé avec un lecteur qui lit les signatures, ou tapez pdfsig pacte.pdf : la signature doit être valable et couvrir tout le document.',
  'Comparez l’empreinte SHA-256 du certificat qu’il montre avec celle de cette page.',
  'Enregistrez le fichier joint texte-convenu.json et comparez son empreinte (sha256sum texte-convenu.json) avec celle imprimée sur la première page.',
];
