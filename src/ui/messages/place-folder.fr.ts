/** Words of the page of an exported folder. */
import { figure } from './format.fr.ts';

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/-texte-convenu\.json$/, 'le texte signé, en données : c’est de lui qu’on prend l’empreinte'],
  [/-texte\.txt$/, 'le même, à lire'],
  [/-scelle\.pdf$/, 'le PDF scellé, avec sa page de preuve'],
  [/-avant-le-sceau\.pdf$/, 'le PDF, avant le sceau'],
  [/\/pieces\//, 'page signée sur papier, ou délibération'],
  [/-publie\.json$/, 'tout ce que le site en publie'],
  [/-lecture\.json$/, 'la lecture du document d’origine'],
  [/-original(?:\.[a-z0-9]+)?$/, 'le document d’origine, tel qu’il est venu'],
  [/-evaluations\.json$/, 'tout ce que les deux regards ont dit de ses promesses, bilans compris'],
  [/-remarques\.json$/, 'les remarques signées d’autres personnes, telles que le site les montre'],
  [/^suivi\/suivi\.csv$/, 'ce qui s’est passé depuis la signature : rencontres, lettres, réponses, séances'],
  [/^suivi\/lettres\.json$/, 'les lettres envoyées, mot pour mot'],
  [/^suivi\/questions\.json$/, 'les questions publiques, et leurs réponses'],
  [/^comite\//, 'les comptes rendus que les deux parties ont approuvés, avec leurs décisions'],
  [/^bilans\//, 'un bilan publié, mot pour mot : son empreinte est dans le journal'],
  [/^preuves\/preuves\.json$/, 'de quelle promesse et de quelle évaluation ou remarque vient chaque pièce'],
  [/^preuves\//, 'pièce jointe à une évaluation ou à une remarque'],
  [/\/fichiers\/plan-\d+-fichiers\.json$/, 'de quelle action vient chaque fichier, et ce qui le montre'],
  [/\/fichiers\//, 'document d’une action, ou photo de ses nouvelles'],
  [/^journal\//, 'les événements du journal'],
  [/^certificats\//, 'certificat d’une clé du site'],
];

export const folderWords = {
  label: (path: string): string => LABELS.find(([form]) => form.test(path))?.[1] ?? 'cette page',
  head: (sequence: number, hash: string): string => `n° ${figure(sequence)} : ${hash}`,
  NOTHING: 'Rien n’était publié ni signé ici ce jour-là.',
  NOT_SEALED: 'Un texte au moins attendait encore son sceau : ses signatures étaient toutes données.',
  PERSONAL:
    'Ce dossier contient des signatures manuscrites : ce sont des données personnelles. Ne le publiez pas sans l’accord de celles et ceux qui ont signé.',
  WITHOUT_SCANS: 'Les pages signées sur papier n’y sont pas ; leurs empreintes sont dans manifeste.json.',
  PROOFS:
    'Les pièces jointes aux évaluations et aux remarques sont celles que le site montrait ce jour-là ; une pièce retirée de la vue n’y est pas.',
  PLAN_FILES:
    'Les documents des actions et les photos de leurs nouvelles sont ceux que le site montrait ce jour-là ; ce que la mairie garde pour elle n’y est pas.',
  ERASED:
    'Un événement « effacé » garde son empreinte et sa place dans la chaîne ; ses mots, qui touchaient une personne, ont été effacés.',
  NOT_SIGNED: 'Ce qui n’était pas encore signé n’y est pas : cela n’appartient qu’aux deux parties.',
} as const;
