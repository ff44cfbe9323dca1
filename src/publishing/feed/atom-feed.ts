/**
 * A feed that readers of feeds subscribe to (Atom 1.0, RFC 4287), written by the `feed` package. Words are text: the package
 * hands titles and summaries on as HTML, so they are escaped here, and what XML cannot hold is left out.
 */
import { Feed } from 'feed';
import { asMarkup } from '#domain/shared/markup.ts';

export type FeedEntry = {
  /** Whole address that never changes: readers know by it what they have shown already. */
  readonly id: string;
  /** Whole address of the page. */
  readonly link: string;
  readonly title: string;
  /** '' : the title says it all. */
  readonly summary: string;
  readonly at: Date;
};

export type FeedWords = {
  readonly title: string;
  readonly subtitle: string;
  /** Whole addresses: of the feed itself, of the page it follows. */
  readonly self: string;
  readonly page: string;
  readonly author: string;
  /** Of a feed that lists nothing yet. */
  readonly since: Date;
};

/** `entries`: latest first. */
export function atomFeed(words: FeedWords, entries: readonly FeedEntry[]): string {
  const feed = new Feed({
    id: words.self,
    title: plain(words.title),
    description: plain(words.subtitle),
    link: words.page,
    feedLinks: { atom: words.self },
    updated: entries[0]?.at ?? words.since,
    generator: false,
    author: { name: plain(words.author) },
  });
  for (const { id, link, title, summary, at } of entries) {
    feed.addItem({
      id,
      link,
      title: asMarkup(plain(title)),
      date: at,
      ...(summary === '' ? {} : { description: asMarkup(plain(summary)) }),
    });
  }
  return feed.atom1();
}

/** No control character but tab and line breaks, no half of a pair: XML 1.0 cannot hold them, even written as references. */
function plain(words: string): string {
  return words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}
