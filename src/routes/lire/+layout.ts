/** These pages work without a script and better with one. */
export const csr = true;
