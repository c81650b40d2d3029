import type { MapFieldsFragment } from './journey-map.generated.js';
import { mapImage, wrapped } from './map-image.js';

describe('a map as a picture', () => {
  it('breaks lines between words, inside long ones, and anywhere in Chinese', () => {
    expect(wrapped('Waits for an answer\nCalls', 80)).toEqual(['Waits for an', 'answer', 'Calls']);
    expect(wrapped('x'.repeat(25), 80).join('')).toBe('x'.repeat(25));
    expect(wrapped('客户在网点等待叫号', 60)).toEqual(['客户在网', '点等待叫', '号']);
    expect(wrapped('', 80)).toEqual(['']);
  });

  it('holds every text of the map, whatever letters are in it, and is as large as it needs to be', () => {
    const stage = (name: string, text: string) => ({
      id: name,
      name,
      cells: [{ lane: 'PAIN', text }],
      placements: [{ name: 'Call', teamName: 'Service', emotion: -2 }],
    });
    const map = { name: 'A & B', stages: [stage('First', 'a < b'), stage('Second', 'long '.repeat(80))] };
    const image = mapImage(map as unknown as MapFieldsFragment, (lane) => lane);
    for (const text of ['A &#38; B', 'First', 'a &#60; b', '• Call (Service)', '>-2<', 'BACK_STAGE'])
      expect(image.svg).toContain(text);
    expect(image.width).toBe(120 + 2 * 220 + 20);
    expect(image.height).toBeGreaterThan(500);
    expect(image.svg).not.toContain('METRICS');
  });
});
