declare global {
  namespace App {
    interface Error {
      message: string;
    }
    interface PageData {
      /** Scheme and host of permanent addresses, without a trailing slash. */
      origin: string;
      /** How to reach who runs this site; null when they did not say. */
      contact: { href: string; address: string } | null;
      /** Neither head nor foot around it: other sites show it in a frame. */
      alone?: boolean;
    }
  }
}

export {};
