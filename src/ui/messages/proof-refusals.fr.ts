/** Why an address is not proved, and what to do next. */
import type { CannotAskProof, CannotUseLink, CannotUseProof } from '#use-cases/proofs/proof-refusals.ts';

export type ProofRefusal = CannotAskProof | CannotUseProof | CannotUseLink;

/** Field labels and hints for the two steps, the same in every form that asks for a proof. */
export const EMAIL_LABEL = 'Votre adresse électronique';
export const EMAIL_HINT = 'Elle n’est jamais montrée. Par exemple : prenom.nom@exemple.fr';
export const CODE_LABEL = 'Le code à 6 chiffres reçu par mail';
export const CODE_HINT = 'Il sert une seule fois, pendant 15 minutes. Les espaces ne comptent pas.';

export function sayProofRefusal(refusal: ProofRefusal): string {
  switch (refusal.kind) {
    case 'not-an-email':
      return 'Cette adresse n’a pas la forme d’une adresse électronique. Vérifiez-la : par exemple prenom.nom@exemple.fr.';
    case 'too-many-codes':
      return `Plusieurs codes sont déjà partis vers cette adresse. Servez-vous du plus récent (regardez aussi les indésirables), ou redemandez-en un dans ${minutes(refusal.minutes)}.`;
    case 'wrong-code':
      return refusal.triesLeft === 0
        ? 'Ce n’est pas ce code, et c’était le dernier essai. Demandez un nouveau code.'
        : `Ce n’est pas ce code. Recopiez les 6 chiffres du mail le plus récent : il vous reste ${tries(refusal.triesLeft)}.`;
    case 'late-code':
      return 'Ce code a plus de 15 minutes : il ne sert plus. Demandez-en un nouveau.';
    case 'used-code':
      return 'Ce code a déjà servi. S’il en faut encore un, demandez-en un nouveau.';
    case 'too-many-tries':
      return 'Cinq codes faux ont été essayés : celui-ci ne sert plus. Demandez-en un nouveau.';
    case 'unknown-proof':
      return 'Nous ne retrouvons pas cette demande de code : elle est sans doute trop ancienne. Demandez un nouveau code.';
    case 'late-link':
      return 'Ce lien a plus de 15 minutes : il ne sert plus. Demandez-en un nouveau.';
    case 'used-link':
      return 'Ce lien, ou le code du même mail, a déjà servi. Demandez-en un nouveau s’il faut vous connecter ailleurs.';
    case 'unknown-link':
      return 'Ce lien ne mène à rien : il est incomplet, ou trop ancien. Copiez-le en entier, ou demandez-en un nouveau.';
  }
}

/** Too many askings from one network. */
export function tooManyAskings(seconds: number): string {
  return `Beaucoup de demandes viennent de votre connexion. Réessayez dans ${minutes(Math.ceil(seconds / 60))}.`;
}

function minutes(count: number): string {
  return count > 1 ? `${count} minutes` : 'une minute';
}

function tries(count: number): string {
  return count > 1 ? `${count} essais` : 'un essai';
}
