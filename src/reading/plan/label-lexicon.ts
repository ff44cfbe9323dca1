/**
 * The words that labels of action sheets are made of.
 *
 * Collected from action sheets of communes and their groupings. A label is a few of these words and nothing else: that is
 * what keeps an ordinary sentence from being taken for one (see label.ts). A new word is a new word here, with a test.
 * Words are written folded: no accent, no capital; singular and plural meet through `wordKey`.
 */
import { PLAN_FIELDS, type PlanField } from '#reading/contract.ts';

/**
 * `plain` opens a field wherever it stands alone. `side` is told apart inside its field ("Partenaires" beside "Pilote").
 * `entity` also names a person or a place ("Service technique"): a label only at the head of a row or before a colon.
 */
export type Head = { readonly field: PlanField; readonly weight: 'strong' | 'plain' | 'side' | 'entity' };

const WORDS: Readonly<Record<PlanField, Partial<Record<Head['weight'], string>>>> = {
  context: {
    strong: 'contexte constat diagnostic enjeu problematique justification',
    plain: 'situation motivation origine rappel pourquoi etatdeslieux',
  },
  description: {
    strong: 'description descriptif contenu resume',
    plain: 'presentation nature detail definition synthese quoi',
    side: 'public cible beneficiaire destinataire perimetre localisation',
    entity: 'territoire lieu',
  },
  objectives: {
    strong: 'objectif but finalite',
    plain: 'ambition resultatattendu effetattendu impactattendu gainattendu',
    side: 'gain effet impact',
  },
  leads: {
    strong: 'pilote copilote porteur porteuse pilotage',
    plain: 'responsable referent referente coordinateur coordinatrice gouvernance maitre maitrise chefdefile qui',
    side: 'partenaire partenariat contributeur contributrice intervenant',
    entity: 'acteur elu elue service direction structure equipe contact coordination personne',
  },
  means: {
    strong: 'moyen ressource',
    plain: 'estimation combien',
    side: 'budget cout financement financeur montant depense recette subvention enveloppe aide',
  },
  calendar: {
    strong: 'calendrier echeance echeancier planning phasage',
    plain: 'delai temporalite duree periode demarrage horizon date annee quand',
  },
  method: {
    strong: 'methode etape demarche deroulement deroule',
    plain: 'methodologie modalite miseenoeuvre comment tache operation phase actionamener actionprevue actionarealiser',
    side: 'frein levier vigilance risque facteur condition prerequis',
  },
  indicators: { strong: 'indicateur', plain: 'evaluation suivi critere resultat' },
};

const MODIFIER_WORDS: readonly (readonly [PlanField | null, string])[] = [
  ['means', 'humain humaine financier financiere technique materiel materielle'],
  ['calendar', 'realisation'],
  ['leads', 'associe associee'],
  [
    null,
    `action projet fiche mobilise mobilisee necessaire concerne concernee potentiel potentielle envisage envisagee
     pressenti pressentie previsionnel previsionnelle estimatif estimative estime estimee global globale total totale
     annuel annuelle indicatif indicative performance general generale generaux principal principale principaux
     strategique operationnel operationnelle specifique vise visee attendu attendue poursuivi poursuivie politique
     ht ttc euro local locale synthetique detaille detaillee bref breve court courte prevu prevue
     quantitatif quantitative qualitatif qualitative chef file ouvrage charge chargee municipal municipale
     organisationnel organisationnelle logistique juridique reussite possible mobiliser mener realiser implique impliquee
     plan propose proposee deploiement execution organisme delegue deleguee secondaire debut fin lancement produit
     point element succes ges carbone co2 energetique climatique eligible
     territorial territoriale environnemental environnementale chiffre chiffree cle obtenu obtenue initial initiale`,
  ],
];

export const STOP_WORDS: ReadonlySet<string> = new Set(
  'de des du d l la le les et ou en a au aux pour sur par s e es avec un une dans'.split(' '),
);

/** Expressions that count as one word. */
export const EXPRESSIONS: readonly (readonly [RegExp, string])[] = [
  [/mise en oeuvre/g, 'miseenoeuvre'],
  [/etats? des lieux/g, 'etatdeslieux'],
  [/chefs? de file/g, 'chefdefile'],
  [/resultats? attendus?/g, 'resultatattendu'],
  [/(effet|impact|gain)s? attendus?/g, '$1attendu'],
  [/actions? a mener/g, 'actionamener'],
  [/actions? prevues?/g, 'actionprevue'],
  [/actions? a realiser/g, 'actionarealiser'],
];

export type SheetRole = 'status' | 'title' | 'number' | 'axis' | 'related';

/** Labels that say something about the sheet but are none of its eight fields; keys have no stop word. */
export const SHEET_LABELS: ReadonlyMap<string, SheetRole> = new Map([
  ...named(
    'status',
    'statut|avancement|priorite|etat|etat avancement|niveau priorite|degre priorite|niveau avancement',
  ),
  ...named('status', 'etat avancement action|statut action|avancement action|observation|remarque|commentaire'),
  ...named(
    'title',
    'titre|intitule|libelle|nom|titre action|intitule action|nom action|libelle action|intitule projet',
  ),
  ...named('title', 'titre fiche action|titre fiche|nom projet|titre projet|action|mesure|projet|intitule fiche'),
  ...named('number', 'n|no|numero|code|ref|reference|id|n action|numero action|n fiche|numero fiche|action n|fiche n'),
  ...named('number', 'fiche action n|reference action|code action'),
  ...named(
    'axis',
    'axe|axe strategique|thematique|theme|orientation|orientation strategique|volet|pilier|defi|domaine',
  ),
  ...named('axis', 'secteur|secteur concerne|axe travail|axe rattachement|axe concerne|thematique concernee|axe plan'),
  ...named(
    'related',
    'action liee|fiche liee|lien autre action|lien autre fiche|voir aussi|action associee|action lien',
  ),
  ...named('related', 'fiche action liee|fiche associee|lien|action connexe|lien action|fiche lien'),
]);

/** Headings of a part of the form: they announce labels, and open a field only when text follows them. */
export const PART_HEADINGS: ReadonlyMap<string, PlanField> = new Map([
  ...parts(
    'description',
    'presentation|presentation action|presentation projet|description generale|identification action',
  ),
  ...parts('method', 'methodologie|methodologie action|methodologie projet|miseenoeuvre action'),
  ...parts('leads', 'pilotage action'),
  ...parts('indicators', 'suivi action|suivi evaluation|evaluation action'),
]);

export const HEADS: ReadonlyMap<string, Head> = new Map(
  PLAN_FIELDS.flatMap((field) =>
    (['entity', 'side', 'plain', 'strong'] as const).flatMap((weight) =>
      words(WORDS[field][weight] ?? '').map((word): [string, Head] => [wordKey(word), { field, weight }]),
    ),
  ),
);

/** Words that only complete a label; those with a field say which label they are the cut-off tail of. */
export const MODIFIERS: ReadonlyMap<string, PlanField | null> = new Map(
  MODIFIER_WORDS.flatMap(([field, list]) =>
    words(list).map((word): [string, PlanField | null] => [wordKey(word), field]),
  ),
);

/** Labels are shortened on paper: "Calend de réal", "Moyens humains, financ, tech". Shortest forms that are understood. */
export const SHORTENED_HEADS: ReadonlyMap<string, string> = shortForms([...HEADS.keys()], 6, {
  obj: 'objectif',
  descr: 'description',
  calen: 'calendrier',
  indic: 'indicateur',
  metho: 'methode',
  parten: 'partenaire',
});
export const SHORTENED_MODIFIERS: ReadonlyMap<string, string> = shortForms([...MODIFIERS.keys()], 4, {});

/** One key for singular and plural: "enjeux" and "enjeu", "réalisés" (already folded) and "realise". */
export function wordKey(word: string): string {
  return word.length > 3 ? word.replace(/(?<!s)[sx]$/, '') : word;
}

function shortForms(
  full: readonly string[],
  least: number,
  given: Readonly<Record<string, string>>,
): Map<string, string> {
  const forms = new Map(Object.entries(given));
  for (const word of full) {
    if (/^(?:action.|chefde|miseen|etatde)/.test(word)) continue;
    for (let length = least; length < word.length; length += 1) {
      const form = word.slice(0, length);
      if (!forms.has(form)) forms.set(form, word);
    }
  }
  return forms;
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

function named(role: SheetRole, labels: string): [string, SheetRole][] {
  return labels.split('|').map((label) => [label, role]);
}

function parts(field: PlanField, labels: string): [string, PlanField][] {
  return labels.split('|').map((label) => [label, field]);
}
