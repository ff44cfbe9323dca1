/** What the server and the commands say when they cannot start, and of what they did to start. */
import type { ConfigProblem } from '#server/config-problem.ts';
import type { StartUpProblem } from '#server/start-up-failure.ts';

/** One text for a person at a terminal: what is wrong, then what to do. May span several lines. */
export function startUpMessage(problem: StartUpProblem): string {
  switch (problem.kind) {
    case 'invalid-configuration':
      return [
        'La configuration ne convient pas :',
        ...problem.problems.map((found) => `  - ${configMessage(found)}`),
        'Les réglages et leurs valeurs par défaut sont décrits dans src/server/config.ts.',
      ].join('\n');
    case 'folder-in-use':
      return [
        `Un autre serveur utilise déjà le dossier ${problem.dataDirectory}.`,
        'Arrêtez-le, ou donnez un autre dossier à celui-ci avec DATA_DIR.',
      ].join('\n');
    case 'folder-not-writable':
      return [
        `Le dossier de données ${problem.dataDirectory} ne peut pas être utilisé (${problem.reason}).`,
        'Vérifiez qu’il existe et que vous pouvez y écrire, ou choisissez-en un autre avec DATA_DIR.',
      ].join('\n');
    case 'no-binaries':
      return [
        `Aucun PostgreSQL n’est fourni pour cette machine (${problem.platform}).`,
        'Relancez `npm ci` sans l’option --omit=optional, ou donnez l’adresse de votre PostgreSQL avec DATABASE_URL.',
      ].join('\n');
    case 'no-postgres-user':
      return [
        'PostgreSQL refuse de fonctionner en tant que root, et aucun compte ordinaire n’a pu être trouvé ni créé.',
        `Créez un compte système « parole-tenue », ou lancez le serveur avec un compte ordinaire. ${problem.reason}`.trim(),
      ].join('\n');
    case 'cluster-out-of-reach':
      return [
        `La base de données ${problem.clusterDirectory} ne peut pas être atteinte par le compte n° ${problem.ownerId}, qui la fait fonctionner.`,
        'Lancez le serveur avec le compte qui l’a créée, ou rouvrez le passage vers ce dossier (chmod o+x sur chacun de ses parents).',
      ].join('\n');
    case 'cluster-version':
      return [
        `La base de données ${problem.clusterDirectory} vient de PostgreSQL ${problem.found}, cette version fournit PostgreSQL ${problem.expected}.`,
        'Reprenez la version précédente, faites une sauvegarde (npm run cli -- backup), puis restaurez-la ici dans un DATA_DIR neuf.',
      ].join('\n');
    case 'password-missing':
      return [
        `Le mot de passe de la base de données manque : ${problem.passwordFile}.`,
        'Remettez ce fichier depuis une sauvegarde du dossier de données.',
      ].join('\n');
    case 'postgres-will-not-start':
      return [
        `PostgreSQL ne démarre pas. Son journal (${problem.logFile}) se termine ainsi :`,
        ...problem.lastLines.split('\n').map((line) => `    ${line}`),
      ].join('\n');
    case 'database-unreachable':
      return [
        `La base de données ne répond pas : ${problem.reason}.`,
        'Vérifiez DATABASE_URL et que PostgreSQL fonctionne, puis réessayez.',
      ].join('\n');
    case 'database-encoding':
      return [
        `La base de données écrit le texte en ${problem.encoding} ; il faut UTF-8.`,
        'Créez-la avec : create database … encoding ’UTF8’ template template0.',
      ].join('\n');
    case 'migration-changed':
      return [
        `L’étape ${problem.name} a déjà été appliquée à cette base, mais son fichier a changé depuis.`,
        'Reprenez les fichiers d’origine (git checkout src/server/storage/migrations) ; une correction s’écrit dans une nouvelle étape.',
      ].join('\n');
    case 'migration-unknown':
      return [
        `Cette base a été utilisée par une version plus récente (étape ${problem.name}).`,
        'Installez cette version, ou restaurez une sauvegarde plus ancienne.',
      ].join('\n');
    case 'port-in-use':
      return [
        `Le port ${problem.port} (${problem.host}) est déjà pris par un autre programme.`,
        'Arrêtez ce programme, ou choisissez un autre port, par exemple : PORT=3001 npm start',
      ].join('\n');
    case 'not-built':
      return [
        `Le site n’a pas été construit : ${problem.buildDirectory} manque.`,
        'Lancez `npm start`, qui le construit, ou `npm run build`.',
      ].join('\n');
  }
}

export const startUpNotices = {
  clusterElsewhere: (clusterDirectory: string): string =>
    `Lancé en tant que root depuis un dossier fermé aux autres comptes : la base de données est dans ${clusterDirectory}.`,
  building: 'Construction du site…',
  migrated: (names: readonly string[]): string => `Base de données mise à jour : ${names.join(', ')}.`,
  loadingTerritory: (release: string): string => `Chargement des communes (${release})…`,
  territoryLoaded: (municipalities: number, milliseconds: number): string =>
    `${municipalities.toLocaleString('fr-FR')} communes chargées en ${seconds(milliseconds)}.`,
  demoImported: (documents: number): string => `${documents} documents d’exemple lus et publiés.`,
  noSealKey: (reason: string): string =>
    `La clé qui scelle les pactes ne peut pas être lue (DATA_DIR/keys) : rien ne sera scellé avant. ${reason}`,
  demoFailed: (reason: string): string => `Les documents d’exemple n’ont pas pu être lus : ${reason}`,
  listening: (address: string, milliseconds: number): string =>
    `Parole tenue est prête sur ${address} (${seconds(milliseconds)}). Ctrl+C pour arrêter.`,
  stopping: 'Arrêt en cours : les demandes ouvertes se terminent…',
  stopped: 'Arrêté.',
  forgettingFailed: 'Les brouillons de plus de 30 jours n’ont pas pu être effacés ; nouvel essai dans une heure.',
  dumpFailed:
    'La copie publique du jour n’a pas pu être faite ; celles d’avant restent en ligne. Nouvel essai dans une demi-heure.',
  entriesFailed: 'La lecture des saisies en nombre a échoué ; elle reprendra.',
  remindingLeadsFailed: 'Les relances à qui pilote des actions n’ont pas pu partir ; nouvel essai dans une heure.',
  tellingFailed: 'Le rappel de ce qui attend une réponse n’a pas pu partir ; nouvel essai dans un quart d’heure.',
  countingFailed: 'Les consultations closes n’ont pas pu être comptées ; nouvel essai dans une heure.',
  tendingFailed: 'Les votes et les collectifs n’ont pas pu être mis à jour ; nouvel essai dans une heure.',
  signingFailed: 'Un texte signé n’a pas pu être scellé, ou un rappel n’est pas parti ; nouvel essai dans un instant.',
  remindingFailed: 'Des rappels d’échéances n’ont pas pu être préparés ; nouvel essai dans une heure.',
  deliveryFailed: 'Des mails n’ont pas pu partir ; nouvel essai dans un instant.',
  /** `address` null: the site has a public address, under which nobody reads them. */
  mailsKept: (address: string | null): string =>
    address === null
      ? 'Aucun serveur de courrier (SMTP_URL) : aucun mail ne part, et personne ne peut se connecter.'
      : `Aucun serveur de courrier (SMTP_URL) : les mails sont gardés, et se lisent depuis cette machine sur ${address}/courrier.`,
  badStop: 'L’arrêt ne s’est pas bien passé.',
  bug: 'Une erreur que personne n’avait prévue :',
  databaseLost: 'La base de données s’est arrêtée et ne revient pas : le serveur s’arrête aussi.',
} as const;

/** What a visitor sees while the site is starting; it asks again by itself. */
export function startingPage(): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>Un instant – Parole tenue</title></head>
<body><main><h1>Un instant</h1><p>Le site démarre. Cette page se recharge d’elle-même.</p></main></body></html>`;
}

function configMessage(problem: ConfigProblem): string {
  switch (problem.kind) {
    case 'not-an-integer':
      return `${problem.variable} : « ${problem.value} » n’est pas un nombre entier de ${problem.min} à ${problem.max}`;
    case 'not-an-origin':
      return `${problem.variable} : « ${problem.value} » n’est pas une adresse de site, comme https://parole.example (sans chemin)`;
    case 'not-a-postgres-url':
      return `${problem.variable} : la valeur n’est pas une adresse PostgreSQL, comme postgres://compte@machine/base`;
    case 'not-a-host':
      return `${problem.variable} : « ${problem.value} » n’est ni une adresse IP ni un nom de machine`;
    case 'not-a-header':
      return `${problem.variable} : « ${problem.value} » n’est pas un nom d’en-tête HTTP`;
    case 'not-a-contact':
      return `${problem.variable} : « ${problem.value} » n’est ni une adresse électronique, comme bonjour@parole.example, ni une adresse https://`;
    case 'short-secret':
      return `${problem.variable} : il faut au moins ${problem.least} caractères, par exemple : openssl rand -base64 32`;
    case 'not-an-smtp-url':
      return `${problem.variable} : la valeur n’est pas l’adresse d’un serveur de courrier, comme smtps://compte:mot@mail.example`;
    case 'not-an-email':
      return `${problem.variable} : « ${problem.value} » n’est pas une adresse électronique, comme bonjour@parole.example`;
    case 'not-a-web-address':
      return `${problem.variable} : « ${problem.value} » n’est pas une adresse, comme https://service.example/token`;
    case 'missing-beside':
      return `${problem.variable} : à donner en même temps que ${problem.beside}`;
    case 'not-a-path':
      return `${problem.variable} : la valeur n’est pas un chemin`;
    case 'not-a-switch':
      return `${problem.variable} : « ${problem.value} » ; écrivez 1 (oui) ou 0 (non)`;
  }
}

function seconds(milliseconds: number): string {
  const value = (milliseconds / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return `${value}\u00a0s`;
}
