/** Words of the pages on which a collective works on a review. */
import type { AssessmentStatus } from '#domain/follow-up/assessment.ts';
import type { ProposedStatus } from '#domain/review/proposed-status.ts';
import type { Review } from '#domain/review/review.ts';
import type { CheckAnswer, EntryProgress } from '#domain/review/review-entry.ts';
import { DONE_WORD } from '../done.fr.ts';
import { count, day, dayOf, listOf, momentOf } from '../format.fr.ts';
import { levelLabel } from '../stances.fr.ts';

export const REVIEWS = 'Bilans';
export const OPEN_TITLE = 'Ouvrir un bilan';
export const OPEN_LEDE =
  'Un bilan dit, à un moment donné, où en est chaque engagement d’un pacte. Vous le remplissez seul·e ou à plusieurs, en une soirée ou en plusieurs, puis vous le publiez : il est figé, numéroté, et la mairie peut y répondre.';
export const OPEN_PACT = 'Pacte';
export const OPEN_OCCASION = 'Quel bilan ?';
export const OPEN_COLLECTIVE = 'Collectif';
export const OPEN_BUTTON = 'Ouvrir le bilan';
export const NO_PACT =
  'Aucun pacte n’est publié dans les communes de votre collectif. Publiez-le d’abord : on ne fait le bilan que de ce qui a été promis.';
export const READ_PACT = 'Faire lire un pacte signé';
export const NO_COLLECTIVE =
  'Seuls les membres d’un collectif ouvrent un bilan. Rejoignez celui de votre commune, ou fondez-en un.';
export const CONTINUE = 'Continuer ce bilan';
export const openedOn = (on: string): string => `ouvert le ${on}`;

export function stateLine(state: Review['state'], openedAt: Date): string {
  switch (state.kind) {
    case 'review-open':
      return `en cours, ${openedOn(dayOf(openedAt))}`;
    case 'review-given-up':
      return `abandonné le ${dayOf(state.at)}`;
    case 'review-published':
      return `n° ${state.number}, publié le ${dayOf(state.at)}`;
  }
}

export const WORK_DESCRIPTION = 'Travail en cours d’un collectif, visible de ses seuls membres.';
export const PRIVATE_NOTE = 'Seuls les membres du collectif voient cette page avant la publication.';
export const PROGRESS = 'Avancement :';
export const START = 'Commencer';
export const GO_ON = 'Continuer';
export const ALL_DONE = 'Tout a été regardé : relire et publier';
export const TO_PUBLISH = 'Relire et publier';
export const SETTINGS = 'Texte d’introduction';
export const progressLine = ({ all, ready, started, left }: Counts): string =>
  `${count(ready, 'engagement évalué', 'engagements évalués')} sur ${all}${started > 0 ? `, ${started} à finir` : ''}${left > 0 ? `, ${left} pas encore ${left < 2 ? 'regardé' : 'regardés'}` : ''}.`;
type Counts = { readonly all: number; readonly ready: number; readonly started: number; readonly left: number };

export const SHOWN_LABEL = {
  tout: 'Tous',
  'a-faire': 'À regarder',
  'a-moi': 'Les miens, à faire',
  'a-finir': 'À finir',
} as const;
export const SHOW = 'Montrer';
export const NOTHING_SHOWN = 'Rien ici.';
export const PROGRESS_WORD: Readonly<Record<EntryProgress, string>> = {
  ready: 'évalué',
  started: 'à finir',
  'not-looked-at': 'pas encore regardé',
};
export const SAID_BEFORE = 'Dernière évaluation du collectif';
export const TOWN_HALL_SAYS = 'La mairie en dit';
export const saidOn = (word: string, on: string): string => `${word} (${day(on)})`;
export const NOBODY = 'personne';
export const WHO = 'Qui regarde ?';
export const CHOOSE_ROW = 'Cocher';
export const WITH_CHOSEN = 'Pour les engagements cochés';
export const ASSIGN = 'Attribuer à';
export const ASSIGN_BUTTON = 'Attribuer';
export const ASSIGN_NOBODY = 'personne en particulier';
export const RENEW_BUTTON = 'Toujours exact';
export const RENEW_NOTE =
  '« Toujours exact » reprend, à la date d’aujourd’hui, la dernière évaluation du collectif. À cocher seulement quand quelqu’un a vérifié.';
export const TEAM = 'Qui fait quoi';
export const teamLine = (name: string, left: number, all: number): string =>
  `${name} : ${left === 0 ? 'tout est fait' : count(left, 'engagement à regarder', 'engagements à regarder')} sur ${all}`;
export const FREE = 'Attribués à personne';
export const typedBy = (name: string, mine: boolean, at: Date): string =>
  mine ? `vos mots non enregistrés, ${momentOf(at)}` : `${name} a tapé ici des mots non enregistrés, ${momentOf(at)}`;
export const renewedLine = (renewed: number, left: number): string =>
  `${count(renewed, 'évaluation reprise', 'évaluations reprises')} à la date d’aujourd’hui${left > 0 ? ` ; ${left} déjà ${left < 2 ? 'commencée, laissée' : 'commencées, laissées'} telle${left < 2 ? '' : 's'} quelle${left < 2 ? '' : 's'}` : ''}.`;
export const DONE = 'C’est fait.';
export const GIVE_UP = 'Abandonner ce bilan';
export const GIVE_UP_NOTE = 'Rien n’est effacé : n’importe quel membre pourra le reprendre.';
export const GIVEN_UP = 'Ce bilan a été abandonné. Rien n’est perdu : vous pouvez le reprendre où il en était.';
export const TAKE_UP = 'Reprendre ce bilan';
export const IS_PUBLISHED = 'Ce bilan est publié : il ne change plus.';
export const SEE_PUBLISHED = 'Voir le bilan publié';

export const BACK_TO_LIST = 'Tous les engagements';
export const PREVIOUS = 'Précédent';
export const NEXT = 'Suivant';
export const NEXT_WAITING = 'Prochain à regarder';
export const positionOf = (position: number, all: number): string => `${position} sur ${all}`;
export const PROMISED = 'Ce qui a été promis';
export const CHARTER_WORDS = 'Le texte de la charte, pour les niveaux promis';
export const SEE_THREAD = 'Tout le fil de cet engagement : texte signé, actions, preuves';
export const SAID_SO_FAR = 'Ce qui en a été dit';
export const NEVER_SAID = 'Jamais évalué.';
export const STILL_SO = 'Toujours exact';
export const STILL_SO_NOTE = 'Reprend cette évaluation à la date d’aujourd’hui, preuves comprises.';
export const CHECKS = 'Ce qu’on peut vérifier';
export const CHECKS_NOTE =
  'Répondez à ce que vous pouvez : « Oui » si vous l’avez vu et que cela suffit à la promesse. Vos réponses proposent un état ; c’est vous qui décidez.';
/** A figure is no statement: what « oui » and « non » answer is said beside it. */
export const FIGURE_QUESTION = 'Ce que vous trouvez tient-il la promesse ?';
export const NO_CHECKS = 'Pas de points à vérifier pour cet engagement : jugez d’après ce qui a été promis.';
/** Points about clauses that the pact did not take, and such a clause among the words of the charter. */
export const LEFT_OUT = 'Pas pris dans ce pacte, ne compte pas :';
export const leftOutOf = (clause: string): string => `(Pas pris dans ce pacte, ne compte pas) ${clause}`;
export const CHECK_ANSWER: Readonly<Record<CheckAnswer, string>> = {
  yes: 'Oui',
  no: 'Non',
  'cannot-tell': 'Impossible à dire',
};
export const lastAnswer = (on: string, { answer, note }: { answer: CheckAnswer; note: string }): string =>
  `Au bilan du ${day(on)} : ${CHECK_ANSWER[answer].toLowerCase()}${note === '' ? '' : ` (${note})`}.`;
export const LEVEL_CHECKS = (level: number): string => `Niveau ${level}`;
export const NOTE = 'Vu où, quand ? (facultatif)';
export const NO_ANSWER = 'Pas regardé';
export const PROPOSE = 'Proposer un état d’après mes réponses';
export const TO_STATE = 'Aller à l’état : où en est cet engagement ?';
export const STATE = 'Où en est cet engagement ?';
export const UNDECIDED = 'Pas encore décidé';
export const LEVELS = 'Niveau par niveau (facultatif)';
export const LEVELS_NOTE = 'Quand les niveaux n’en sont pas au même point.';
export const levelState = (level: number): string => `Niveau ${level} (promis)`;
export const SAME_FOR_ALL = 'non précisé';
export const BEFORE = 'C’était déjà fait avant le mandat';
export const BEFORE_NOTE = 'Compté à part, jamais comme une promesse tenue pendant le mandat.';
export const SENTENCE = 'Votre constat, en une ou deux phrases';
export const SENTENCE_HELP = 'Ce que vous avez vu, où et quand. Il sera public, avec les preuves.';
export const ON = 'Constaté le';
export const SAVE_NEXT = 'Enregistrer et passer au suivant';
export const SAVE = 'Enregistrer';
export const TAKE_IT = 'Je regarde cet engagement';
export const LEAVE_IT = 'Ne plus me l’attribuer';
export const lookedAtBy = (name: string): string => `Attribué à ${name}.`;
/** Says what a review still misses of it. */
export function savedLine(label: string, { progress, status }: Saved): string {
  if (progress === 'ready') return `${label} : enregistré.`;
  if (progress === 'not-looked-at') return `${label} : pas encore d’état, ni de constat. Il reste à regarder.`;
  return `${label} : enregistré, mais pas encore ${status === null ? 'd’état' : 'de constat'}. Il reste à finir.`;
}
type Saved = { readonly progress: EntryProgress; readonly status: AssessmentStatus | null };
export const SEE_AGAIN = 'Revoir';
export const NOT_SAVED = 'Pas encore enregistré';
export const STALE_TITLE = 'Quelqu’un a écrit ici en même temps que vous';
export const THEIRS = 'Ce qui est enregistré';
export const YOURS =
  'Vos mots sont dans le formulaire ci-dessous. Enregistrer les met à la place ; ce qui était enregistré reste plus bas, dans les versions précédentes.';
export const EMPTY_IT = 'Vider ce constat';
export const EMPTY_NOTE =
  'L’engagement comptera comme non examiné. Ce qui était écrit reste dans les versions précédentes.';
export const VERSIONS = 'Versions précédentes';
export const versionLine = (version: number, name: string, at: Date): string =>
  `Version ${version}, ${name}, ${momentOf(at)}`;
export const SOMEBODY = 'un·e ancien·ne membre';
export const FOUND_AGAIN = (at: Date): string =>
  `Vos mots du ${momentOf(at)}, jamais enregistrés, sont de nouveau dans le formulaire.`;
export const FORGET_FOUND = 'Les oublier et revenir à ce qui est enregistré';
export const FROZEN_WORDS =
  'Vos mots n’ont pas été enregistrés avant la publication : ils ne sont pas dans le bilan. Ils restent ici pour vous : copiez-les, ou publiez-les comme une nouvelle évaluation.';
export const ASSESS_AGAIN = 'Évaluer cet engagement à nouveau, hors du bilan';

export const SIGNED_OUT_TITLE = 'Votre session est terminée';
export const SIGNED_OUT =
  'Rien n’est perdu : vos mots sont dans cette page. Connectez-vous dans un autre onglet, puis revenez ici et renvoyez-les.';
export const SIGNED_OUT_FILES = 'Un fichier joint devra être choisi de nouveau.';
export const SIGN_IN_ELSEWHERE = 'Se connecter dans un nouvel onglet';
export const SEND_AGAIN = 'Renvoyer mes mots';
export const YOUR_WORDS = 'Vos mots';

export const KEYS_ON = 'Touches rapides :';
export const KEYS =
  'J suivant, K précédent, N prochain à regarder ; 1 à 7 l’état, 0 pas décidé ; R toujours exact ; P proposer un état ; C le constat, V les preuves, Échap sort d’un champ ; Ctrl + Entrée enregistre et passe au suivant.';
export const KEPT_HERE = 'Gardé sur le site, pour vous seul·e, jusqu’à ce que vous enregistriez.';
export const KEPT_IN_BROWSER =
  'Le site ne répond pas : vos mots sont gardés dans ce navigateur, et repartiront d’eux-mêmes.';
export const KEPT_SIGNED_OUT =
  'Votre session est terminée : vos mots sont gardés dans ce navigateur. Connectez-vous dans un autre onglet, puis continuez ici.';
export const RESTORED = 'Vos mots, gardés dans ce navigateur, sont de nouveau dans le formulaire.';

/** « D’après vos réponses : tenu en partie (N1 tenu, 2 oui sur 2 points ; N2 tenu en partie, 1 oui sur 3 points). » */
export function proposalLine({ status, levels, without }: ProposedStatus): string {
  const told = levels.map(({ level, status: of, counts }) => {
    const all = counts.yes + counts.no + counts.cannotTell + counts.unanswered;
    return `${levelLabel(level)} ${DONE_WORD[of].toLowerCase()}, ${counts.yes} oui sur ${count(all, 'point', 'points')}`;
  });
  if (status !== null) return `D’après vos réponses : ${DONE_WORD[status].toLowerCase()} (${told.join(' ; ')}).`;
  const left = `Rien de répondu pour ${listOf(without.map(levelLabel))} : aucun état proposé pour l’ensemble.`;
  return `D’après vos réponses : ${told.join(' ; ')}. ${left}`;
}

/** What the answers say in a sentence that a person may keep or change. */
export function proposedSentence({ levels }: ProposedStatus): string {
  const told = levels.map(({ level, counts }) => {
    const all = counts.yes + counts.no + counts.cannotTell + counts.unanswered;
    const unsure = counts.cannotTell + counts.unanswered;
    const known = `${count(counts.yes, 'point vérifié', 'points vérifiés')} sur ${all}`;
    return `niveau ${level} : ${known}${unsure === 0 ? '' : `, ${unsure} sans réponse possible`}`;
  });
  return `${told.join(' ; ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}

export const PUBLISH_TITLE = 'Relire et publier';
export const INTRODUCTION = 'Texte d’introduction (facultatif)';
export const INTRODUCTION_HELP =
  'Ce qu’on lira d’abord : comment vous avez travaillé, ce que vous retenez. Les chiffres s’écrivent tout seuls.';
export const INTRODUCTION_STALE =
  'Quelqu’un a écrit une autre introduction pendant ce temps : la voici. La vôtre est dans le formulaire ; enregistrez ce qui convient.';
export const SAVE_INTRODUCTION = 'Enregistrer l’introduction';
export const UNFINISHED = 'À finir avant de publier';
export const UNFINISHED_NOTE =
  'Il manque un état ou une phrase. Finissez-les, ou videz-les : ils compteront alors comme non examinés.';
export const SAID_SINCE = 'À relire : le collectif en a parlé depuis, hors du bilan';
export const SAID_SINCE_NOTE =
  'Ouvrez chacun et lisez les deux : enregistrez le constat à nouveau pour le garder, ou videz-le. Le bilan ne se publie pas avant.';
export const SAID_SINCE_HERE =
  'Le collectif a parlé de cet engagement, hors du bilan, après l’enregistrement de ce constat. Lisez les deux : enregistrez celui-ci à nouveau pour le garder, ou videz-le.';
export const NOT_LOOKED_AT = 'Engagements que personne n’a examinés';
export const NOT_LOOKED_AT_NOTE = 'Le bilan le dira. Vous pouvez publier quand même.';
export const STILL_TYPING = 'Des mots tapés ne sont pas enregistrés';
export const STILL_TYPING_NOTE =
  'Ils n’entreront pas dans le bilan. Prévenez les personnes concernées avant de publier.';
export const WHAT_HAPPENS = 'Publier, c’est pour toujours';
export const WHAT_HAPPENS_LIST = [
  'Le bilan reçoit un numéro et une adresse ; plus personne n’y change un mot. Une erreur se corrige par un rectificatif, à côté.',
  'Chaque constat devient l’évaluation du collectif pour cet engagement, à sa date.',
  'Les personnes qui parlent pour la mairie ou la liste sont prévenues et peuvent répondre.',
] as const;
export const PUBLISH_BUTTON = 'Publier ce bilan';
export const ONLY_COORDINATORS =
  'Les personnes qui coordonnent le collectif publient le bilan : prévenez-les qu’il est prêt.';
export const METHOD_USED = (version: string): string => `Méthode : version ${version}`;
