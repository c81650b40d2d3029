import { compareVersions, modelFamilies, type ModelVersionSummary } from './model-library.js';

const version = (over: Partial<ModelVersionSummary>): ModelVersionSummary => ({
  id: `${over.modelKey}-${over.version}`,
  modelKey: 'm',
  version: '1.0.0',
  name: { en: 'Model', 'zh-CN': '模型' },
  description: { en: '' },
  state: 'PUBLISHED',
  scoringMethod: 'CONTINUOUS',
  levelCount: 5,
  dimensionCount: 4,
  practiceCount: 20,
  locales: ['en', 'zh-CN'],
  publishedAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  assessmentCount: 0,
  ...over,
});

describe('modelFamilies', () => {
  it('shows the newest published version and keeps the others behind it, newest first', () => {
    const [family] = modelFamilies(
      [
        version({ version: '1.0.0' }),
        version({ version: '2.0.0', state: 'DRAFT' }),
        version({ version: '1.10.0' }),
        version({ version: '1.9.0' }),
      ],
      '',
      'en',
    );
    expect(family!.current.version).toBe('1.10.0');
    expect(family!.others.map((other) => other.version)).toEqual(['2.0.0', '1.9.0', '1.0.0']);
  });

  it('falls back to a draft while nothing is published', () => {
    expect(modelFamilies([version({ state: 'DRAFT' })], '', 'en')[0]!.current.state).toBe('DRAFT');
  });

  it('finds a model by its name in any language', () => {
    const versions = [version({}), version({ modelKey: 'other', name: { en: 'Other' } })];
    expect(modelFamilies(versions, '模', 'en').map((family) => family.modelKey)).toEqual(['m']);
    expect(modelFamilies(versions, 'OTHER', 'en').map((family) => family.modelKey)).toEqual(['other']);
  });
});

describe('compareVersions', () => {
  it.each([
    ['1.0.0', '1.0.0', 0],
    ['1.0.0-rc.1', '1.0.0', -1],
    ['1.10.0', '1.9.9', 1],
    ['1.0.0-rc.2', '1.0.0-rc.10', -1],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
