declare global {
  namespace App {
    interface Error {
      message: string;
    }
    interface PageData {
      /** Scheme and host of permanent addresses, without a trailing slash. */
      origin: string;
    }
  }
}

export {};
