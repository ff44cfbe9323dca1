/** Public pages run no script. A page that needs one (under /lire) says so itself. */
export const csr = false;
export const trailingSlash = 'never';
