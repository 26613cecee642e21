import type { Page } from 'playwright-core';

/** Side of one drawing on the sheet in pixels, four to a unit of its grid. */
export const side = 96;

const columns = 12;

/** The drawings side by side in black and white, no grey, as the address of a PNG that the browser made. */
export const drawSheet = (page: Page, drawings: readonly string[]): Promise<string> =>
  page.evaluate(
    async ({ drawings, side, columns }) => {
      const sheet = document.createElement('canvas');
      sheet.width = columns * side;
      sheet.height = Math.ceil(drawings.length / columns) * side;
      const pen = sheet.getContext('2d', { willReadFrequently: true });
      if (pen === null) throw new Error('This browser has no canvas.');
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, sheet.width, sheet.height);
      for (const [at, drawing] of drawings.entries()) {
        const image = new Image(side, side);
        image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
        await image.decode();
        pen.drawImage(image, (at % columns) * side, Math.floor(at / columns) * side, side, side);
      }
      const picture = pen.getImageData(0, 0, sheet.width, sheet.height);
      for (const [at, shade] of picture.data.entries()) picture.data[at] = shade < 128 ? 0 : 255;
      pen.putImageData(picture, 0, 0);
      return sheet.toDataURL('image/png');
    },
    { drawings, side, columns },
  );

/** Each square of a sheet, row by row, as its pixels from top left to bottom right: `1` is ink, `0` is paper. */
export const readSheet = (page: Page, png: string): Promise<string[]> =>
  page.evaluate(
    async ({ png, side }) => {
      const image = new Image();
      image.src = png;
      await image.decode();
      const sheet = document.createElement('canvas');
      sheet.width = image.width;
      sheet.height = image.height;
      const pen = sheet.getContext('2d', { willReadFrequently: true });
      if (pen === null) throw new Error('This browser has no canvas.');
      pen.drawImage(image, 0, 0);
      const across = image.width / side;
      return Array.from({ length: across * (image.height / side) }, (_, at) => {
        const { data } = pen.getImageData((at % across) * side, Math.floor(at / across) * side, side, side);
        return Array.from({ length: side * side }, (_, pixel) => ((data[pixel * 4] ?? 255) < 128 ? '1' : '0')).join('');
      });
    },
    { png, side },
  );

/** Which part of its pixels two squares do not share, from 0 to 1. */
export function difference(one: string, other: string): number {
  let differing = 0;
  for (let pixel = 0; pixel < one.length; pixel += 1) if (one[pixel] !== other[pixel]) differing += 1;
  return differing / one.length;
}

/** Whether there is ink within one unit of the square's edge, where a line of the live area cannot reach. */
export function touchesEdge(square: string): boolean {
  const margin = side / 24;
  const near = (at: number) => at < margin || at >= side - margin;
  return [...square].some((pixel, at) => pixel === '1' && (near(at % side) || near(Math.floor(at / side))));
}
