import { describe, expect, test } from 'vitest';
import { drawPdf, type Pdf } from '../testing/make-pdf.ts';
import { extracted, textOf } from '../testing/text-of.ts';

/** Words at a place: left edge and distance from the top, in points. */
type Placed = readonly [text: string, left: number, top: number];

async function pages(...all: readonly (readonly Placed[])[]): Promise<string> {
  return textOf(await drawn(...all), 'pacte.pdf');
}

function drawn(...all: readonly (readonly Placed[])[]): Promise<Uint8Array> {
  return drawPdf((pdf) => {
    all.forEach((page, at) => {
      if (at > 0) pdf.addPage();
      for (const [text, left, top] of page) put(pdf, text, left, top);
    });
  });
}

function put(pdf: Pdf, text: string, left: number, top: number): void {
  pdf.page.margins = { ...pdf.page.margins, top: 0, bottom: 0 };
  pdf.text(text, left, top, { lineBreak: false });
}

/** Lines of one block, 13 points apart. */
function block(lines: readonly string[], left: number, top: number): Placed[] {
  return lines.map((line, at) => [line, left, top + 13 * at]);
}

const LONG = 'La commune organise régulièrement des actions de formation des agents et des élus';

const MORE = 'et soutient avec eux les acteurs du réemploi dans tous les quartiers de la ville';

describe('paragraphs', () => {
  test('are made of the lines that had no room for the next word', async () => {
    const text = await pages(block([LONG, MORE, 'dont les achats.', 'Un autre alinéa commence ici.'], 60, 100));
    expect(text).toBe(`${LONG} ${MORE} dont les achats.\nUn autre alinéa commence ici.\n`);
  });

  test('are kept apart by a blank line where the page shows one', async () => {
    expect(await pages([...block(['Un', 'Deux'], 60, 100), ['Trois', 60, 150]])).toBe('Un\nDeux\n\nTrois\n');
  });

  test('go on over the page', async () => {
    const text = await pages(block([LONG, `${LONG} en`], 60, 700), block([LONG, 'fin de phrase.'], 60, 100));
    expect(text).toBe(`${LONG} ${LONG} en ${LONG} fin de phrase.\n`);
  });

  test('begin at a bullet, even when the line above is full', async () => {
    expect(await pages(block([`• ${LONG}`, '• Former'], 60, 100))).toBe(`• ${LONG}\n• Former\n`);
  });

  test('keep a bullet with the text that hangs beside it', async () => {
    expect(
      await pages([
        ['•', 60, 100],
        [LONG, 90, 100],
        ['sur les achats', 90, 113],
      ]),
    ).toBe(`• ${LONG} sur les achats\n`);
  });

  test('come from places, not from the order in which the file draws them', async () => {
    expect(
      await pages([
        ['Deux', 60, 150],
        ['un', 90, 100],
        ['Ligne', 60, 100],
      ]),
    ).toBe('Ligne un\n\nDeux\n');
  });
});

describe('words cut at the end of a line', () => {
  const wide = 'Ce document, que le conseil municipal a voulu, dit comment chacun peut dévelop-';

  test('are mended when the document shows that it cuts words', async () => {
    const text = await pages(block([wide, 'per les achats. Il faut développer.'], 60, 100));
    expect(text).toContain('peut développer les achats');
  });

  test('keep a hyphen that is their own', async () => {
    const text = await pages(block([`${wide.slice(0, -8)} co-`, 'construire des projets. Co-construire.'], 60, 100));
    expect(text).toContain('co-construire des projets');
  });

  test('keep their hyphen in doubt, without a blank', async () => {
    expect(await pages(block([`${wide.slice(0, -8)} tarabus-`, 'quine encore un peu'], 60, 100))).toContain(
      'tarabus-quine',
    );
  });
});

describe('running lines', () => {
  const page = (number: number, lines: readonly string[]): Placed[] => [
    ['Pacte pour la transition', 60, 30],
    ...block(lines, 60, 400),
    [`Page ${number} sur 3`, 280, 810],
  ];

  test('do not stand in the middle of a sentence, and are not lost', async () => {
    const text = await pages(page(1, [LONG, `${LONG} en`]), page(2, [`${LONG} et`, 'fin.']), page(3, ['Suite.']));
    expect(text).toContain(`${LONG} ${LONG} en ${LONG} et fin.\n`);
    for (const number of [1, 2, 3]) expect(text).toContain(`Page ${number} sur 3`);
    expect(text.match(/Pacte pour la transition/gu)).toHaveLength(3);
  });

  test('are not seen in a list that repeats a word in the middle of pages', async () => {
    const text = await pages(
      [
        ['Niveau unique', 60, 400],
        ['A', 60, 500],
      ],
      [
        ['Niveau unique', 60, 400],
        ['B', 60, 500],
      ],
    );
    expect(text).toBe('Niveau unique\n\nA\nNiveau unique\n\nB\n');
  });
});

describe('columns', () => {
  const left = [
    'La commune s’engage à réduire ses',
    'déchets et à soutenir les acteurs',
    'du réemploi sur tout le territoire',
    'avec les habitants et les écoles',
    'dès la première année du mandat.',
  ];
  const right = [
    'Elle développe les pistes pour les',
    'vélos et les transports collectifs',
    'entre les quartiers de la ville et',
    'les gares, avec des horaires bien',
    'adaptés à chacun des habitants.',
  ];

  test('are read down, not across, on the same baselines', async () => {
    const text = await pages([...block(left, 60, 100), ...block(right, 320, 100)]);
    expect(text).toBe(`${left.join(' ')}\n${right.join(' ')}\n`);
  });

  test('are read down on baselines of their own', async () => {
    const text = await pages([...block(left, 60, 100), ...block(right, 320, 106)]);
    expect(text).toBe(`${left.join(' ')}\n${right.join(' ')}\n`);
  });

  test('stay between a title and a last line that span them', async () => {
    const title = 'Un titre assez long pour passer au-dessus des deux colonnes de cette page du pacte';
    const text = await pages([
      [title, 60, 60],
      ...block(left, 60, 100),
      ...block(right, 320, 100),
      [`${title} bis`, 60, 220],
    ]);
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      title,
      left.join(' '),
      right.join(' '),
      `${title} bis`,
    ]);
  });
});

describe('a line that opens with a number, a label, a bullet or a box', () => {
  const left = [
    '1 – Se doter d’une politique',
    'ambitieuse d’achats publics plus',
    'responsables pour la commune et',
    'les écoles de toute la commune',
  ];
  const right = [
    'Proposer aux élèves de la commune',
    'une alimentation bio, moins carnée',
    'et plus locale dans les cantines',
    'avec les paysans du territoire.',
  ];

  test.each(['7 – ', '07. ', '#07 ', 'N2 ', 'Niveau 2 ', 'Mesure 7 : ', 'Principe A : ', '• ', '- '])(
    'never goes on with the column before: "%s"',
    async (opening) => {
      const [first = '', ...rest] = right;
      const text = await pages([...block(left, 60, 100), ...block([`${opening}${first}`, ...rest], 320, 100)]);
      expect(text).toContain(`${left.join(' ')}\n${opening}${first}`);
    },
  );

  test.each(['7 – Proposer', 'N2 Former', 'Mesure 7'])(
    'never goes on with the line or the page before: "%s"',
    async (opening) => {
      expect(await pages(block([LONG, `${opening} les agents`], 60, 100))).toBe(`${LONG}\n${opening} les agents\n`);
      expect(await pages(block([LONG, MORE], 60, 700), block([`${opening} les agents.`], 60, 100))).toContain(
        `${MORE}\n${opening} les agents.`,
      );
    },
  );

  test('nor does a label with its colon after a full stop', async () => {
    const full = 'Au moins 100% de bio dans toutes les cantines et trois repas végétariens par semaine.';
    expect(await pages(block([full, 'Notre choix : niveau 2'], 60, 100))).toBe(`${full}\nNotre choix : niveau 2\n`);
  });

  test('may be the middle of a sentence that has begun', async () => {
    const begun = 'Un accord se fait avec la liste qui a été élue cette année dans toute notre belle commune sur N1 et';
    expect(await pages(block([begun, 'N2 mais pas sur N3.'], 60, 100))).toBe(`${begun} N2 mais pas sur N3.\n`);
  });
});

describe('above columns', () => {
  test('short lines of a list are no part of the left one', async () => {
    const item = '7. Financer un projet de la commune par an avec un prêt éthique et solidaire en';
    const column = [
      'La commune s’engage à réduire ses',
      'déchets et à soutenir les acteurs',
      'du réemploi sur tout le territoire',
      'avec les habitants et les écoles.',
    ];
    const other = [
      'Elle développe les pistes pour les',
      'vélos et les transports collectifs',
      'entre les quartiers de la ville et',
      'les gares, pour les habitants.',
    ];
    const text = await pages([
      [item, 60, 74],
      ['diversifiant ses banques.', 60, 87],
      ...block(column, 60, 126),
      ...block(other, 320, 126),
    ]);
    expect(text).toBe(`${item} diversifiant ses banques.\n${column.join(' ')}\n${other.join(' ')}\n`);
  });
});

describe('tables', () => {
  test('without borders keep a line a row, with a TAB between distant cells', async () => {
    const text = await pages([
      ['Mesure', 60, 100],
      ['N1', 300, 100],
      ['N2', 400, 100],
      ['Achats', 60, 113],
      ['X', 300, 113],
      ['Oui', 400, 113],
    ]);
    expect(text.split('\n')[0]).toBe('Mesure\tN1\tN2');
    expect(text.split('\n')[1]).toBe('Achats\tX\tOui');
  });

  test('with borders give a line a row, however the cells wrap', async () => {
    const bytes = await drawPdf((pdf) => {
      for (const [row, cells] of [
        ['Moyens humains, financiers', '1 poste en Service Civique'],
        ['Calendrier', 'Dernier trimestre 2021, selon la réouverture de la maison des associations'],
        ['Méthode', ''],
      ].entries()) {
        cells.forEach((cell, column) => {
          pdf.rect(60 + 100 * column, 100 + 60 * row, 100, 60).stroke();
          if (cell !== '') pdf.text(cell, 65 + 100 * column, 105 + 60 * row, { width: 90 });
        });
      }
    });
    expect(await textOf(bytes, 'a.pdf')).toBe(
      'Moyens humains, financiers\t1 poste en Service Civique\nCalendrier\tDernier trimestre 2021, selon la réouverture de la maison des associations\nMéthode\t\n'.trimEnd() +
        '\n',
    );
  });
});

describe('what is drawn over the text', () => {
  test('form boxes give their state beside their label', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.initForm();
      pdf.formCheckbox('n1', 60, 100, 12, 12, { value: 'Yes', defaultValue: 'Yes' });
      pdf.text('Niveau 1', 80, 102, { lineBreak: false });
      pdf.formCheckbox('n2', 60, 130, 12, 12);
      pdf.text('Niveau 2', 80, 132, { lineBreak: false });
      pdf.formText('liste', 60, 160, 200, 14, { value: 'Champigny Alternance' });
    });
    const text = await textOf(bytes, 'a.pdf');
    expect(text).toContain('☐ Niveau 2');
    expect(text).toContain('☒ Niveau 1');
    expect(text).toContain('Champigny Alternance');
  });

  test('bold made by writing twice does not double the words', async () => {
    expect(
      await pages([
        ['Principe A', 60, 100],
        ['Principe A', 60.3, 100],
      ]),
    ).toBe('Principe A\n');
  });

  test('text along the margin stays out of the lines', async () => {
    const bytes = await drawPdf((pdf) => {
      pdf.text('Une ligne du pacte, assez longue pour dire où est le haut', 60, 300, { lineBreak: false });
      pdf.save().rotate(90, { origin: [40, 200] });
      pdf.text('Imprimé par nos soins', 40, 200, { lineBreak: false });
      pdf.restore();
    });
    const text = await textOf(bytes, 'a.pdf');
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      'Une ligne du pacte, assez longue pour dire où est le haut',
      'Imprimé par nos soins',
    ]);
  });
});

describe('characters', () => {
  test('ligatures and accents drawn apart become plain letters', async () => {
    expect(
      await pages([
        ['afﬁche ﬁnancière', 60, 100],
        ['d´eveloppe´ment', 60, 130],
      ]),
    ).toBe('affiche financière\n\ndéveloppément\n');
  });

  test.each([2, 4, 6])('letters spread by %i points are words', async (characterSpacing) => {
    const bytes = await drawPdf((pdf) => {
      pdf.text('NOS ENGAGEMENTS DE NIVEAU 2', 60, 100, { characterSpacing, lineBreak: false });
    });
    expect(await textOf(bytes, 'a.pdf')).toBe('NOS ENGAGEMENTS DE NIVEAU 2\n');
  });

  test('letters that stand alone stay alone', async () => {
    expect(await pages([['Principes A B C', 60, 100]], [['X X X', 60, 100]])).toBe('Principes A B C\nX X X\n');
  });

  test('the number of pages is told', async () => {
    expect((await extracted(await drawn([['a', 60, 100]], [['b', 60, 100]]), { filename: 'a.pdf' })).pages).toBe(2);
  });
});

test('a file opened by Node, whose bytes come as a Buffer, is read and left as it was', async () => {
  const bytes = Buffer.from(await drawn([['Pacte signé', 60, 100]]));
  const before = Buffer.copyBytesFrom(bytes);
  expect(await textOf(bytes, 'pacte.pdf')).toBe('Pacte signé\n');
  expect(bytes).toEqual(before);
});
