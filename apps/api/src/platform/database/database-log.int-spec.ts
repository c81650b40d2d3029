import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';

describe('the log of the database that is brought along', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase('template1');
  });
  afterAll(() => database.drop());

  it('names an error and not the values of the row that was refused', async () => {
    await database.query('CREATE TABLE addressed (address text CONSTRAINT address_taken PRIMARY KEY, rating int)');
    await database.query('ALTER TABLE addressed ADD CONSTRAINT rating_beyond CHECK (rating < 6)');
    const insert = (address: string, rating: number) =>
      database.query('INSERT INTO addressed VALUES ($1, $2)', [address, rating]);
    await insert('quiet.person@example.org', 3);
    await expect(insert('quiet.person@example.org', 4)).rejects.toThrow('address_taken');
    await expect(insert('other.person@example.org', 9)).rejects.toThrow('rating_beyond');
    const [log] = await database.query<{ text: string }>(`SELECT pg_read_file('server.log') AS text`);
    expect(log!.text).toContain('address_taken');
    expect(log!.text).toContain('rating_beyond');
    expect(log!.text).not.toMatch(/(quiet|other)\.person/);
  });
});
