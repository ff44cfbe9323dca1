/** Words of signing in and of one's account. */
export const SIGN_IN_FIRST = 'Connectez-vous d’abord.';
