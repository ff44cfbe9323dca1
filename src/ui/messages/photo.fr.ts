/** Words around a photograph that a page shows. */

export const SEE_PHOTO = 'Voir la photo';
