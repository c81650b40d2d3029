import { ValidationError } from '@touchstone/domain';
import { checkedSettings, type OrganizationSettings } from './organization-settings.js';
import { isTimeZone } from './time-zone.js';

const good: OrganizationSettings = {
  name: ' Harbour Bank ',
  timeZone: 'Asia/Shanghai',
  weekStart: 1,
  locales: ['zh-CN', 'en'],
  minimumGroupSize: 5,
};

const problemsOf = (input: OrganizationSettings): string[] => {
  try {
    checkedSettings(input);
    return [];
  } catch (error) {
    return (error as ValidationError).fields.map(({ path, code }) => `${path} ${code}`);
  }
};

describe('the settings of an organisation', () => {
  it('are kept tidy: the name without blanks around it, the languages in one order', () => {
    expect(checkedSettings(good)).toEqual({ ...good, name: 'Harbour Bank', locales: ['en', 'zh-CN'] });
  });

  it.each<[Partial<OrganizationSettings>, string]>([
    [{ name: '   ' }, 'name required'],
    [{ name: 'x'.repeat(201) }, 'name too_long'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone isTimeZone'],
    [{ weekStart: 0 }, 'weekStart out_of_range'],
    [{ weekStart: 8 }, 'weekStart out_of_range'],
    [{ locales: [] }, 'locales required'],
    [{ locales: ['en', 'fr'] }, 'locales isIn'],
    [{ locales: ['en', 'en'] }, 'locales isIn'],
    [{ minimumGroupSize: 2 }, 'minimumGroupSize out_of_range'],
    [{ minimumGroupSize: 101 }, 'minimumGroupSize out_of_range'],
    [{ minimumGroupSize: 3.5 }, 'minimumGroupSize out_of_range'],
  ])('refuse %j', (change, problem) => expect(problemsOf({ ...good, ...change })).toEqual([problem]));

  it('take the ends of the ranges', () => {
    expect(problemsOf({ ...good, minimumGroupSize: 3, weekStart: 7 })).toEqual([]);
    expect(problemsOf({ ...good, minimumGroupSize: 100, name: 'x'.repeat(200) })).toEqual([]);
  });

  it('name every problem at once', () => {
    expect(problemsOf({ name: '', timeZone: '', weekStart: 9, locales: [], minimumGroupSize: 1 })).toEqual([
      'name required',
      'timeZone isTimeZone',
      'weekStart out_of_range',
      'locales required',
      'minimumGroupSize out_of_range',
    ]);
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/London', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
    'is %s',
    (name) => expect(isTimeZone(name)).toBe(true),
  );
  it.each(['', '+01:00', 'GMT+1', 'Europe/Atlantis', 'europe/london', 'CET; DROP TABLE team', 'local'])(
    'is not "%s"',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});
