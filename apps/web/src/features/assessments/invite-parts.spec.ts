import { inviteParts } from './invite-parts.js';
import { readInviteeList } from './invitee-list.js';

const lines = readInviteeList('Ana, ana@example.org, G\nBo,,G', [{ id: 'g', name: 'G' }]);
const shape = (byMail: boolean) =>
  inviteParts(lines, byMail).map((part) => [part.sendMail, part.lines.map((line) => line.name)]);

describe('inviteParts', () => {
  it('mails those with an address and hands links to the rest', () => {
    expect(shape(true)).toEqual([
      [true, ['Ana']],
      [false, ['Bo']],
    ]);
  });
  it('hands all links over when no mail is wanted', () => {
    expect(shape(false)).toEqual([[false, ['Ana', 'Bo']]]);
  });
  it('asks for nothing when there is nobody', () => {
    expect(inviteParts([], true)).toEqual([]);
  });
});
