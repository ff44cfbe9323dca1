import { describe, expect, test } from 'vitest';
import { drawPdf, type Pdf } from '../testing/make-pdf.ts';
import { textOf } from '../testing/text-of.ts';

const TITLES = [
  '1 – Se doter d’une politique ambitieuse d’achats publics responsables (incluant des dispositions sociales, environnementales et locales).',
  '4 – Donner la priorité au logiciel libre dans le service public pour une informatique au service de l’intérêt général.',
  '7 – Proposer une alimentation biologique, moins carnée, locale et équitable dans la restauration collective.',
  '22 – Limiter la place de la publicité dans l’espace public.',
] as const;

type Column = {
  readonly left: number;
  readonly width: number;
  readonly align?: 'left' | 'center';
  readonly valign?: 'top' | 'middle';
};

type Look = { readonly columns: readonly Column[]; readonly padding?: number; readonly top?: number };

/** Rows without borders, as a word processor lays them out: each as tall as its tallest cell. */
function drawRows(pdf: Pdf, rows: readonly (readonly string[])[], { columns, padding = 8, top = 80 }: Look): number {
  let y = top;
  for (const row of rows) {
    const heights = row.map((text, at) =>
      text === '' ? 0 : pdf.heightOfString(text, { width: columns[at]?.width ?? 100 }),
    );
    const tallest = Math.max(...heights);
    row.forEach((text, at) => {
      const column = columns[at];
      if (text === '' || column === undefined) return;
      const lower = column.valign === 'middle' ? (tallest - (heights[at] ?? 0)) / 2 : 0;
      pdf.text(text, column.left, y + lower, { width: column.width, align: column.align ?? 'left' });
    });
    y += tallest + padding;
  }
  return y;
}

/** Rows with borders; a row of one cell spans all columns. */
function drawBorders(pdf: Pdf, rows: readonly (readonly string[])[]): void {
  const lefts = [40, 290, 330, 370, 410, 530];
  rows.forEach((row, at) => {
    row.forEach((text, column) => {
      const [left = 0, next = 0] = row.length === 1 ? [40, 530] : [lefts[column], lefts[column + 1]];
      pdf.rect(left, 60 + 40 * at, next - left, 40).stroke();
      if (text !== '') pdf.text(text, left + 4, 64 + 40 * at, { width: next - left - 8 });
    });
  });
}

/** The lines of the text; on the way it is seen that every letter that was drawn is there, once. */
async function linesOf(paint: (pdf: Pdf) => void): Promise<readonly string[]> {
  const drawn: string[] = [];
  const bytes = await drawPdf((pdf) => {
    pdf.fontSize(9);
    const write = pdf.text.bind(pdf) as (...given: unknown[]) => Pdf;
    let nested = false;
    pdf.text = (text: string, ...rest: unknown[]): Pdf => {
      if (!nested) drawn.push(text);
      nested = true;
      write(text, ...rest);
      nested = false;
      return pdf;
    };
    paint(pdf);
  });
  const text = await textOf(bytes, 'pacte.pdf');
  expect(letters(text)).toBe(letters(drawn.join(' ')));
  return text.split('\n').filter((line) => line !== '');
}

function letters(text: string): string {
  return [...text.replaceAll(/\s/gu, '')].sort().join('');
}

const joined = (rows: readonly (readonly string[])[]): readonly string[] => rows.map((row) => row.join('\t'));

/** The text of a document ends without blanks: the empty cells of its very last row are not written. */
const document = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row, at) => (at === rows.length - 1 ? row.join('\t').trimEnd() : row.join('\t')));

const LEVELS: readonly Column[] = [
  { left: 40, width: 240 },
  { left: 300, width: 12 },
  { left: 340, width: 12 },
  { left: 380, width: 12 },
  { left: 420, width: 110 },
];

const HEADER = ['Mesure', 'N1', 'N2', 'N3', 'Observations'];

const MARKED = [
  HEADER,
  [TITLES[0], '', 'X', '', ''],
  [TITLES[1], 'X', '', '', 'marché en 2021'],
  [TITLES[2], 'X', 'X', '', ''],
  [TITLES[3], '', '', 'X', ''],
];

describe('a table with a column a level and no borders', () => {
  test('keeps every mark under its level, with a TAB for each empty cell', async () => {
    expect(await linesOf((pdf) => drawRows(pdf, MARKED, { columns: LEVELS }))).toEqual(document(MARKED));
  });

  test.each([0, 3, 14])('has a line a row when rows stand %i points apart', async (padding) => {
    expect(await linesOf((pdf) => drawRows(pdf, MARKED, { columns: LEVELS, padding }))).toEqual(document(MARKED));
  });

  test('keeps marks in the middle of wide columns under headings in the middle too', async () => {
    const columns = LEVELS.map((column, at): Column =>
      at === 0 || at === 4
        ? { ...column, left: column.left + (at === 4 ? 60 : 0), width: at === 4 ? 70 : 240 }
        : { left: 290 + 60 * (at - 1), width: 60, align: 'center', valign: 'middle' },
    );
    expect(await linesOf((pdf) => drawRows(pdf, MARKED, { columns }))).toEqual(document(MARKED));
  });

  test('keeps a mark that stands at half the height of its title', async () => {
    const columns = LEVELS.map((column): Column => ({ ...column, valign: 'middle' }));
    for (const padding of [0, 8]) {
      expect(await linesOf((pdf) => drawRows(pdf, MARKED, { columns, padding }))).toEqual(document(MARKED));
    }
  });

  test('keeps the lines of a remark in its cell, above and below the title', async () => {
    const remark = 'Oui, mais seulement après la renégociation du marché de la cantine en 2022 et avec les parents';
    const rows = [
      HEADER,
      [TITLES[3], 'X', '', '', remark],
      [TITLES[1], '', 'X', '', ''],
      ['23 – Bio', '', '', 'X', remark],
    ];
    for (const valign of ['top', 'middle'] as const) {
      const columns = LEVELS.map((column): Column => ({ ...column, valign }));
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns }))).toEqual(document(rows));
    }
  });

  test('keeps a mark at the top of its row when the title stands in the middle', async () => {
    const remark = 'À étudier avec les habitants du quartier et les commerçants du centre';
    const rows = [HEADER, ['4 – Bio', '', '', '', ''], ['5 – Vélo', '', '', 'X', remark], ['6 – Eau', 'X', '', '', '']];
    const columns = LEVELS.map((column, at): Column => (at === 0 ? { ...column, valign: 'middle' } : column));
    for (const padding of [0, 2, 8]) {
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns, padding }))).toEqual(document(rows));
    }
  });

  test('reads headings that touch', async () => {
    const near = ['Mesure', 'Niveau 1', 'Niveau 2', 'Niveau 3', 'Observations'];
    const columns: Column[] = [
      { left: 40, width: 240 },
      ...[0, 1, 2].map((at): Column => ({ left: 290 + 36.1 * at, width: 36.1, align: 'left' })),
      { left: 420, width: 110 },
    ];
    const rows = [near, ...MARKED.slice(1)];
    expect(await linesOf((pdf) => drawRows(pdf, rows, { columns }))).toEqual(document(rows));
  });

  test('keeps unnumbered titles of full lines apart, though the second has no mark', async () => {
    const full = 'Donner la priorité au logiciel libre pour les mairies';
    const rows = [
      HEADER,
      [full, '', 'X', '', ''],
      [full.replace('mairies', 'crèches'), '', '', '', ''],
      ['Bio', 'X', '', '', ''],
    ];
    expect(await linesOf((pdf) => drawRows(pdf, rows, { columns: LEVELS, padding: 0 }))).toEqual(document(rows));
  });

  test('reads headings as near as words', async () => {
    const near = ['Mesure', 'Niveau 1', 'Niveau 2', 'Niveau 3', 'Observations'];
    const columns: Column[] = [
      { left: 40, width: 240 },
      ...[0, 1, 2].map((at): Column => ({ left: 290 + 40 * at, width: 40, align: 'center' })),
      { left: 420, width: 110 },
    ];
    const rows = [near, ...MARKED.slice(1)];
    expect(await linesOf((pdf) => drawRows(pdf, rows, { columns }))).toEqual(document(rows));
  });

  test('reads the number of a level below its word', async () => {
    const rows = [['Mesure', 'Niveau 1', 'Niveau 2', 'Niveau 3', 'Observations'], ...MARKED.slice(1)];
    const columns = LEVELS.map((column, at): Column =>
      at > 0 && at < 4 ? { ...column, width: 34, align: 'center' } : column,
    );
    expect(await linesOf((pdf) => drawRows(pdf, rows, { columns }))).toEqual(document(rows));
  });

  test('does not give a mark to a level when it stands between two', async () => {
    const lines = await linesOf((pdf) => {
      drawRows(
        pdf,
        [
          ['Mesure', 'N1', 'N2', 'N3'],
          [TITLES[3], 'X', '', ''],
        ],
        { columns: LEVELS },
      );
      pdf.text('23 – Manger bio à la cantine', 40, 140, { lineBreak: false });
      pdf.text('X', 323, 140, { lineBreak: false });
    });
    expect(lines[0]).toBe('Mesure\tN1\t\tN2\tN3');
    expect(lines[2]).toBe('23 – Manger bio à la cantine\t\tX');
  });

  test('takes a mark just beside its heading for one of that level', async () => {
    const shifted = LEVELS.map((column, at): Column =>
      at > 0 && at < 4 ? { ...column, left: column.left + 13 } : column,
    );
    const lines = await linesOf((pdf) => {
      drawRows(pdf, [HEADER], { columns: LEVELS });
      drawRows(pdf, MARKED.slice(1), { columns: shifted, top: 110 });
    });
    expect(lines).toEqual(document(MARKED));
  });

  test('keeps unnumbered titles apart, wrapped or not', async () => {
    const rows = [
      HEADER,
      ['Manger bio', 'X', '', '', ''],
      ['Limiter la place de la publicité dans l’espace public et dans les bâtiments communaux', '', 'X', '', ''],
      ['Se déplacer', '', '', '', ''],
      ['Isoler les écoles', '', '', 'X', ''],
    ];
    for (const padding of [0, 6]) {
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns: LEVELS, padding }))).toEqual(document(rows));
    }
  });

  test('stays between the paragraphs around it', async () => {
    const prose =
      'La liste que nous conduisons a rencontré les habitants et les associations avant de signer ce pacte avec eux.';
    const lines = await linesOf((pdf) => {
      pdf.text(prose, 40, 50, { width: 515 });
      const y = drawRows(pdf, MARKED, { columns: LEVELS });
      pdf.text(prose, 40, y + 10, { width: 515 });
      pdf.text('Fait à Crest.', 40, y + 40, { width: 515 });
    });
    expect(lines).toEqual([prose, ...joined(MARKED), prose, 'Fait à Crest.']);
  });

  test('answers with Oui and Non', async () => {
    const rows = [
      ['Proposition', 'Oui', 'Non', 'Remarques'],
      [TITLES[0], 'X', '', ''],
      [TITLES[1], '', 'X', 'trop cher'],
      [TITLES[2], '', 'X', ''],
    ];
    const columns = LEVELS.filter((_, at) => at !== 3).map((column) => ({ ...column, width: column.width + 12 }));
    expect(await linesOf((pdf) => drawRows(pdf, rows, { columns }))).toEqual(document(rows));
  });
});

describe('a heading over all the columns', () => {
  const theme = 'Thématique 2 : informatique et achats publics responsables dans tous les services de la ville';

  test('does not cut the rows below it from the levels', async () => {
    const lines = await linesOf((pdf) => {
      const y = drawRows(pdf, [HEADER, MARKED[1] ?? []], { columns: LEVELS });
      pdf.text(theme, 40, y, { lineBreak: false });
      drawRows(pdf, MARKED.slice(2), { columns: LEVELS, top: y + 18 });
    });
    expect(lines).toEqual(document([HEADER, MARKED[1] ?? [], [theme, '', '', '', ''], ...MARKED.slice(2)]));
  });

  test('does not either where borders are drawn', async () => {
    const rows = [HEADER, MARKED[1] ?? [], [theme], ...MARKED.slice(2)];
    const lines = await linesOf((pdf) => drawBorders(pdf, rows));
    expect(lines).toEqual(document([HEADER, MARKED[1] ?? [], [theme, '', '', '', ''], ...MARKED.slice(2)]));
  });

  test('is not seen in a title that runs into the next column: its mark stays in its own', async () => {
    const long = '23 – Planter des arbres dans toutes les cours des écoles et des collèges de la ville';
    const lines = await linesOf((pdf) => {
      const y = drawRows(pdf, MARKED, { columns: LEVELS });
      pdf.text(long, 40, y, { lineBreak: false });
      pdf.text('X', 380, y, { lineBreak: false });
    });
    expect(lines.at(-1)).toBe(`${long}\t\t\tX`);
  });
});

describe('a table over two pages', () => {
  const more = [
    ['23 – Isoler les écoles', '', 'X', '', ''],
    ['24 – Planter des arbres dans toutes les cours des écoles et des collèges de la ville', '', '', 'X', 'dès 2021'],
    ['25 – Partager les jardins', 'X', '', '', ''],
  ];

  test('keeps its columns without a second header', async () => {
    const lines = await linesOf((pdf) => {
      drawRows(pdf, MARKED, { columns: LEVELS, top: 500 });
      pdf.addPage();
      drawRows(pdf, more, { columns: LEVELS });
    });
    expect(lines).toEqual(document([...MARKED, ...more]));
  });

  test('keeps its header where it stands, though every page repeats it', async () => {
    const all = MARKED.slice(1).map((row, at) => [HEADER, row, more[at % 3] ?? [], more[(at + 1) % 3] ?? []]);
    const lines = await linesOf((pdf) => {
      all.forEach((rows, page) => {
        if (page > 0) pdf.addPage();
        drawRows(pdf, rows, { columns: LEVELS });
      });
    });
    expect(lines).toEqual(document(all.flat()));
  });
});

describe('a table with borders over two pages', () => {
  test('keeps the columns that are empty on the second, and is one table', async () => {
    const more = [
      ['23 – Isoler les écoles', '', 'X', '', ''],
      ['24 – Planter des arbres', '', 'X', '', ''],
    ];
    const lines = await linesOf((pdf) => {
      pdf.page.margins = { ...pdf.page.margins, bottom: 0 };
      drawBorders(pdf, MARKED);
      pdf.text('Page 1 / 2', 280, 810, { lineBreak: false });
      pdf.addPage();
      pdf.page.margins = { ...pdf.page.margins, bottom: 0 };
      drawBorders(pdf, more);
      pdf.text('Page 2 / 2', 280, 810, { lineBreak: false });
    });
    expect(lines).toEqual([...joined([...MARKED, ...more]), 'Page 1 / 2', 'Page 2 / 2']);
  });
});

describe('other tables without borders', () => {
  const columns: readonly Column[] = [
    { left: 40, width: 300 },
    { left: 400, width: 120, valign: 'middle' },
  ];

  test('keep an answer beside its title of several lines', async () => {
    const rows = [
      ['MESURE', 'ENGAGEMENT'],
      [TITLES[0], 'Niveau 2'],
      [TITLES[1], 'Non'],
      [TITLES[2], 'Niveaux 1 et 2'],
      [TITLES[3], 'Niveau 3'],
    ];
    for (const padding of [0, 8]) {
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns, padding }))).toEqual(document(rows));
    }
  });

  test('keep answers that all stand at half the height of their titles', async () => {
    const rows = TITLES.map((title, at) => [title, ['N2', 'N1', 'N1, N2', 'N3'][at] ?? '']);
    for (const padding of [0, 8]) {
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns, padding }))).toEqual(document(rows));
    }
  });

  test('do not make one row of an address and what stands beside it', async () => {
    const lines = await linesOf((pdf) => {
      [
        ['Mairie de Crest', 'Tél. 04 75 00 00 00'],
        ['Place de la Mairie', 'contact@crest.fr'],
        ['26400 Crest', ''],
      ].forEach((row, at) =>
        row.forEach((text, column) => pdf.text(text, 40 + 340 * column, 40 + 12 * at, { lineBreak: false })),
      );
    });
    expect(lines.map((line) => line.trimEnd())).toEqual([
      'Mairie de Crest\tTél. 04 75 00 00 00',
      'Place de la Mairie\tcontact@crest.fr',
      '26400 Crest',
    ]);
  });

  test('keep the labels of a plan sheet beside their text, both on several lines', async () => {
    const rows = [
      [
        'Contexte',
        'La commune compte douze associations de l’économie sociale et solidaire, dont quatre sont employeuses et cherchent des locaux au centre.',
      ],
      [
        'Calendrier de réal de l’action',
        'Dernier trimestre 2021, selon la réouverture de la maison des associations après les travaux de la toiture.',
      ],
      ['Moyens humains, financ, tech', '1 poste en Service Civique et 650€ par mois.'],
      [
        'Pilotes',
        'Développement de l’économie sociale et solidaire, CCAS, Secours catholique et Croix rouge française.',
      ],
      [
        'Indic de résultat',
        'Nombre de structures accueillies dans la maison des associations à la fin de la deuxième année du plan.',
      ],
    ];
    const sheet: readonly Column[] = [
      { left: 40, width: 75 },
      { left: 130, width: 260 },
    ];
    for (const padding of [0, 6]) {
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns: sheet, padding }))).toEqual(document(rows));
    }
  });

  test('are not made of two columns of prose', async () => {
    const left =
      'La commune s’engage à réduire ses déchets et à soutenir les acteurs du réemploi sur tout le territoire avec les habitants et les écoles dès la première année du mandat, puis chaque année.';
    const right =
      'Elle développe les pistes pour les vélos et les transports collectifs entre les quartiers de la ville et les gares, avec des horaires bien adaptés à chacun des habitants.';
    const lines = await linesOf((pdf) => {
      pdf.text(left, 40, 80, { width: 220 });
      pdf.text(right, 300, 80, { width: 220 });
    });
    expect(lines).toEqual([left, right]);
  });

  const waste =
    'La commune s’engage à réduire ses déchets et à soutenir les acteurs du réemploi sur tout le territoire avec les habitants et les écoles dès la première année du mandat, puis chaque année.';
  const bikes =
    'Elle développe les pistes pour les vélos et les transports collectifs entre les quartiers de la ville et les gares, avec des horaires bien adaptés à chacun des habitants.';
  const food =
    'Les cantines servent des repas bio et locaux, préparés sur place par des agents formés, sans emballage et avec moins de viande, à tous les enfants des écoles et aux aînés.';

  test('nor of three columns of prose under one title', async () => {
    const title = 'Un titre assez long pour passer au-dessus des trois colonnes de cette page de la brochure';
    const lines = await linesOf((pdf) => {
      pdf.text(title, 40, 50, { lineBreak: false });
      [waste, bikes, food].forEach((text, at) => pdf.text(text, 40 + 180 * at, 80, { width: 160 }));
    });
    expect(lines).toEqual([title, waste, bikes, food]);
  });

  test('nor of a text with a note in its margin', async () => {
    const note = 'Le saviez-vous ? Le pacte a été signé par la liste en mars.';
    const lines = await linesOf((pdf) => {
      pdf.text([waste, bikes, TITLES[0], food].join('\n'), 180, 80, { width: 370 });
      pdf.text(note, 40, 100, { width: 110 });
    });
    expect(lines).toContain(bikes);
    expect(lines).toContain(TITLES[0]);
    expect(lines).toContain(note);
  });

  test('keep wide labels beside their text, row by row', async () => {
    const rows = [
      ['Contexte', waste],
      ['Calendrier de réalisation de l’action et étapes', bikes],
      ['Moyens humains, financiers et techniques nécessaires', '1 poste'],
      ['Pilotes et partenaires', 'CCAS'],
      ['Indicateurs de résultat de cette action', food],
    ];
    const sheet: readonly Column[] = [
      { left: 40, width: 140 },
      { left: 190, width: 300 },
    ];
    for (const padding of [0, 6]) {
      expect(await linesOf((pdf) => drawRows(pdf, rows, { columns: sheet, padding }))).toEqual(document(rows));
    }
  });
});
