import { instantOf, wallClock } from './zoned-time.js';

describe('zoned time', () => {
  it.each([
    ['2026-03-31T18:00', 'Asia/Shanghai', '2026-03-31T10:00:00.000Z'],
    ['2026-01-15T23:30', 'America/New_York', '2026-01-16T04:30:00.000Z'],
    ['2026-07-01T00:00', 'Europe/London', '2026-06-30T23:00:00.000Z'],
    ['2026-11-01T12:00', 'UTC', '2026-11-01T12:00:00.000Z'],
  ])('%s on the wall of %s is %s, and back', (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(wallClock(instant, zone)).toBe(wall);
  });

  it('finds the instant on both sides of a change of the clocks', () => {
    for (const wall of ['2026-03-29T00:30', '2026-03-29T03:30', '2026-10-25T00:30', '2026-10-25T03:30'])
      expect(wallClock(instantOf(wall, 'Europe/Berlin')!, 'Europe/Berlin')).toBe(wall);
  });

  it('gives nothing for what is no time', () => {
    expect(instantOf('', 'UTC')).toBeNull();
    expect(instantOf('tomorrow', 'UTC')).toBeNull();
  });
});
