/** These pages work as plain forms and links: one small script of ours makes them better, and no framework runs. */
export const csr = false;
