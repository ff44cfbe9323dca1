/** The words of the pages of a negotiation. */
import type { AgreedStance } from '#domain/pact/agreed-text.ts';
import type { Agreement } from '#domain/negotiation/agreement.ts';
import type { Unmet } from '#domain/negotiation/agreed-content.ts';
import type { ItemState, MeasureState } from '#domain/negotiation/item-state.ts';
import type { NegotiationState } from '#domain/negotiation/progress.ts';
import type { Side } from '#domain/signature/side.ts';
import { count, dePlace, listOf } from './format.fr.ts';
import { levelLabel } from './stances.fr.ts';

export const TITLE = 'Négociation';
export const MINE = 'Mes négociations';
export const MINE_NONE =
  'Aucune négociation pour le moment. Une négociation s’ouvre depuis un collectif ; une liste ou un conseil la rejoint quand son rôle est confirmé.';
export const OPEN_ONE = 'Ouvrir une négociation';
export const PRIVATE_NOTE =
  'Cette page n’est lue que par les deux parties. Avant la signature, seules les dates sont publiques.';

/** Names of the two sides, short enough for a heading over their words. */
export type SideNames = Readonly<Record<Side, string>>;

type Named = {
  readonly collective: { readonly name: string };
  readonly counterpart: { readonly kind: 'list' | 'council'; readonly name: string };
};

export function sideNames({ collective, counterpart }: Named): SideNames {
  return {
    carrier: collective.name,
    counterpart: counterpart.kind === 'list' ? counterpart.name : `Conseil ${dePlace(counterpart.name)}`,
  };
}

export function negotiationTitle({ collective, counterpart }: Named): string {
  const { carrier, counterpart: promiser } = sideNames({ collective, counterpart });
  return `${carrier} et ${promiser}`;
}

export const sideRole = (side: Side, kind: 'list' | 'council'): string =>
  side === 'carrier' ? 'Le collectif' : kind === 'list' ? 'La liste' : 'Le conseil';

export const STATE_WORDS: Readonly<Record<NegotiationState, string>> = {
  prepared: 'en préparation',
  asked: 'demandée',
  'under-way': 'en cours',
  frozen: 'texte figé, à signer',
  declined: 'déclinée',
  ended: 'arrêtée',
};

export const STANCE_SAID: Readonly<Record<AgreedStance['kind'], string>> = {
  accepted: 'oui',
  refused: 'non',
  excepted: 'excepté',
  delegated: 'laissé à un autre organisme',
};

export function stanceSaid(stance: AgreedStance): string {
  return stance.kind === 'delegated' ? `laissé à : ${stance.body}` : STANCE_SAID[stance.kind];
}

export const STANCE_CHOICES: readonly {
  readonly value: AgreedStance['kind'];
  readonly label: string;
  readonly help: string;
}[] = [
  { value: 'accepted', label: 'Oui', help: 'tel quel, ou avec votre rédaction ci-dessous' },
  { value: 'refused', label: 'Non', help: 'cela ne sera pas promis, et le pacte le dira' },
  { value: 'excepted', label: 'Excepté', help: 'le reste du niveau est pris, pas cet alinéa' },
  { value: 'delegated', label: 'Laissé à un autre organisme', help: 'dites lequel ci-dessous' },
];

export function itemStateWords(state: ItemState, me: Side | null, kind: 'list' | 'council'): string {
  switch (state.kind) {
    case 'unasked':
      return 'pas encore abordé';
    case 'waiting':
      return state.turn === me ? 'à vous de répondre' : `attend la réponse ${ofSide(state.turn, kind)}`;
    case 'discussed':
      return state.turn === me ? 'en discussion, à vous' : `en discussion, au tour ${ofSide(state.turn, kind)}`;
    case 'agreed':
      return state.position.stance?.kind === 'accepted' || state.position.stance === null
        ? 'd’accord'
        : `d’accord : ${stanceSaid(state.position.stance)}`;
  }
}

export function measureStateWords(state: MeasureState, me: Side, kind: 'list' | 'council'): string {
  switch (state.kind) {
    case 'unasked':
      return 'pas encore abordée';
    case 'agreed':
      return 'd’accord';
    case 'waiting':
    case 'discussed': {
      const whose = state.turns.includes(me) ? 'à vous' : `au tour ${ofSide(state.turns[0] ?? 'carrier', kind)}`;
      return state.kind === 'waiting' ? `sans réponse, ${whose}` : `en discussion, ${whose}`;
    }
  }
}

function ofSide(side: Side, kind: 'list' | 'council'): string {
  return side === 'carrier' ? 'du collectif' : kind === 'list' ? 'de la liste' : 'du conseil';
}

/**
 * « 1 mesure d’accord, 11 en discussion, minimum 10 atteint (11 mesures promises au moins en partie), principe B manque »:
 * the minimum counts what the text would promise now, agreed to the end or not.
 */
export function agreementLine({ measures, minimum, principles, local }: Agreement): string {
  const parts = [
    count(measures.agreed, 'mesure d’accord', 'mesures d’accord'),
    `${measures.discussed} en discussion`,
    ...(measures.waiting > 0 ? [`${measures.waiting} sans réponse`] : []),
    ...(minimum === null
      ? []
      : [
          `minimum ${minimum.asked} ${minimum.reached ? 'atteint' : 'pas encore atteint'} (${count(measures.promised, 'mesure promise', 'mesures promises')} au moins en partie)`,
        ]),
  ];
  const missing = principles
    .filter(
      ({ required, state }) => required && !(state.kind === 'agreed' && state.position.stance?.kind === 'accepted'),
    )
    .map(({ letter }) => letter);
  if (missing.length === 1) parts.push(`principe ${missing[0]} manque`);
  if (missing.length > 1) parts.push(`principes ${listOf(missing)} manquent`);
  if (missing.length === 0 && principles.length > 0) parts.push('principes d’accord');
  if (local.agreed + local.open > 0) {
    parts.push(
      `${count(local.agreed, 'mesure locale d’accord', 'mesures locales d’accord')} sur ${local.agreed + local.open}`,
    );
  }
  return parts.join(', ');
}

export function turnLine(turns: number): string {
  if (turns === 0) return 'Rien n’attend votre réponse.';
  return `${count(turns, 'point attend', 'points attendent')} votre réponse.`;
}

export function unmetWords(unmet: Unmet, titleOf: (measure: number) => string): string {
  switch (unmet.kind) {
    case 'nothing-promised':
      return 'Rien n’est encore promis : aucune mesure n’a d’accord des deux parties.';
    case 'too-few-measures':
      return `La charte demande au moins ${unmet.minimum} mesures : ${count(unmet.promised, 'est promise', 'sont promises')} à ce stade.`;
    case 'principle-missing':
      return `Le principe ${unmet.letter} fait partie de tout pacte : il n’a pas l’accord des deux parties.`;
    case 'level-half-agreed':
      return `Mesure ${unmet.measure} (${titleOf(unmet.measure)}), ${levelLabel(unmet.level)} : ${count(unmet.open.length, 'alinéa reste ouvert', 'alinéas restent ouverts')} alors que d’autres sont d’accord. Répondez, ou dites « excepté » : aucun alinéa ne doit manquer sans qu’on le dise.`;
  }
}

export function itemLabel(
  item: { readonly kind: 'clause'; readonly level: number; readonly clause: number } | { readonly kind: string },
  of: { readonly levels: number; readonly clauses: number },
): string {
  if (!('level' in item)) return 'Réponse';
  const level = of.levels > 1 || item.level > 1 ? `niveau ${item.level}, ` : '';
  if (item.clause === 0) return `${level}phrase d’introduction`;
  return of.clauses > 1 ? `${level}alinéa ${item.clause}` : `niveau ${item.level}`;
}

export const ORIGIN_WORDS = {
  own: null,
  reported: 'noté par le collectif, qui le tient de la liste',
  start: 'point de départ de la négociation',
} as const;

export const SAID_NOTHING = 'Ne dit rien encore.';
export const TOOK_BACK = 'A retiré sa réponse.';
export const AS_IN_CHARTER = 'dans les mots de la charte';
/** A local measure: the charter does not hold it. */
export const AS_PROPOSED = 'dans les mots proposés';
export const OTHER_WORDS = 'autre rédaction :';
export const BETWEEN = 'Ce qui sépare les deux rédactions';
export const betweenNote = (kind: 'list' | 'council'): string =>
  `Barré : ce que seul le collectif écrit. Souligné : ce que ${kind === 'list' ? 'seule la liste' : 'seul le conseil'} écrit.`;
export const ANSWER = 'Répondre';
export const CHANGE_ANSWER = 'Changer notre réponse';
export const SAME_AS_THEM = 'D’accord avec cette réponse';
export const TAKE = 'Oui, tel quel';
export const WORDING = 'Votre rédaction';
export const WORDING_HELP = 'Changez les mots ici si besoin : les différences seront montrées mot à mot.';
export const BODY = 'Quel organisme ?';
export const BODY_HELP = 'Par exemple : la métropole, l’intercommunalité, la région.';
export const SIREN = 'Son numéro SIREN, si vous le connaissez';
export const OBSERVATION: SideNames = {
  carrier: 'Votre remarque à l’autre partie',
  counterpart: 'Votre observation',
};
export const OBSERVATION_HELP: SideNames = {
  carrier: 'Elle reste dans la négociation et n’entre pas dans le pacte.',
  counterpart: 'Elle fera partie du texte du pacte, comme vos propres mots.',
};
export const KEEP = 'Enregistrer la réponse';
export const TAKE_BACK = 'Retirer notre réponse';
export const HISTORY = 'Réponses successives';
export const REPORT = 'Signaler des mots';
export const REPORT_WHY = 'Pourquoi ?';
export const REPORT_NOTE =
  'L’équipe nationale lira ces mots. Elle peut les masquer ; ils restent au journal, que personne ne peut réécrire.';
export const SEND_REPORT = 'Signaler';
export const REPORTED = 'Signalement envoyé à l’équipe nationale.';
export const SAVED = 'Réponse enregistrée.';
export const COMMENTS = 'Échanges sur cette mesure';
export const COMMENT = 'Écrire à l’autre partie';
export const COMMENT_NOTE = 'Un commentaire n’est pas une réponse : il n’entre pas dans le pacte.';
export const SEND_COMMENT = 'Publier pour les deux parties';
export const REMARK = 'Observation sur toute la mesure';
export const STALE_TITLE = 'Quelqu’un de votre côté a répondu entre-temps';
export const STALE =
  'Sa réponse est enregistrée ; la vôtre ne l’est pas encore, et rien n’est perdu. Comparez, gardez ce que vous voulez dans le formulaire, puis enregistrez.';
export const THEIRS_KEPT = 'Réponse enregistrée';
export const YOURS = 'Ce que vous avez écrit';
export const FOR_THEM = (kind: 'list' | 'council'): string =>
  kind === 'list'
    ? 'Vous notez ici ce que la liste a répondu, en réunion ou sur papier. Dès qu’une personne de la liste vient ici, elle seule répond pour elle.'
    : 'Vous notez ici ce que le conseil a répondu, en réunion ou sur papier. Dès qu’une personne du conseil vient ici, elle seule répond pour lui.';
export const DIFFERENCE = 'De la réponse enregistrée à la vôtre';
export const PROBLEM_TITLE = 'Ce n’est pas enregistré';
export const OUR_ANSWER = 'Notre réponse';
export const CHANGE_WORDS = 'Proposer une autre rédaction';
export const LEFT_TO = 'Préciser l’autre organisme';
export const CHANGED_MEANWHILE =
  'Pendant que vous écriviez, une réponse a changé : elle est montrée ci-dessus. Vos mots sont toujours là.';
export const STATE_SIGN: Readonly<Record<ItemState['kind'], string>> = {
  unasked: '·',
  waiting: '…',
  discussed: '≠',
  agreed: '=',
};
export const hiddenWords = (day: string, notice: string): string =>
  `Mots masqués par l’équipe nationale le ${day} : « ${notice} »`;
export const historyTitle = (versions: number): string =>
  versions === 1 ? 'Une réponse donnée' : `${versions} réponses successives`;
export const PAGES: readonly { readonly segment: string; readonly label: string }[] = [
  { segment: '', label: 'Vue d’ensemble' },
  { segment: 'principes', label: 'Principes' },
  { segment: 'locales', label: 'Mesures locales' },
  { segment: 'tours', label: 'Tours' },
  { segment: 'texte', label: 'Le texte' },
  { segment: 'seance', label: 'En séance' },
];
export const PAGES_LABEL = 'Pages de la négociation';
export const justSpoke = (side: Side, kind: 'list' | 'council'): string =>
  `${sideRole(side, kind)} vient de répondre. La page est à jour.`;
export const JUST_CHANGED = 'La négociation vient de changer. La page est à jour.';
export const LIVE_ON = 'En direct : les réponses de l’autre partie s’affichent sans recharger.';
export const LIVE_OFF = 'Le direct est coupé : rechargez la page pour voir les dernières réponses.';
export const LIVE_OVER = 'Vous n’avez plus accès à cette négociation.';
export const BACK_TO_OURS = 'Revenir à nos réponses';
export const ACCEPT_MEASURE = 'D’accord avec toutes leurs réponses';
export const TAKE_MEASURE = 'Toute la mesure, telle quelle';
export const TAKE_LEVEL = 'Tout ce niveau, tel quel';
export const TAKE_PRINCIPLES = 'Tous les principes, tels quels';
export const MEASURES = 'Mesures';
export const PREVIOUS_PACT = 'Voir ce pacte';
export const COMMENTS_WHOLE = 'Échanges sur l’ensemble';
export const NO_COMMENTS = 'Rien encore.';
export const PRINCIPLES = 'Principes';
export const PRINCIPLES_NOTE =
  'Ils traversent toutes les mesures. Ceux que la charte demande font partie de tout pacte.';
export const LOCALS = 'Mesures locales';
export const LOCALS_NOTE =
  'Ce que l’on promet ici au-delà de la charte. Chaque partie peut en proposer ; une mesure locale entre dans le pacte quand les deux parties sont d’accord, au mot près.';
export const NO_LOCALS = 'Aucune mesure locale n’est proposée.';
export const PROPOSE_LOCAL = 'Proposer une mesure locale';
export const LOCAL_TEXT = 'La mesure, en une ou deux phrases';
export const LOCAL_HELP = 'Dites ce qui sera fait, par qui et pour quand : on doit pouvoir vérifier.';
export const RELATED = 'Va avec :';
export const RELATED_FIELD = 'Numéros des mesures de la charte qu’elle complète';
export const RELATED_HELP = 'Par exemple : 15, 16. Laissez vide s’il n’y en a pas.';
export const PROPOSE = 'Proposer';
export const localLabel = (number: number, by: string): string => `Mesure locale ${number}, proposée par ${by}`;

/** What the list of the mandate before promised of a measure. Assessments do not exist yet: it says so. */
export function promisedBefore({
  list,
  from,
  said,
}: {
  readonly list: string | null;
  readonly from: number;
  readonly said: { readonly levels: readonly string[]; readonly stance: string } | null;
}): string {
  const who = list === null ? `Le pacte de ${from}` : `En ${from}, « ${list} »`;
  if (said === null) return `${who} ne disait rien de cette mesure.`;
  const promised = said.levels.length > 0 || said.stance === 'accepted';
  if (!promised) return `${who} ne s’engageait pas sur cette mesure.`;
  const levels = said.levels.length > 0 ? ` (${listOf(said.levels)})` : '';
  return `${who} promettait cette mesure${levels}. Ce qu’elle est devenue n’a jamais été évalué.`;
}
export const ANSWERS = 'Réponses';
export const PUT_TO_BODY =
  'Une partie de cette mesure est laissée à un autre organisme. La coordination du collectif peut lui poser la question : sa réponse, ou son silence, sera datée et publique.';
export const PUT_TO_BODY_LINK = 'Lui poser la question';
