import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { extracted, refusalOf, textOf } from '../testing/text-of.ts';

function html(body: string): Promise<string> {
  return textOf(new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><body>${body}`), 'pacte.html');
}

describe('lines', () => {
  test('follow paragraphs and breaks, not how the source is wrapped', async () => {
    expect(
      await html('<p>Se doter\n   d&rsquo;une <b>politique</b>\n ambitieuse<br>\nd&eacute;sormais</p><p>Suite</p>'),
    ).toBe('Se doter d’une politique ambitieuse\ndésormais\n\nSuite\n');
  });

  test('keep the non-breaking space and drop the soft hyphen', async () => {
    expect(await html('<p>40&nbsp;%&nbsp;de d&eacute;velop&shy;pement</p>')).toBe('40\u00a0%\u00a0de développement\n');
  });

  test('of neighbours without margin stand together', async () => {
    expect(
      await html('<div>Un</div><div>Deux</div><p style="margin:0">Trois</p><p style="margin: 0 0 0 2cm">Quatre</p>'),
    ).toBe('Un\nDeux\nTrois\nQuatre\n');
  });

  test('of preformatted text are kept', async () => {
    expect(await html('<pre>N1\n  N2</pre>')).toBe('N1\n  N2\n');
  });
});

describe('lists', () => {
  test('get their bullets and numbers back, nested ones too', async () => {
    expect(
      await html(
        '<ul><li>Un<ol type="a" start="3"><li>Deux</li><li value="7">Trois</li></ol></li><li><p>Quatre</p></li></ul>',
      ),
    ).toBe('• Un\nc. Deux\ng. Trois\n\n• Quatre\n');
  });

  test('without markers get none', async () => {
    expect(await html('<ul style="list-style: none"><li>Accueil</li></ul>')).toBe('Accueil\n');
  });

  test('saved by Word keep the number that Word wrote as text', async () => {
    const marker = (text: string): string =>
      `<span style="mso-list:Ignore">${text}<span>&nbsp;&nbsp;&nbsp;</span></span>`;
    expect(await html(`<p>${marker('12.')}Énergie</p><p>${marker('·')}Isolation</p>`)).toBe(
      '12. Énergie\n\n• Isolation\n',
    );
  });
});

describe('what is shown', () => {
  test('scripts, styles, templates and hidden elements are left out; menus and footers stay', async () => {
    const text = await html(
      '<nav>Menu</nav><script>alert(1)</script><style>p{}</style><template>non</template><p hidden>non</p><p style="display: none">non</p><noscript>non</noscript><p>Oui</p><footer>Pied</footer>',
    );
    expect(text).toBe('Menu\n\nOui\n\nPied\n');
  });

  test('boxes, menus and fields give what they hold', async () => {
    expect(
      await html(
        '<p><input type="checkbox" checked> N1 <input type="checkbox"> N2 <select><option>A<option selected>B</select> <input value="Champigny"><input type="hidden" value="x"></p>',
      ),
    ).toBe('☒ N1 ☐ N2 B Champigny\n');
  });

  test('struck text stays, marked, with a warning', async () => {
    const read = await extracted(new TextEncoder().encode('<html><p>N1 et <s>N2</s> retenus</p>'), {
      filename: 'a.html',
    });
    expect(read.text).toBe('N1 et ~~N2~~ retenus\n');
    expect(read.warnings).toEqual([{ kind: 'struck-text', count: 1 }]);
  });
});

describe('tables', () => {
  test('give a line a row and keep columns below a tall cell', async () => {
    expect(await html('<table><tr><td rowspan=2>AXE 1<td><p>1.1</p><p>bis</p><tr><td>1.2</table>')).toBe(
      'AXE 1\t1.1 bis\n\t1.2\n',
    );
  });

  test('that only lay out a page do not crush it into one line', async () => {
    expect(await html('<table><tr><td>Menu</td><td><h1>Pacte</h1><p>Un</p><p>Deux</p></td></tr></table>')).toBe(
      'Menu\n\nPacte\n\nUn\n\nDeux\n',
    );
  });
});

describe('encodings', () => {
  test('are taken from the page', async () => {
    const page = iconv.encode(
      '<html><head><meta charset="iso-8859-1"></head><p>éluĂ'.replace('Ă', '’') + '·e — 40 €</p>',
      'windows-1252',
    );
    expect(await textOf(page, 'a.html')).toBe('élu’·e — 40 €\n');
  });

  test('are taken from the sender when the page says nothing', async () => {
    const page = iconv.encode('<html><p>Transition écologique</p>', 'utf-16be', { addBOM: false });
    const old = iconv.encode('<html><p>Ÿ ¾ ½ : ce que personne ne devine</p>', 'iso-8859-13');
    expect((await extracted(old, { mediaType: 'text/html; charset=iso-8859-13' })).text).toBe(
      '? ¾ ½ : ce que personne ne devine\n',
    );
    expect((await extracted(page, { mediaType: 'text/html' })).text).toBe('Transition écologique\n');
  });

  test('that are declared wrongly give way to valid UTF-8', async () => {
    const page = new TextEncoder().encode('<html><meta charset="iso-8859-1"><p>Énergie</p>');
    expect(await textOf(page, 'a.html')).toBe('Énergie\n');
  });
});

test('a page nested a hundred thousand times is refused, without a crash', async () => {
  const bytes = new TextEncoder().encode(`<html>${'<div>'.repeat(100_000)}x`);
  expect(await refusalOf(bytes, { filename: 'a.html' })).toEqual({ kind: 'damaged-file', format: 'html' });
});
