/** Plans of other town halls, shortened: one layout each. For tests only. */

export const OTHER_PLANS = {
  'numbered by actions, with a contents list and footers': `PLAN CLIMAT AIR ÉNERGIE TERRITORIAL 2021-2026
Commune de Beauval

SOMMAIRE
Axe 1 – Un territoire sobre ................................ 3
Action 1 : Rénover l'éclairage public ...................... 4
Action 2 : Isoler les écoles ............................... 5
Axe 2 – Une mobilité choisie ............................... 6
Action 3 : Un plan vélo .................................... 7

Délibération du conseil municipal du 12 mars 2021

Axe 1 – Un territoire sobre
Action 1 : Rénover l'éclairage public
Contexte
L'éclairage public représente 40 % de la facture.
Les mâts datent de 1985.
Objectifs
- Réduire la consommation de 50 %
- Éteindre de 23 h à 5 h
Pilote : Services techniques
Partenaires : SDE, Enedis
Budget : 150 000 € HT en 2022
Calendrier : 2022-2024
Indicateurs de suivi
Nombre de points lumineux rénovés
kWh économisés
Plan climat de Beauval                                 4
Action 2 : Isoler les écoles
Contexte
Trois écoles.
Objectifs
- Passer en classe B
Pilote : Direction des bâtiments
Partenaires : ADEME
Budget : entre 1,5 et 2 millions d'euros
Calendrier : 1er semestre 2023
Indicateurs de suivi
kWh économisés
Plan climat de Beauval                                 5

Axe 2 – Une mobilité choisie
Action 3 : Un plan vélo
Contexte
Peu de pistes. Voir aussi l'action 2.
Objectifs
- 10 km de pistes
Pilote : Élu à la mobilité
Partenaires : Département
Budget : 50 K€ HT / an
Calendrier : A partir de 2022
Indicateurs de suivi
km de pistes
Plan climat de Beauval                                 6
`,
  'coded sheets in markdown tables': `# Plan local de mobilité

## Axe I : Marcher

### MOB-01 Apaiser les abords des écoles

| Élu référent | Mme Durand |
|---|---|
| Service pilote | Voirie |
| Description | Créer des rues aux écoles devant les 4 groupes scolaires. |
| Coût estimatif | 20 k€ |
| Échéance | Court terme |
| Indicateur | Nombre de rues |

### MOB-02 Un plan piéton

| Élu référent | M. Paul |
|---|---|
| Service pilote | Urbanisme |
| Description | Écrire un plan piéton. |
| Coût estimatif | €€ |
| Échéance | 2024 |
| Indicateur | Plan adopté |

## Axe II : Pédaler

### MOB-03 Stationnement vélo

| Élu référent | M. Paul |
|---|---|
| Service pilote | Voirie |
| Description | Poser 200 arceaux (voir MOB-01). |
| Coût estimatif | 1,2 M€ |
| Échéance | 31/12/2025 |
| Indicateur | Arceaux posés |
| Statut | En cours |
`,
  'sheets without a number': `Agenda 21 de Villeneuve
Programme d'actions

Créer un verger partagé

Constat\tPeu de lieux de rencontre.
Contenu\tPlanter 30 arbres fruitiers place du Marché.
Porteur\tService espaces verts
Financement\t12 000 euros
Échéancier\tAutomne 2022
Évaluation\tNombre d'arbres

Ouvrir une recyclerie

Constat\tBeaucoup de déchets.
Contenu\tLocal de 300 m².
Porteur\tCCAS
Financement\tenviron 80 000 €
Échéancier\t2023
Évaluation\tTonnes détournées

Former les agents

Constat\tPeu de formation.
Contenu\tDeux jours par an.
Porteur\tDRH
Financement\tà définir
Échéancier\tAnnuel
Évaluation\tNombre d'agents
`,
  'one table, a row for each action': `PLAN D'ACTIONS ZÉRO DÉCHET

N°\tAction\tPilote\tPartenaires\tBudget\tÉchéance
1\tComposter dans les écoles\tService scolaire\tSYCTOM\t5 000 €\t2022
2\tVaisselle réutilisable aux fêtes\tService fêtes\tAssociations\tA définir\tSeptembre 2022
3\tBannir le plastique à la cantine\tCuisine centrale\t\t15 000 €\t1er janvier 2023
`,
  'the axis written under the heading of each sheet': `Fiche n°1
Développer les circuits courts

Orientation 1 : Bien manger

Enjeux
La restauration scolaire sert 5000 repas par jour.

Description de l'action
1. Recenser les producteurs
2. Signer des contrats
3. Former les cuisiniers

Public cible
Écoliers

Maître d'ouvrage : Commune
Partenaires techniques : Chambre d'agriculture
Partenaires financiers : Région

Coût prévisionnel : 30 000 € TTC
Planning : T1 2022 – T4 2023

Indicateurs d'évaluation
Part de bio

Fiche n°2
Lutter contre le gaspillage

Orientation 1 : Bien manger

Enjeux
Un tiers des repas est jeté.

Description de l'action
1. Peser
2. Réduire

Maître d'ouvrage : Commune
Coût prévisionnel : 4 500 €
Planning : 2022

Indicateurs d'évaluation
Kilos jetés
`,
  'labels and values parted by blanks': `FICHE ACTION 1
MAITRISER LES CONSOMMATIONS
DU PATRIMOINE COMMUNAL
Pilote           Services techniques
Partenaires      ALEC, SIPPEREC
Objectifs        Réduire de 30 % les consommations
                 d'ici 2030
Moyens           1 ETP
                 20 000 € par an
Calendrier       2022 : audit
                 2023 : travaux
FICHE ACTION 2
PRODUIRE DE L'ENERGIE RENOUVELABLE
Pilote           Services techniques
Partenaires      SIPPEREC
Objectifs        1 000 m2 de panneaux
Moyens           300 000 €
Calendrier       Moyen terme
`,
  'two levels above the actions': `Objectif stratégique 1 : Réduire
Objectif opérationnel 1.1 : Les bâtiments
Action 1.1.1 : Auditer les bâtiments
Descriptif : Auditer 12 bâtiments.
Pilotes : DST
Échéance : 2022
Action 1.1.2 : Rénover la mairie
Descriptif : Travaux.
Pilotes : DST
Échéance : 2024
Objectif opérationnel 1.2 : Les déplacements
Action 1.2.1 : Acheter des vélos
Descriptif : 10 vélos à assistance électrique.
Pilotes : DRH
Échéance : dès 2022
Objectif stratégique 2 : S'adapter
Objectif opérationnel 2.1 : L'eau
Action 2.1.1 : Désimperméabiliser
Descriptif : Les cours d'école, en lien avec l'action 1.1.2.
Pilotes : Espaces verts
Échéance : 30 juin 2025
`,
  'tables under axes, numbers in the title': `Plan d'action égalité femmes-hommes 2022-2024

Axe 1 : La ville employeuse

Intitulé de la mesure\tService pilote\tCalendrier\tBudget prévisionnel\tIndicateurs
1.1 Former les managers\tDRH\t2022\t3 500 €\tNombre de formés
1.2 Publier un rapport annuel\tDRH\tAnnuel\t\tRapport
Ville de X\t2
Axe 2 : La ville pour toutes

Intitulé de la mesure\tService pilote\tCalendrier\tBudget prévisionnel\tIndicateurs
2.1 Marches exploratoires\tTranquillité publique\tPrintemps 2023\tA définir\tNombre de marches
`,
  'one table that names axes and status': `Plan d'actions

Axe\tN°\tAction\tPilote\tÉchéance\tÉtat d'avancement
Énergie\t1\tIsoler\tST\t2022\tRéalisé
Énergie\t2\tPanneaux\tST\t2023\tEn cours
Eau\t3\tCuves\tEV\t2024\tÀ venir
`,
  'labels that nothing parts from their value': `Feuille de route transition
Fiche action 1 Rénover
Pilote Direction des bâtiments
Objectifs Réduire de 20 %
la facture
Budget 20 000 €
Calendrier 2022
Fiche action 2 Planter
Pilote Espaces verts
Objectifs Planter 100 arbres
Budget A définir
Calendrier Court terme
`,
  'list items under a theme': `THÉMATIQUE : MOBILITÉS

FICHE ACTION : Ouvrir une maison du vélo

- **Pilote** : Service mobilité
- **Élu·e référent·e** : Mme Petit
- **Descriptif** : Ouvrir un local place de la Gare.
  Deux salariés.
- **Budget** : 45 000 € TTC
- **Échéance** : d'ici 2024
- **Public(s) cible(s)** : Tous
- **Priorité** : 1

THÉMATIQUE : ALIMENTATION

FICHE ACTION : Créer une légumerie

- **Pilote** : Cuisine centrale
- **Élu·e référent·e** : M. Grand
- **Descriptif** : Une légumerie bio.
- **Budget** : 1,5 million d'euros
- **Échéance** : Fin de mandat
- **Priorité** : 2
`,
  'small tables inside a sheet': `AXE 1 : ÉNERGIE

ACTION 1.1
Titre\tÉteindre la nuit
Axe\t1 - Énergie
Contexte\tPilote
L'éclairage coûte cher.\tDST
Coût\tÉchéance\tIndicateur
15 000 €\t2023\tkWh

ACTION 1.2
Titre\tIsoler
Axe\t1 - Énergie
Contexte\tPilote
Passoires.\tDST
Coût\tÉchéance\tIndicateur
1 M€\t2025\tm² isolés
`,
  'headings that are a bare number': `Plan d'actions 2020

1. Réduire la publicité
Objectif : 30 % de panneaux en moins
Responsable : Urbanisme
Délai : 2021

2. Faire place au vélo
Objectif : 10 km
Responsable : Voirie
Délai : 2022

3. Un arbre par naissance
Objectif : 200 arbres
Responsable : Espaces verts
Délai : chaque année
`,
  'no label at all': `Plan de sobriété

Action n°1 : Baisser le chauffage à 19 °C
Dans tous les bâtiments communaux, dès l'hiver prochain. Coût : 0 €.

Action n°2 : Éteindre l'éclairage public
De 23 h à 5 h, sauf centre-ville.

Action n°3 : Former les agents
Deux sessions en 2023.
`,
} as const;
