import { likeness, nearNames } from './near-names.js';

const library = ['Call centre', 'Call-center', 'Mobile app: sign-up', '手机银行开户', '客服电话'].map((name) => ({
  name,
}));
const near = (name: string) => nearNames(name, library).map((each) => each.name);

describe('near names', () => {
  it('are found whatever the spelling, the nearest first', () => {
    expect(near('call center')).toEqual(['Call-center', 'Call centre']);
    expect(near('Sign-up in the mobile app')).toEqual(['Mobile app: sign-up']);
    expect(near('手机银行')).toEqual(['手机银行开户']);
    expect(near('Branch')).toEqual([]);
  });

  it('go from nothing in common to the same', () => {
    expect([likeness('Call', 'call'), likeness('a', 'b'), likeness('Call', 'Visit')]).toEqual([1, 0, 0]);
  });
});
