/** What the operator's commands say: import, publish, drafts, forget-expired, link, journal. */
import type { JournalFault } from '#domain/shared/journal-fault.ts';

export const importMessages = {
  summary: 'Lit un document et en fait un brouillon à relire ; le publie si on le demande.',
  usage:
    'FICHIER (--commune CODE | --intercommunalite SIREN) [--charter ID] [--as pact|plan|charter] [--source URL] [--publish [--accept-all] [--same-file]]',
  fileMissing: 'Dites quel fichier importer, un seul.',
  placeMissing: 'Dites d’où vient le document : --commune CODE ou --intercommunalite SIREN.',
  badKind: 'Un document est lu comme pact, plan ou charter.',
  badSource: 'La source est une adresse complète, en http ou https.',
  unreadable: (file: string, reason: string): string => `Impossible d’ouvrir ${file} : ${UNREADABLE[reason] ?? reason}`,
  opened: (draft: number, address: string): string => `Brouillon ${draft}, à relire pendant 30 jours : ${address}`,
  toCorrect: (what: 'pact' | 'plan', id: number, draft: number): string =>
    `Pour corriger ce qui en est montré : correct ${what} ${id} --draft ${draft} --reason "…"`,
  keptAsDraft: (draft: number): string =>
    `Rien n’est publié ; le brouillon ${draft} attend. Relisez-le, ou publiez-le tel quel : publish ${draft} --accept-all`,
} as const;

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'ce fichier n’existe pas',
  EACCES: 'vous n’avez pas le droit de le lire',
  EISDIR: 'c’est un dossier',
};

export const publishMessages = {
  summary:
    'Publie un brouillon. Avec --reviewed, vous dites l’avoir relu en entier, et la page le dira. Avec --same-file, vous savez que ce fichier est déjà publié.',
  usage: 'BROUILLON [--accept-all] [--reviewed] [--same-file] [--by NOM]',
  draftMissing: 'Dites quel brouillon publier, par son numéro (voir : drafts).',
  published: (what: 'pact' | 'plan', address: string): string =>
    what === 'pact' ? `Pacte publié : ${address}` : `Plan publié : ${address}`,
  team: 'équipe du site',
} as const;

export const correctMessages = {
  summary:
    'Remplace la lecture montrée d’un pacte ou d’un plan par une autre lecture du même fichier, et dit pourquoi.',
  usage: '(pact | plan) NUMÉRO --draft BROUILLON --reason TEXTE [--accept-all] [--reviewed] [--by NOM]',
  argumentsMissing: 'Dites quoi corriger, et par quoi : correct pact 12 --draft 34 --reason "…"',
  done: (what: 'pact' | 'plan', address: string): string =>
    what === 'pact' ? `Lecture du pacte corrigée : ${address}` : `Lecture du plan corrigée : ${address}`,
  lostLinks: (links: number): string =>
    links > 1
      ? `${links} liens vers des mesures ont disparu avec leurs actions : refaites-les avec link.`
      : 'Un lien vers une mesure a disparu avec son action : refaites-le avec link.',
} as const;

export const withdrawMessages = {
  summary: 'Retire un pacte ou un plan : son adresse dit quand et pourquoi, le document d’origine reste gardé.',
  usage: '(pact | plan) NUMÉRO --reason TEXTE [--by NOM]',
  argumentsMissing: 'Dites quoi retirer, et pourquoi : withdraw pact 12 --reason "…"',
  done: (what: 'pact' | 'plan', address: string): string =>
    what === 'pact' ? `Pacte retiré : ${address}` : `Plan retiré : ${address}`,
} as const;

export const draftsMessages = {
  summary: 'Liste les brouillons, du plus récent au plus ancien.',
  usage: '[--limit N]',
  badLimit: 'Le nombre de brouillons va de 1 à 1000.',
  none: 'Aucun brouillon.',
  header: ['numéro', 'genre', 'lieu', 'fichier', 'réponses', 'effacé le', 'publié'],
  kinds: { pact: 'pacte', plan: 'plan', charter: 'charte' },
} as const;

export const forgetMessages = {
  summary: 'Efface les brouillons de plus de 30 jours, avec leurs fichiers.',
  usage: '',
  done: (drafts: number, files: number): string => `Brouillons effacés : ${drafts}, fichiers effacés : ${files}`,
} as const;

export const linkMessages = {
  summary: 'Dit qu’une action d’un plan met en œuvre une mesure d’une charte.',
  usage: 'PLAN ACTION --measure N [--charter ID] [--by NOM]',
  argumentsMissing: 'Dites le numéro du plan, puis celui de l’action, puis --measure N.',
  done: 'Lien ajouté.',
  already: 'Ce lien existait déjà.',
} as const;

export const journalMessages = {
  summary: 'Vérifie que rien n’a été récrit : journal, pactes, plans et fichiers.',
  usage: 'verify',
  verifyOnly: 'Le journal ne sait que se vérifier : journal verify',
  counted: (events: number, erased: number): string =>
    `Événements : ${events}, dont ${erased} aux mots effacés comme la loi le demande`,
  head: (hash: string): string => `Empreinte du dernier : ${hash}`,
  sound: 'Tout se tient.',
  broken: (faults: number): string =>
    faults > 1
      ? `${faults} choses ont été changées en dehors du journal.`
      : 'Une chose a été changée en dehors du journal.',
} as const;

export function sayJournalFault(fault: JournalFault): string {
  switch (fault.kind) {
    case 'gap':
      return `Il manque un événement avant le n° ${fault.sequence}.`;
    case 'link-broken':
      return `L’événement n° ${fault.sequence} ne suit pas celui d’avant.`;
    case 'event-changed':
      return `L’événement n° ${fault.sequence} a été récrit.`;
    case 'words-changed':
      return `Les mots de l’événement n° ${fault.sequence} ont été récrits.`;
    case 'words-missing':
      return `Les mots de l’événement n° ${fault.sequence} ont disparu sans être effacés.`;
    case 'end-missing':
      return `Les événements après le n° ${fault.sequence} ont disparu.`;
    case 'changed':
      return `${named(fault)} n’est plus tel que publié.`;
    case 'gone':
      return `${named(fault)} a disparu.`;
    case 'unrecorded':
      return `${named(fault)} n’a été publié par aucun événement.`;
    case 'earlier-changed':
      return `Une lecture précédente ${fault.what === 'pact' ? 'du pacte' : 'du plan'} ${fault.id} n’est plus telle qu’elle était.`;
    case 'version-changed':
      return `La version ${fault.version} du plan ${fault.plan} n’est plus celle qui a été publiée.`;
    case 'file-changed':
      return `Le fichier ${fault.document} n’est plus celui qui avait été reçu.`;
  }
}

function named({ what, id }: { readonly what: 'pact' | 'plan'; readonly id: number }): string {
  return what === 'pact' ? `Le pacte ${id}` : `Le plan ${id}`;
}
