import { MapCompany, SILENT_AFTER_MS } from './map-company.js';

const looking = (membershipId: string) => ({ membershipId, stageId: null, lane: null });
const writing = (membershipId: string) => ({ membershipId, stageId: 'stage', lane: 'pain' });

describe('the company at a map', () => {
  it('is everybody else, once each, where they write', () => {
    const company = new MapCompany('me');
    company.heard('1', looking('me'), 0);
    company.heard('2', writing('ana'), 0);
    company.heard('3', looking('ana'), 0);
    company.heard('4', looking('bo'), 0);
    expect(company.others(1)).toEqual([writing('ana'), looking('bo')]);
  });

  it('keeps whoever goes from one cell to the next, and loses whoever stays away', () => {
    const company = new MapCompany('me');
    company.heard('1', writing('ana'), 0);
    company.leaves('1');
    expect(company.others(1)).toEqual([writing('ana')]);
    company.heard('2', looking('ana'), 2);
    expect(company.others(2)).toEqual([looking('ana')]);
    company.gone('1');
    company.gone('2');
    expect(company.others(3)).toEqual([looking('ana')]);
    company.leaves('2');
    company.gone('2');
    expect(company.others(3)).toEqual([]);
  });

  it('counts nobody who has not been heard of for long', () => {
    const company = new MapCompany('me');
    company.heard('1', looking('ana'), 0);
    expect(company.others(SILENT_AFTER_MS)).toEqual([looking('ana')]);
    expect(company.others(SILENT_AFTER_MS + 1)).toEqual([]);
  });
});
