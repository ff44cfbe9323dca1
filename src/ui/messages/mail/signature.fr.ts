/** Who writes, under every mail. */
export const MAIL_SIGNATURE = 'Parole tenue, la mémoire des promesses municipales :';
