import { filtersOfQuery, LONGEST_FILTER, queryOfFilters, VIEW_FILTERS, VIEW_PAGES, viewQuery } from './saved-view.js';

describe('what is kept of a list’s filters', () => {
  it('is each filter once, in the order of the page, so that equal filters are equal texts', () => {
    expect(viewQuery('alerts', 'mine=true&state=OPEN&q=')).toEqual({ query: 'state=OPEN&mine=true' });
    expect(viewQuery('alerts', '?state=OPEN&mine=true')).toEqual({ query: 'state=OPEN&mine=true' });
    expect(viewQuery('journeys', 'q=开户 & co'.replace('&', '%26'))).toEqual({
      query: 'q=%E5%BC%80%E6%88%B7+%26+co',
    });
  });

  it('is nothing but filters that the page has, of a length that a person types', () => {
    expect(viewQuery('alerts', '')).toEqual({ problem: 'required' });
    expect(viewQuery('alerts', 'q=')).toEqual({ problem: 'required' });
    expect(viewQuery('alerts', 'rules=true')).toEqual({ problem: 'unknown' });
    expect(viewQuery('journeys', 'mine=true')).toEqual({ problem: 'unknown' });
    expect(viewQuery('alerts', 'q=a&q=b')).toEqual({ problem: 'twice' });
    expect(viewQuery('alerts', `q=${'x'.repeat(LONGEST_FILTER)}`)).toHaveProperty('query');
    expect(viewQuery('alerts', `q=${'x'.repeat(LONGEST_FILTER + 1)}`)).toEqual({ problem: 'too_long' });
  });

  it('goes from the address and back to it', () => {
    const search = { q: 'true', mine: true, rules: true, team: undefined, view: 'some view' };
    const query = queryOfFilters('alerts', search);
    expect(query).toBe('q=true&mine=true');
    expect(filtersOfQuery('alerts', query)).toEqual({
      q: 'true',
      mine: true,
      state: undefined,
      rule: undefined,
      severity: undefined,
      team: undefined,
      metric: undefined,
    });
    expect(queryOfFilters('alerts', { rules: true })).toBe('');
  });

  it('fits the column it is kept in, whatever is typed', () => {
    for (const page of VIEW_PAGES) {
      const worst = new URLSearchParams(
        VIEW_FILTERS[page].map((name): [string, string] => [name, '汉'.repeat(LONGEST_FILTER)]),
      );
      const kept = viewQuery(page, worst.toString());
      expect('query' in kept && kept.query.length).toBeLessThanOrEqual(20_000);
    }
  });
});
