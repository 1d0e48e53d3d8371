import type { Legend } from '../api/tiles.ts';
import { scaleBar } from './scale-bar.ts';

/** What stands on a printed map beside the map, in the reader's language. */
export interface SheetWords {
  readonly title: string;
  /** How many records, at which two times, under which filter. */
  readonly facts: readonly string[];
  readonly source: string;
  readonly credits: string;
  readonly printed: string;
  readonly north: string;
  readonly scale: string;
  length(metres: number): string;
}

export interface Sheet {
  readonly map: HTMLCanvasElement;
  readonly metresPerPixel: number;
  readonly legend: Legend | undefined;
  readonly words: SheetWords;
  readonly isRightToLeft: boolean;
  readonly fonts: string;
}

/** A4 on its side at 200 dots to the inch. */
export const sheetPx = { width: 2339, height: 1654, dotsPerInch: 200 } as const;
export const mapPx = { width: 2179, height: 1210 } as const;

const margin = 80;
const ink = '#16262d';
const softInk = '#4b5b62';

/** Draws the sheet: title and facts above, the map, then legend, scale, north and sources; mirrored right to left. */
export function drawSheet(sheet: Sheet): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = sheetPx.width;
  canvas.height = sheetPx.height;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.direction = sheet.isRightToLeft ? 'rtl' : 'ltr';
  pen.textAlign = 'start';
  pen.textBaseline = 'alphabetic';
  const begin = sheet.isRightToLeft ? sheetPx.width - margin : margin;
  const inward = sheet.isRightToLeft ? -1 : 1;
  const write = (
    text: string,
    x: number,
    y: number,
    size: number,
    colour = ink,
    weight = 400,
    most?: number,
  ) => {
    pen.font = `${weight} ${size}px ${sheet.fonts}`;
    pen.fillStyle = colour;
    pen.fillText(text, x, y, most);
  };

  const { words } = sheet;
  write(words.title, begin, 100, 52, ink, 700, mapPx.width);
  write(words.facts.join(' · '), begin, 148, 28, softInk, 400, mapPx.width);

  const top = 176;
  pen.drawImage(sheet.map, margin, top, mapPx.width, mapPx.height);
  pen.strokeStyle = softInk;
  pen.lineWidth = 2;
  pen.strokeRect(margin, top, mapPx.width, mapPx.height);
  drawNorth(pen, margin + mapPx.width - 70, top + 36, words.north, sheet.fonts);
  const ratio = sheet.map.width / mapPx.width;
  drawScale(pen, sheet, top + mapPx.height - 40, sheet.metresPerPixel * ratio);

  drawLegend(pen, sheet, begin, top + mapPx.height + 50, inward, write);
  const foot = sheetPx.height - 40;
  write(words.source, begin, foot - 76, 24, ink, 400, mapPx.width);
  write(words.credits, begin, foot - 40, 20, softInk, 400, mapPx.width);
  write(`${words.printed} · ${words.scale}`, begin, foot - 4, 20, softInk, 400, mapPx.width);
  return canvas;
}

type Write = (text: string, x: number, y: number, size: number, colour?: string) => void;

function drawLegend(
  pen: CanvasRenderingContext2D,
  { legend, fonts }: Sheet,
  begin: number,
  top: number,
  inward: 1 | -1,
  write: Write,
): void {
  if (legend === undefined) return;
  const box = 22;
  let x = begin;
  let y = top;
  pen.font = `400 24px ${fonts}`;
  for (const { title, colour } of legend.entries) {
    const width = box + 12 + pen.measureText(title).width + 36;
    if (x !== begin && Math.abs(x - begin) + width > mapPx.width) {
      x = begin;
      y += 38;
      if (y > top + 80) return;
    }
    pen.fillStyle = colour;
    pen.fillRect(inward === 1 ? x : x - box, y - box + 3, box, box);
    write(title, x + inward * (box + 12), y, 24);
    x += inward * width;
  }
}

function drawScale(
  pen: CanvasRenderingContext2D,
  { words, fonts }: Sheet,
  y: number,
  metresPerPixel: number,
): void {
  const { metres, pixels } = scaleBar(metresPerPixel, 420);
  const x = margin + 40;
  pen.fillStyle = 'rgb(255 255 255 / 0.85)';
  pen.fillRect(x - 20, y - 52, pixels + 40, 72);
  pen.fillStyle = ink;
  pen.fillRect(x, y - 8, pixels / 2, 12);
  pen.strokeStyle = ink;
  pen.lineWidth = 2;
  pen.strokeRect(x, y - 8, pixels, 12);
  pen.font = `400 24px ${fonts}`;
  pen.save();
  pen.textAlign = 'center';
  pen.fillText(words.length(metres), x + pixels / 2, y - 20);
  pen.restore();
}

function drawNorth(pen: CanvasRenderingContext2D, x: number, y: number, letter: string, fonts: string): void {
  pen.save();
  pen.fillStyle = 'rgb(255 255 255 / 0.85)';
  pen.beginPath();
  pen.arc(x, y + 40, 54, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = ink;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + 18, y + 50);
  pen.lineTo(x, y + 40);
  pen.lineTo(x - 18, y + 50);
  pen.fill();
  pen.font = `700 26px ${fonts}`;
  pen.textAlign = 'center';
  pen.fillText(letter, x, y + 80);
  pen.restore();
}
