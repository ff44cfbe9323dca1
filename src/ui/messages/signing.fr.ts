/** Words of the pages where a text is signed. */
import type { Missing } from '#domain/signature/completeness.ts';
import type { SigningState } from '#domain/signature/signing-state.ts';
import type { SignatoryState } from '#domain/signature/signatory.ts';
import { count, day, dayOf, listOf } from './format.fr.ts';

export const STATE_WORD: Readonly<Record<SigningState, string>> = {
  waiting: 'Des signatures sont attendues',
  complete: 'Signé par tout le monde',
  declined: 'Une personne a refusé de signer',
  expired: 'Le délai pour signer est passé',
  cancelled: 'La négociation a repris',
};

export const SIGNATORY_WORD: Readonly<Record<SignatoryState, string>> = {
  invited: 'attendu·e',
  signed: 'a signé',
  declined: 'a refusé',
  contested: 'signature contestée, suspendue',
  removed: 'retiré·e',
};

// One's own page, reached by the link of a mail.
export const SIGN_TITLE = 'Signer le pacte';
export const SIGN_LEDE =
  'Lisez le texte en entier, puis répondez en bas de cette page. Vous n’avez pas besoin de compte.';
export const PERSONAL_LINK =
  'Cette page est à vous : ne transmettez pas son adresse. Vous pouvez la fermer et y revenir plus tard.';
export const untilDay = (on: string): string => `Vous avez jusqu’au ${day(on)} inclus.`;
export const READ_AS_PDF = 'Lire le texte en PDF';
export const GO_TO_FORM = 'Aller à la signature';
export const YOUR_ANSWER = 'Votre réponse';
export const I_SIGN = 'Je signe';
export const NAME_LABEL = 'Votre prénom et votre nom';
export const NAME_HINT = 'Ils seront publics avec le pacte signé.';
export const ROLE_LABEL = 'Votre qualité';
export const ROLE_HINT = 'Par exemple : tête de liste, membre du collectif. Elle sera publique aussi.';
export const READ_LABEL = 'J’ai lu ce texte en entier et je le signe.';
export const FINGERPRINT_SIGNED = 'Votre signature portera sur ce texte et sur aucun autre. Son empreinte (SHA-256) :';
export const ASK_CODE = 'Recevoir un code par mail';
export const ASK_CODE_AGAIN = 'Recevoir un autre code';
export const CODE_SENT =
  'Un code à 6 chiffres est parti à l’adresse où vous avez reçu votre lien. Recopiez-le, puis signez.';
export const CODE_WHY = 'Le code montre que vous lisez bien cette adresse. Elle ne sera jamais publique.';
export const READ_MAILS_HERE = 'Lire les mails de ce site d’essai';
export const SIGN = 'Signer ce texte';
export const OR_ELSE = 'Je ne signe pas';
export const DECLINE_LABEL = 'Pourquoi refusez-vous de signer ?';
export const DECLINE_HINT = 'Les deux parties liront vos mots.';
export const DECLINE = 'Refuser de signer';
export const NOT_ME_TITLE = 'Ce n’est pas moi';
export const NOT_ME_LABEL = 'Que s’est-il passé ?';
export const NOT_ME_HINT =
  'Par exemple : je ne connais pas cette liste, on a pris mon nom. Les deux parties et l’équipe nationale le sauront, et la signature à votre nom est suspendue aussitôt.';
export const NOT_ME = 'Dire que ce n’est pas moi';
export const SIGN_ON_PAPER_TOO =
  'Vous préférez le papier ? Signez à la prochaine rencontre : une signature sur papier vaut autant.';
export const NO_LEGAL_FORCE = 'Signature simple, sans valeur juridique : ce texte engage votre parole.';
export const NOT_POSSIBLE = 'Ce n’est pas fait';
export const LINK_GONE_TITLE = 'Ce lien n’ouvre rien';
export const LINK_GONE =
  'Il est peut-être incomplet : copiez-le en entier. Ou bien votre signature n’est plus attendue : votre partie peut vous le dire.';

export const youSigned = (at: Date): string => `Vous avez signé ce texte le ${dayOf(at)}. Merci.`;
export const YOU_DECLINED = 'Vous avez refusé de signer ce texte. Votre partie en est prévenue.';
export const YOU_CONTESTED =
  'Vous avez dit que ce n’est pas vous. La signature est suspendue, et l’équipe nationale vous répondra si besoin.';
export const SEALING = 'Tout le monde a signé. Le texte est en train d’être scellé : revenez dans un instant.';

// The page of a text.
export const TEXT_TRAIL = 'Textes signés';
export const PRIVATE_UNTIL_SIGNED =
  'Ce texte n’est pas public : seules les deux parties et les signataires le voient, jusqu’à ce que tout le monde ait signé.';
export const TEXT_DOWNLOADS = 'Télécharger';
export const SEALED_PDF = 'Le pacte signé, en PDF scellé';
export const DRAFT_PDF = 'Le PDF à imprimer et à signer';
export const CANONICAL_JSON = 'Le texte exact, en JSON';
export const CANONICAL_NOTE = 'C’est de ce fichier que l’empreinte est prise.';
export const VERIFY = 'Vérifier que personne ne l’a modifié';
export const SEE_PACT = 'Voir ce pacte mesure par mesure';
export const SEE_SIGNATURES = 'Suivre et recueillir les signatures';
export const PART_OF_IT = 'Vous représentez l’une des parties ?';
export const REPORT_LINK = 'Vous lisez votre nom ici, et ce n’est pas vous ?';
export const WITHDRAWN_SIGNATURES = (number: number): string =>
  `${count(number, 'signature a été retirée', 'signatures ont été retirées')} depuis : la personne a dit que ce n’était pas elle, et l’équipe nationale lui a donné raison. Le fichier scellé ne peut pas changer.`;
export const suspendedSignatures = (names: readonly string[]): string =>
  `${listOf(names)} : signature contestée, suspendue en attendant que l’équipe nationale ait regardé.`;
export const ADDENDUM_TO = 'Cet avenant complète ou modifie un texte signé, qui reste tel quel :';
export const termOver = (to: number): string =>
  `Le mandat de ce pacte s’est terminé avec les élections de ${String(to)}. Le texte reste ici, comme mémoire.`;
export const NOT_PUBLIC_TITLE = 'Ce texte n’est pas public';
export const NOT_PUBLIC =
  'Aucun texte public ne porte ce code. Il est peut-être mal recopié, ou encore en cours de signature : seules les deux parties le voient alors.';
export const SIGN_IN_TO_SEE = 'Me connecter pour le voir';
export const CHECK_CODE = 'Vérifier un code';

// Collecting signatures.
export const SIGNATURES_TITLE = 'Les signatures';
export const signBefore = (on: string): string => `On peut signer jusqu’au ${day(on)} inclus.`;
export const WHAT_IS_MISSING = 'Ce qui manque';
export const NOTHING_MISSING = 'Rien : tout le monde a signé.';
export const IN_ANY_ORDER = 'Chacun·e signe quand il ou elle veut, en ligne ou sur papier, dans n’importe quel ordre.';
export const ADD_SIGNATORY = 'Nommer un·e signataire';
export const NAMED_LABEL = 'Prénom et nom';
export const NAMED_ROLE_LABEL = 'Qualité';
export const EMAIL_OPTIONAL = 'Adresse électronique (si la personne signe en ligne)';
export const EMAIL_OPTIONAL_HINT =
  'Elle reçoit un lien personnel. L’adresse n’est jamais montrée, et elle est effacée 30 jours après la fin. Sans adresse : la personne signe sur papier.';
export const ADD = 'Ajouter';
export const NAME_FOR_ABSENT =
  'Personne de cette partie n’est encore sur ce site. Vous pouvez écrire ici qui signe pour elle, sur papier seulement ; dès que quelqu’un viendra, elle seule nommera ses signataires.';
export const NAMED_BY_COLLECTIVE = 'nommé·e par le collectif';
export const REMOVE = 'Retirer';
export const REPLACE = 'Remplacer par';
export const INVITE_AGAIN = 'Renvoyer le lien';
export const INVITE_BY_MAIL = 'Inviter par mail';
export const CHANGE_PERSON = 'Retirer, remplacer ou inviter à nouveau';
export const NEW_ADDRESS = 'Adresse électronique';
export const mailRefused = (at: Date): string =>
  `Le mail n’a pas pu être remis (${dayOf(at)}) : corrigez l’adresse et renvoyez le lien.`;
export const ON_PAPER = 'signe sur papier';
export const BY_MAIL = 'invité·e par mail';
export const invitedOn = (on: string): string => `invité·e le ${day(on)}`;
export const signedOnDay = (on: string, means: string): string => `a signé le ${day(on)}, ${means}`;
export const declinedOn = (at: Date): string => `a refusé le ${dayOf(at)} :`;
export const PAPER_TITLE = 'Sur papier';
export const PAPER_HOW =
  'Imprimez le PDF, signez-le à la rencontre, photographiez ou numérisez chaque page signée, puis déposez-la ici. Deux personnes différentes disent que c’est bien le même texte, si possible une de chaque partie.';
export const BRING_PAPER_HERE = 'Déposer la photo d’une feuille signée';
export const BRING_PAPER = 'Déposer une feuille signée';
export const BRING_VOTE = 'Joindre la délibération du conseil';
export const DEADLINE_TITLE = 'Changer le dernier jour';
export const DEADLINE_LABEL = 'On peut signer jusqu’au';
export const CHANGE_DEADLINE = 'Changer';
export const CANCEL_TITLE = 'Reprendre la négociation';
export const CANCEL_HOW =
  'Les deux parties doivent être d’accord. Les signatures déjà données ne compteront plus, et rien de ce texte ne sera publié.';
export const CANCEL_LABEL = 'Pourquoi ?';
export const CANCEL = 'Demander à reprendre la négociation';
export const cancelAsked = (party: string): string => `« ${party} » demande à reprendre la négociation :`;
export const CANCEL_AGREE = 'D’accord, reprendre la négociation';
export const CANCEL_WAITING = 'L’autre partie doit maintenant répondre.';
export const KEEP = 'Retirer cette demande';
export const RENOUNCE_TITLE = 'Dénoncer ce pacte';
export const RENOUNCE_HOW =
  'Dire publiquement que votre partie ne tient plus ce pacte. C’est un fait daté, montré pour toujours à côté du texte signé, qui reste public et inchangé. Pour changer un engagement, négociez plutôt un avenant.';
export const RENOUNCE_LABEL = 'Motif, tel qu’il sera publié';
export const RENOUNCE = 'Dénoncer publiquement';
export const RENOUNCE_SURE = 'Je le dis au nom de ma partie, et je sais que cela ne peut pas être retiré.';
export const SCANS_TITLE = 'Les feuilles signées';
export const SCANS_HOW =
  'Elles portent des signatures manuscrites : elles restent entre les deux parties, et seule leur empreinte est publique, sauf si les deux parties choisissent de les montrer.';
export const SHOW_SCANS = 'Ma partie veut bien les montrer';
export const HIDE_SCANS = 'Ma partie ne veut plus les montrer';
export const SCANS_PUBLIC = 'Les deux parties l’ont voulu : les feuilles signées sont publiques.';
export const OTHER_PARTY_AGREES = 'L’autre partie veut bien les montrer.';
export const CONTESTS_TITLE = 'Noms contestés';
export const UPHOLD = 'Ce n’est pas cette personne : retirer le nom';
export const DISMISS = 'La signature est la sienne : la laisser';
export const DONE = 'C’est fait.';
export const SIGNATURES_BACK = 'Revenir aux signatures';
export const TEXT_BACK = 'Revenir au texte';

// Papers.
export const PAPER_DAY_LABEL = 'Jour écrit sur la feuille';
export const VOTE_DAY_LABEL = 'Jour du vote';
export const VOTE_NUMBER_LABEL = 'Numéro de la délibération';
export const WHO_SIGNED_IT = 'Qui a signé cette feuille ?';
export const NOBODY_LEFT = 'Personne n’est encore attendu : nommez d’abord les signataires.';
export const THEN_PHOTOS = 'Vous ajouterez les photos à l’étape suivante : ce que vous saisissez ici est déjà gardé.';
export const GO_ON = 'Continuer';
export const paperTitle = (kind: 'paper' | 'deliberation', on: string): string =>
  kind === 'paper' ? `Feuille signée le ${day(on)}` : `Délibération du ${day(on)}`;
export const voteNumber = (number: string): string => `Délibération n° ${number}`;
export const PAGES = 'Photos et documents';
export const NO_PAGE = 'Aucun fichier pour l’instant.';
export const ADD_PAGE = 'Ajouter un fichier';
export const FILE_LABEL = 'Photo, scan ou PDF';
export const fileHint = (limit: string): string =>
  `JPEG, PNG, WebP ou PDF, ${limit} au plus. Une page par photo, bien à plat ; vous pouvez en ajouter plusieurs.`;
export const SEND = 'Envoyer';
export const pageAlt = (page: number): string => `Page ${String(page)} de la feuille signée`;
export const SEE_LARGE = 'Voir en grand';
export const IS_IT_THE_SAME = 'Est-ce bien le même texte ?';
export const compareWith = (code: string): string =>
  `Comparez le code imprimé en bas de chaque page (${code}) et les signatures avec les noms ci-dessus.`;
export const SAME_LABEL = 'J’ai regardé chaque page : c’est bien ce texte, signé par ces personnes.';
export const CONFIRM = 'Confirmer';
export const CONFIRMED_BY_YOU = 'Vous l’avez confirmée.';
export const SOMEBODY_ELSE_NOW: Readonly<Record<'paper' | 'deliberation', string>> = {
  paper: 'Il faut maintenant une autre personne, de l’autre partie si quelqu’un peut regarder.',
  deliberation:
    'Il faut deux personnes différentes, dont toujours une de la mairie (ou de l’intercommunalité). Si elle n’a pas encore de rôle ici, un·e élu·e ou un·e agent·e le demande à la page /compte/roles.',
};
export const DROP_TITLE = 'Ce n’est pas le même texte, ou c’est illisible';
export const DROP_LABEL = 'Pourquoi l’écarter ?';
export const DROP = 'Écarter cette feuille';
export const confirmedBy = (people: number): string =>
  people === 0
    ? 'Personne ne l’a encore confirmée : il en faut deux.'
    : `Confirmée par ${count(people, 'personne', 'personnes')}. Il en faut deux, si possible une de chaque partie.`;
export const paperCounts = (at: Date): string => `Confirmée le ${dayOf(at)} : elle compte.`;
export const paperDropped = (at: Date): string => `Écartée le ${dayOf(at)} :`;
export const BODY_TOO_LARGE =
  'Cet envoi est trop lourd et a été arrêté avant d’arriver. Envoyez les pages une par une, ou numérisez en qualité moyenne. Ce que vous avez déjà saisi est gardé.';

// « Ce n'est pas moi », said by a reader.
export const REPORT_TITLE = 'Ce nom n’est pas le mien';
export const REPORT_LEDE =
  'Vous lisez votre nom parmi les signataires, et vous n’avez pas signé ce texte. Dites-le ici : l’équipe nationale regarde et vous répond.';
export const REPORT_WHICH = 'Quel nom ?';
export const REPORT_WORDS = 'Que s’est-il passé ?';
export const REPORT_SEND = 'Recevoir un code';
export const REPORT_CONFIRM = 'Envoyer';
export const REPORT_DONE =
  'L’équipe nationale est prévenue. Elle vous répondra à votre adresse, qui sera ensuite effacée.';

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function missingLine(missing: Missing, about: { readonly party: string; readonly name: string }): string {
  switch (missing.kind) {
    case 'nobody-named':
      return `« ${about.party} » doit nommer au moins une personne.`;
    case 'awaited':
      return `${about.name} n’a pas encore signé.`;
    case 'declined':
      return `${about.name} a refusé : retirez cette personne, ou nommez-en une autre.`;
    case 'contested':
      return `La signature ${about.name === '' ? '' : `de ${about.name} `}est contestée.`;
    case 'no-council-vote':
      return 'La délibération du conseil doit être jointe et confirmée.';
  }
}
