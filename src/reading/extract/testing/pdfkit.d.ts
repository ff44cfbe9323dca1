/** The part of pdfkit that the tests use; the package has no types of its own. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  type TextOptions = {
    readonly width?: number;
    readonly align?: 'left' | 'justify' | 'center';
    readonly lineBreak?: boolean;
    readonly lineGap?: number;
    readonly indent?: number;
    readonly columns?: number;
    readonly columnGap?: number;
    readonly height?: number;
    readonly characterSpacing?: number;
  };

  export default class PDFDocument extends (class {} as new () => Readable) {
    constructor(options?: {
      readonly size?: 'A4' | readonly [number, number];
      readonly margin?: number;
      readonly bufferPages?: boolean;
      readonly autoFirstPage?: boolean;
      readonly userPassword?: string;
      readonly ownerPassword?: string;
      readonly info?: Readonly<Record<string, string | Date>>;
    });
    x: number;
    y: number;
    readonly page: { readonly width: number; readonly height: number; margins: { top: number; bottom: number } };
    registerFont(name: string, path: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string, options?: TextOptions): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string): number;
    moveDown(lines?: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    fill(color: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    fillColor(color: string): this;
    image(source: Buffer, x: number, y: number, options?: { readonly width?: number }): this;
    rotate(angle: number, options?: { readonly origin?: readonly [number, number] }): this;
    save(): this;
    restore(): this;
    addPage(): this;
    switchToPage(page: number): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    annotate(x: number, y: number, width: number, height: number, options: object): this;
    initForm(): this;
    formCheckbox(name: string, x: number, y: number, width: number, height: number, options?: object): this;
    formText(name: string, x: number, y: number, width: number, height: number, options?: object): this;
    end(): void;
  }
}
