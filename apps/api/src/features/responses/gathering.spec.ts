import { setImmediate as turn } from 'node:timers/promises';
import { Gathering, type Outcome } from './gathering.js';

const mine = () => false;
const doubled = (item: number): Outcome<number> => ({ result: item * 2 });

describe('gathering', () => {
  it('lets what comes alone go at once and alone', async () => {
    const rounds: number[][] = [];
    const gathering = new Gathering<number, number>(
      { together: 10, sideBySide: 1 },
      async (items) => {
        rounds.push([...items]);
        return items.map(doubled);
      },
      mine,
    );
    expect(await gathering.add('a', 1)).toBe(2);
    expect(await gathering.add('a', 2)).toBe(4);
    expect(rounds).toEqual([[1], [2]]);
  });

  it('gathers what arrives meanwhile, up to the most, and keeps keys apart', async () => {
    const rounds: string[][] = [];
    const gathering = new Gathering<string, string>(
      { together: 2, sideBySide: 1 },
      async (items) => {
        rounds.push([...items]);
        await turn();
        return items.map((item) => ({ result: item }));
      },
      mine,
    );
    const items = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2'];
    expect(await Promise.all(items.map((item) => gathering.add(item[0]!, item)))).toEqual(items);
    expect(rounds.filter(([first]) => first!.startsWith('a'))).toEqual([['a1'], ['a2', 'a3'], ['a4']]);
    expect(rounds.filter(([first]) => first!.startsWith('b'))).toEqual([['b1'], ['b2']]);
  });

  it('has as many rounds under way as it may', async () => {
    let underWay = 0;
    let most = 0;
    const gathering = new Gathering<number, number>(
      { together: 2, sideBySide: 2 },
      async (items) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await turn();
        underWay -= 1;
        return items.map(doubled);
      },
      mine,
    );
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map((item) => gathering.add('a', item)))).toEqual([2, 4, 6, 8, 10, 12]);
    expect(most).toBe(2);
  });

  it('refuses one without touching the others', async () => {
    const gathering = new Gathering<number, number>(
      { together: 10, sideBySide: 1 },
      async (items) => {
        await turn();
        return items.map((item) => (item === 3 ? { refusal: new Error('three') } : doubled(item)));
      },
      mine,
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => gathering.add('a', item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('does not try again what fails for everybody', async () => {
    const sizes: number[] = [];
    const gathering = new Gathering<number, number>(
      { together: 10, sideBySide: 1 },
      async (items) => {
        sizes.push(items.length);
        await turn();
        throw new Error('gone');
      },
      (error) => (error as Error).message === 'gone',
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => gathering.add('a', item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(sizes).toEqual([1, 3]);
  });

  it('does a round that failed again one by one', async () => {
    const sizes: number[] = [];
    const gathering = new Gathering<number, number>(
      { together: 10, sideBySide: 1 },
      async (items) => {
        sizes.push(items.length);
        await turn();
        if (items.includes(3)) throw new Error('poison');
        return items.map(doubled);
      },
      mine,
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => gathering.add('a', item)));
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'))).toEqual([
      2,
      4,
      'refused',
      8,
    ]);
    expect(sizes).toEqual([1, 3, 1, 1, 1]);
    expect(await gathering.add('a', 5)).toBe(10);
  });
});
