/**
 * What the checker of an exported folder says, in its page and in `cli verify`. It imports only shapes: the page is made
 * of this file as it stands.
 */
import type { FolderFault } from '#domain/shared/folder-fault.ts';

export const CHECKER_TITLE = 'Vérifier ce dossier';

export function sayFolderFault(fault: FolderFault): string {
  switch (fault.kind) {
    case 'no-manifest':
      return 'Il n’y a pas de manifeste.json : donnez le dossier entier, tel qu’il a été exporté.';
    case 'bad-manifest':
      return 'manifeste.json est illisible : il a été modifié, ou vient d’ailleurs.';
    case 'manifest-changed':
      return 'manifeste.json ou sa signature a été modifié : elle n’est plus celle du site.';
    case 'bad-certificate':
      return `${fault.path} : ce n’est plus un certificat.`;
    case 'file-missing':
      return `${fault.path} : ce fichier manque.`;
    case 'file-changed':
      return `${fault.path} : ce fichier a été modifié.`;
    case 'file-unexpected':
      return `${fault.path} : ce fichier n’était pas dans le dossier exporté.`;
    case 'event-changed':
      return `Journal, événement n° ${String(fault.sequence)} : il a été modifié.`;
    case 'words-changed':
      return `Journal, événement n° ${String(fault.sequence)} : ce qu’il dit a été modifié.`;
    case 'words-missing':
      return `Journal, événement n° ${String(fault.sequence)} : ce qu’il disait manque, sans avoir été effacé selon les règles.`;
    case 'link-broken':
      return `Journal, événement n° ${String(fault.sequence)} : il ne suit plus celui d’avant.`;
    case 'text-differs':
      return `Texte ${fault.code} : ses mots ne sont plus ceux dont l’empreinte a été signée.`;
    case 'seal-broken':
      return `Texte ${fault.code} : le sceau du PDF est rompu.`;
    case 'seal-unknown':
      return `Texte ${fault.code} : le sceau du PDF est celui d’une clé que ce dossier ne connaît pas.`;
    case 'evidence-differs':
      return `Texte ${fault.code} : une pièce n’est plus celle qui a été déposée.`;
    case 'text-unrecorded':
      return `Texte ${fault.code} : le journal ne dit pas que ce texte a été signé.`;
    case 'published-differs':
      return `${publishedName(fault)} : ce qui en est publié n’est pas ce que dit le journal.`;
    case 'original-differs':
      return `${publishedName(fault)} : le document d’origine n’est plus celui qui a été lu.`;
    case 'reading-differs':
      return `${publishedName(fault)} : la lecture n’est plus celle qui a été publiée.`;
  }
}

function publishedName({ what, id }: { readonly what: 'pact' | 'plan'; readonly id: number }): string {
  return what === 'pact' ? `Pacte n° ${String(id)}` : `Plan n° ${String(id)}`;
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count > 1 ? 's' : ''}`;
}

type Counted = {
  readonly faults: readonly FolderFault[];
  readonly files: number;
  readonly events: number;
  readonly erased: number;
  readonly unchecked: number;
};

export function sayFolderReport(report: Counted): readonly string[] {
  const { faults, files, events, erased, unchecked } = report;
  const verdict =
    faults.length === 0
      ? `Intact : tout est comme au jour de l’export (${counted(files, 'fichier')}, ${counted(events, 'événement')} du journal).`
      : `Modifié : ${faults.length === 1 ? 'un défaut' : `${String(faults.length)} défauts`}.`;
  return [
    verdict,
    ...faults.map(sayFolderFault),
    ...(erased === 0
      ? []
      : [
          `${String(erased)} événement(s) du journal disent « effacé » : des données personnelles ont été effacées, la chaîne tient.`,
        ]),
    ...(unchecked === 0
      ? []
      : [
          'Ce navigateur ne peut pas vérifier les signatures électroniques elles-mêmes ; les empreintes l’ont été. Essayez avec un autre navigateur, ou avec pdfsig.',
        ]),
  ];
}
