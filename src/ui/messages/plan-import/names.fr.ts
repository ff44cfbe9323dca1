/** What each name of a file is: asked once, with a proposal and its reason. */
import type { EntryKind } from '#domain/plan/directory-entry.ts';
import type { AskedName } from '#reading/plan-sheet/import-findings.ts';
import { count, figure, listOf } from '../format.fr.ts';
import { FIELD } from './fields.fr.ts';
import { plural } from './plural.fr.ts';

export const NAMES = {
  title: 'Les noms du fichier',
  lede: (unanswered: number) =>
    unanswered === 0
      ? 'Vous avez dit ce qu’est chaque nom. Vous pouvez encore le corriger ici.'
      : `Pour ${count(unanswered, 'nom', 'noms')}, le fichier ne dit pas s’il s’agit d’une personne, d’un service ou d’un organisme. Voici ce que nous proposons : corrigez, puis enregistrez. Sans réponse, un nom écrit comme pilote, ou qui ressemble à celui d’une personne, reste privé ; les noms des services et des organismes sont publiés avec le plan. Ce que vous dites ici est retenu dans l’annuaire : on ne vous le redemandera pas.`,
  answered: (n: number) => `Noms précisés (${figure(n)})`,
  save: 'Enregistrer ces réponses',
  more: (n: number) => `${count(n, 'autre nom suivra', 'autres noms suivront')} une fois ceux-ci enregistrés.`,
  kinds: {
    person: 'une personne : nom privé',
    service: 'un service : nom public',
    organisation: 'un organisme : nom public',
  } as const satisfies Readonly<Record<EntryKind, string>>,
} as const;

const A_KIND = {
  person: 'une personne',
  service: 'un service',
  organisation: 'un organisme',
} as const satisfies Readonly<Record<EntryKind, string>>;

/** Why it is proposed, and where the name stands. */
export function sayNameReason({ because, proposed, cells, count: times }: AskedName): string {
  const more = times - cells.length;
  const where = `${cells.join(', ')}${more > 0 ? ` et ${figure(more)} ${plural(more, 'autre', 'autres')}` : ''}`;
  switch (because.kind) {
    case 'word':
      return `Proposé : ${A_KIND[proposed]}, car ce nom commence par « ${because.word} » (${where}).`;
    case 'shape':
      return `Proposé : ${A_KIND[proposed]}, car ce nom s’écrit comme un prénom et un nom (${where}).`;
    case 'columns':
      return `Proposé : ${A_KIND[proposed]}, car ce nom est écrit dans ${listOf(because.fields.map((field) => `« ${FIELD[field]} »`))} (${where}).`;
    case 'nothing':
      return `Rien ne dit que c’est autre chose qu’une personne (${where}).`;
  }
}

/** On the command line. */
export const NAMES_CLI = {
  heading: (n: number) =>
    `${count(n, 'nom à préciser', 'noms à préciser')} par --answer ; sans réponse, un nom écrit comme pilote, ou qui ressemble à celui d’une personne, reste privé :`,
  line: (name: string, field: string, asked: AskedName) =>
    `  « ${name} ». ${sayNameReason(asked)}\n    --answer "${field}=${asked.proposed}"`,
  badKind: (given: string) => `« ${given} » : dites person, service ou organisation.`,
} as const;
