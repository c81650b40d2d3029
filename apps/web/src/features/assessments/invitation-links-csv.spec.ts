import { csvCell, invitationLinksCsv } from './invitation-links-csv.js';

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@x'])('disarms %s', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });
  it('quotes separators, quotes and line breaks', () => {
    expect(csvCell('Berg, "Ana"\n')).toBe('"Berg, ""Ana""\n"');
  });
  it('leaves ordinary text alone', () => {
    expect(csvCell('李明')).toBe('李明');
  });
});

describe('invitationLinksCsv', () => {
  it('begins with a byte-order mark and holds one line per link', () => {
    const csv = invitationLinksCsv(
      ['name', 'email', 'group', 'link'],
      [{ name: '李明', email: 'li@example.org', group: '高管', link: 'https://t.example/r/abc' }],
    );
    expect(csv).toBe('\uFEFFname,email,group,link\r\n李明,li@example.org,高管,https://t.example/r/abc\r\n');
  });
});
