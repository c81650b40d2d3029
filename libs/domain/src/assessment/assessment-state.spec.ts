import fc from 'fast-check';
import {
  allowedVerbs,
  ASSESSMENT_STATES,
  ASSESSMENT_VERBS,
  type AssessmentFacts,
  type AssessmentState,
  type AssessmentVerb,
  groupsThatCannotShow,
  mayChange,
  transition,
} from './assessment-state.js';

const now = new Date('2026-03-01T09:00:00Z');
const ready: AssessmentFacts = {
  state: 'draft',
  modelVersion: { published: true },
  deadline: new Date('2026-03-31T16:00:00Z'),
  minimumGroupSize: 5,
  raterGroups: [
    { id: 'executives', expected: 8, invitations: 0 },
    { id: 'front_line', expected: null, invitations: 120 },
  ],
  submissions: 90,
  resultsComputed: true,
  pendingSteps: [],
};

const codes = (facts: AssessmentFacts, verb: AssessmentVerb) => {
  const answer = transition(facts, verb, now);
  return answer.allowed ? answer.to : answer.reasons.map((reason) => reason.code);
};

describe('transition', () => {
  it('walks a wave from draft to archive', () => {
    expect(codes(ready, 'open')).toBe('open');
    expect(codes({ ...ready, state: 'open' }, 'close')).toBe('closed');
    expect(codes({ ...ready, state: 'closed' }, 'publish')).toBe('published');
    expect(codes({ ...ready, state: 'published' }, 'archive')).toBe('archived');
  });

  it.each<[AssessmentState, readonly AssessmentVerb[]]>([
    ['draft', ['open', 'archive']],
    ['open', ['close']],
    ['closed', ['reopen', 'publish', 'archive']],
    ['published', ['archive']],
    ['archived', []],
  ])('knows only these ways out of %s', (state, ways) => {
    const rightState = ASSESSMENT_VERBS.filter((verb) => {
      const answer = transition({ ...ready, state }, verb, now);
      return answer.allowed || answer.reasons.every((reason) => reason.code !== 'WRONG_STATE');
    });
    expect(rightState).toEqual(ways);
  });

  it('names everything that keeps a draft from opening at once', () => {
    const empty = { ...ready, modelVersion: null, deadline: null, raterGroups: [], minimumGroupSize: 2 };
    expect(codes(empty, 'open')).toEqual([
      'NO_MODEL_VERSION',
      'NO_RATER_GROUP',
      'NO_DEADLINE',
      'MINIMUM_GROUP_SIZE_TOO_SMALL',
    ]);
  });

  it('opens only on a published model version', () => {
    expect(codes({ ...ready, modelVersion: { published: false } }, 'open')).toEqual(['MODEL_VERSION_NOT_PUBLISHED']);
  });

  it('names the rater group that has nobody to ask', () => {
    const raterGroups = [...ready.raterGroups, { id: 'partners', expected: 0, invitations: 0 }];
    expect(transition({ ...ready, raterGroups }, 'open', now)).toEqual({
      allowed: false,
      reasons: [{ code: 'NOBODY_TO_ASK', raterGroupId: 'partners' }],
    });
  });

  it('counts a deadline that is now as passed', () => {
    expect(codes({ ...ready, deadline: now }, 'open')).toEqual(['DEADLINE_PASSED']);
  });

  it.each([
    [2, ['MINIMUM_GROUP_SIZE_TOO_SMALL']],
    [3.5, ['MINIMUM_GROUP_SIZE_TOO_SMALL']],
    [3, 'open'],
  ])('takes a minimum group size of %d for what it is', (minimumGroupSize, answer) => {
    expect(codes({ ...ready, minimumGroupSize }, 'open')).toEqual(answer);
  });

  it('reopens before results exist and never after', () => {
    const closed: AssessmentFacts = { ...ready, state: 'closed', resultsComputed: false };
    expect(codes(closed, 'reopen')).toBe('open');
    expect(codes({ ...closed, resultsComputed: true }, 'reopen')).toEqual(['RESULTS_ALREADY_COMPUTED']);
    expect(codes({ ...closed, deadline: new Date('2026-02-01T00:00:00Z') }, 'reopen')).toEqual(['DEADLINE_PASSED']);
  });

  it('publishes only computed results of somebody, once its review steps are over', () => {
    const closed: AssessmentFacts = {
      ...ready,
      state: 'closed',
      submissions: 0,
      resultsComputed: false,
      pendingSteps: ['validation', 'consensus', 'consensus'],
    };
    expect(codes(closed, 'publish')).toEqual([
      'NO_SUBMISSIONS',
      'RESULTS_NOT_COMPUTED',
      'VALIDATION_PENDING',
      'CONSENSUS_PENDING',
    ]);
  });

  it('never leads back to draft, and nothing leads out of the archive', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ASSESSMENT_VERBS), { maxLength: 12 }), (verbs) => {
        let facts = { ...ready, resultsComputed: false };
        const visited: AssessmentState[] = [facts.state];
        for (const verb of verbs) {
          const answer = transition(facts, verb, now);
          if (!answer.allowed) continue;
          facts = { ...facts, state: answer.to };
          visited.push(answer.to);
        }
        expect(visited.slice(1)).not.toContain('draft');
        expect(visited.includes('archived') ? visited.indexOf('archived') : visited.length - 1).toBe(
          visited.length - 1,
        );
      }),
    );
  });
});

describe('allowedVerbs', () => {
  it('offers what transition allows', () => {
    expect(allowedVerbs({ ...ready, state: 'closed', resultsComputed: false }, now)).toEqual(['reopen', 'archive']);
  });
});

describe('groupsThatCannotShow', () => {
  it('names groups that stay below the minimum even if everybody answers', () => {
    const raterGroups = [
      { id: 'four-expected', expected: 4, invitations: 0 },
      { id: 'four-expected-six-invited', expected: 4, invitations: 6 },
      { id: 'unknown', expected: null, invitations: 2 },
    ];
    expect(groupsThatCannotShow({ ...ready, raterGroups })).toEqual(['four-expected', 'unknown']);
  });
});

describe('mayChange', () => {
  it('fixes from the opening on what respondents were told', () => {
    for (const field of ['anonymity', 'minimumGroupSize', 'modelVersion', 'raterGroups', 'scope', 'period'] as const)
      expect(ASSESSMENT_STATES.filter((state) => mayChange(state, field))).toEqual(['draft']);
  });

  it('lets a running wave be extended and its people be added', () => {
    for (const field of ['deadline', 'expectedSizes', 'invitations'] as const)
      expect(ASSESSMENT_STATES.filter((state) => mayChange(state, field))).toEqual(['draft', 'open']);
    expect(mayChange('archived', 'name')).toBe(false);
  });
});
