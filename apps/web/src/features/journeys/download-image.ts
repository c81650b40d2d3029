import type { MapImage } from './map-image.js';

/** Twice the size on screen: sharp on paper and on large screens. */
const SCALE = 2;

/** Saves a drawing as it is, or as pixels. */
export async function downloadImage(image: MapImage, name: string, format: 'svg' | 'png'): Promise<void> {
  const svg = new Blob([image.svg], { type: 'image/svg+xml' });
  save(format === 'svg' ? svg : await pixels(image, svg), `${name}.${format}`);
}

async function pixels({ width, height }: MapImage, svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large to draw.')))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
