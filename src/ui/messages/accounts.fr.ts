/** Words of signing in. Those of one's own account: ./own-account.fr.ts. */
export const SIGN_IN_FIRST = 'Connectez-vous d’abord.';

export const SIGN_IN_TITLE = 'Se connecter';
export const SIGN_IN_DESCRIPTION = 'Se connecter à Parole tenue par son adresse électronique, sans mot de passe.';
export const SIGN_IN_LEDE =
  'Écrivez votre adresse : vous recevez un code et un lien. Il n’y a ni mot de passe, ni inscription.';
export const SIGN_IN_SEND = 'Recevoir un code';
export const SIGN_IN_WHY = 'À savoir';
export const SIGN_IN_NOTES: readonly string[] = [
  'Pour lire le site, aucun compte n’est nécessaire.',
  'À la première connexion, un compte est créé avec votre adresse, et rien d’autre. Vous pouvez l’effacer à tout moment.',
  'Votre adresse n’est jamais montrée ni donnée.',
  'Un seul cookie est déposé, pour vous garder connecté·e trente jours.',
];
export const PASSKEY_SIGN_IN = 'Se connecter avec une clé d’accès';
export const PASSKEY_FAILED = 'La clé d’accès n’a pas été reconnue. Réessayez, ou demandez un code.';
export const OR = 'ou';

export function providerSignIn(name: string): string {
  return `Se connecter avec ${name}`;
}

/** On a machine without a mail server. */
export const MAILS_HERE = 'Les mails de ce site sont lisibles sur';

export const SIGN_IN_AGAIN =
  'Votre connexion date de plus de trente minutes. Pour protéger votre compte, connectez-vous à nouveau : vous reviendrez ensuite où vous étiez.';
export const SIGNED_OUT = 'Vous êtes déconnecté·e.';
export const ERASED = 'Votre compte est effacé, et vous êtes déconnecté·e partout.';

export const CODE_TITLE = 'Recopier le code';
export const CODE_DESCRIPTION = 'Recopier le code reçu par mail pour se connecter.';
export const CODE_SUBMIT = 'Me connecter';
export const NOTHING_CAME = 'Rien reçu ?';
export const NOTHING_CAME_STEPS: readonly string[] = [
  'Attendez une minute ou deux, et regardez aussi parmi les indésirables.',
  'Rechargez cette page : elle dit si le mail a été refusé.',
  'Vérifiez l’adresse ci-dessus. Si elle est fausse, recommencez avec la bonne.',
];
export const ASK_AGAIN = 'Demander un autre code';

export function codeLede(email: string): string {
  return `Nous écrivons à ${email}. Le mail contient un code à 6 chiffres et un lien : l’un ou l’autre suffit, sur l’appareil de votre choix.`;
}

/** Of the mail that ties a service which vouches for people: it holds no link. */
export function codeAloneLede(email: string): string {
  return `Nous écrivons à ${email}. Le mail contient un code à 6 chiffres : recopiez-le ici.`;
}

export function mailRefused(email: string): string {
  return `Le mail n’a pas pu être remis à ${email} : le serveur de courrier l’a refusé. Vérifiez l’adresse, puis demandez un autre code.`;
}

export function mailLate(email: string): string {
  return `Le mail pour ${email} n’a pas encore pu partir : le serveur de courrier ne répond pas. Nous réessayons ; rechargez cette page dans quelques minutes.`;
}

export const LINK_TITLE = 'Confirmer la connexion';
export const LINK_DESCRIPTION = 'Confirmer la connexion demandée par mail.';
export const LINK_SUBMIT = 'Me connecter sur cet appareil';
export const LINK_NOT_YOU = 'Vous n’avez rien demandé ? Fermez cette page : rien ne se fait.';

export function linkLede(email: string): string {
  return `Vous allez vous connecter au compte de ${email}. Un lien peut être ouvert par un programme qui vérifie les mails : c’est pourquoi nous vous demandons ce dernier geste.`;
}

export const NOT_POSSIBLE = 'La connexion n’a pas pu se faire';
export const LOGIN_OF_ANOTHER =
  'Cette identité est déjà reliée à un autre compte de ce site. Connectez-vous à celui-ci, ou par votre adresse seule.';
export const PROVIDER_FAILED =
  'Le service choisi n’a pas confirmé votre identité, ou vous avez renoncé. Réessayez, ou demandez un code.';

export const PROVIDER_WITHOUT_ADDRESS =
  'Ce service n’a pas donné votre adresse. Connectez-vous par votre adresse, avec un code.';

export function providerFirstTime(name: string): string {
  return `Première connexion avec ${name} : confirmez votre adresse une fois, par un code. Ensuite, ${name} suffira.`;
}

/** The kept mails, for newcomers. */
export const MAILS_TITLE = 'Courrier de cette machine';
export const MAILS_DESCRIPTION = 'Les mails que ce site n’envoie pas, faute de serveur de courrier.';
export const MAILS_LEDE =
  'Ce site n’a pas de serveur de courrier : les mails restent ici au lieu de partir. Cette page ne s’ouvre que depuis cette machine.';
export const MAILS_HOW = 'Pour envoyer de vrais mails, donnez SMTP_URL et MAIL_FROM au serveur (docs/operations.md).';
export const NO_MAILS = 'Aucun mail pour l’instant. Demandez un code sur';

export function mailTo(recipient: string, at: string): string {
  return `À ${recipient}, ${at}`;
}
