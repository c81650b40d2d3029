import {
  cycleThrough,
  enterPainPointState,
  enterStage,
  type FeedbackFacts,
  FEEDBACK_STATES,
  INITIATIVE_STAGES,
  type InitiativeFacts,
  type InitiativeStage,
  nextPainPointStates,
  nextStages,
  PAIN_POINT_STATES,
  type PainPointFacts,
  type Step,
  triageFeedback,
} from './index.js';

const codesOf = (step: Step<string>): string[] => (step.allowed ? [] : step.unmet.map(({ code }) => code));
const sealed = { id: 'r', sealed: true, refusals: 0, settledOn: '2026-03-15', verdict: 'proven', watch: null } as const;
const ready: InitiativeFacts = {
  stage: 'proposed',
  today: '2026-06-01',
  hypothesis: {
    change: 'a call back within a day',
    effect: 'fewer repeat calls',
    reason: 'most ask for the state of their case',
  },
  ownerId: 'o',
  sponsorId: 's',
  problems: 1,
  startsOn: '2026-01-01',
  launchedOn: '2026-03-01',
  actions: { open: 0, all: 3 },
  dependencies: [],
  registrations: [sealed],
  gates: [],
  decisions: [],
  reason: '',
};
const enter = (to: InitiativeStage, changes: Partial<InitiativeFacts> = {}) => enterStage({ ...ready, ...changes }, to);

describe('the stages of an initiative', () => {
  it('lead from the proposal to the end when every condition is met', () => {
    const path: InitiativeStage[] = ['proposed', 'approved', 'in_progress', 'launched', 'evaluating', 'closed'];
    path
      .slice(1)
      .forEach((to, i) => expect(enter(to, { stage: path[i]! })).toEqual({ allowed: true, from: path[i], to }));
  });

  it('are not jumped over, and withdrawn is the end', () => {
    const legal = new Set(
      INITIATIVE_STAGES.flatMap((stage) => nextStages({ ...ready, stage }).map(({ to }) => `${stage} ${to}`)),
    );
    expect(legal.size).toBe(12);
    for (const stage of INITIATIVE_STAGES)
      for (const to of INITIATIVE_STAGES)
        if (!legal.has(`${stage} ${to}`)) expect(codesOf(enter(to, { stage }))).toEqual(['WRONG_STAGE']);
    expect(nextStages({ ...ready, stage: 'withdrawn' })).toEqual([]);
  });

  it.each<[string, InitiativeStage, Partial<InitiativeFacts>, string[]]>([
    [
      'everything at once for an empty proposal',
      'approved',
      { hypothesis: { change: ' ', effect: '', reason: '' }, ownerId: null, sponsorId: null, problems: 0 },
      ['HYPOTHESIS_INCOMPLETE', 'NO_OWNER', 'NO_SPONSOR', 'NO_PROBLEM'],
    ],
    ['a beginning', 'in_progress', { stage: 'approved', startsOn: null, ownerId: null }, ['NO_OWNER', 'NO_START']],
    [
      'what it depends on',
      'launched',
      {
        stage: 'in_progress',
        dependencies: [
          { id: 'a', stage: 'approved' },
          { id: 'b', stage: 'withdrawn' },
          { id: 'c', stage: 'closed' },
        ],
      },
      ['DEPENDENCY_WITHDRAWN', 'DEPENDENCY_NOT_LAUNCHED'],
    ],
    [
      'an action and a day',
      'launched',
      { stage: 'in_progress', actions: { open: 0, all: 0 }, launchedOn: null },
      ['NO_ACTION', 'NO_LAUNCH_DAY'],
    ],
    ['a day that has come', 'launched', { stage: 'in_progress', launchedOn: '2026-06-02' }, ['LAUNCH_IN_FUTURE']],
    [
      'an effect that can be judged',
      'launched',
      { stage: 'in_progress', registrations: [{ ...sealed, sealed: false, refusals: 2 }] },
      ['REGISTRATION_REFUSED'],
    ],
    ['something to evaluate', 'evaluating', { stage: 'launched', registrations: [] }, ['NO_SEALED_REGISTRATION']],
    [
      'the settling time',
      'evaluating',
      { stage: 'launched', registrations: [{ ...sealed, settledOn: '2026-06-02' }] },
      ['STILL_SETTLING'],
    ],
    [
      'the verdict and the actions',
      'closed',
      { stage: 'evaluating', registrations: [{ ...sealed, verdict: null }], actions: { open: 2, all: 3 } },
      ['VERDICT_OUTSTANDING', 'ACTIONS_OPEN'],
    ],
    [
      'the evaluation of what was registered',
      'closed',
      { stage: 'launched', registrations: [{ ...sealed, verdict: null }] },
      ['EVALUATION_OUTSTANDING'],
    ],
    ['a reason to close without a verdict', 'closed', { stage: 'launched', registrations: [] }, ['REASON_MISSING']],
    [
      'a reason to withdraw, and the registration withdrawn',
      'withdrawn',
      { stage: 'launched' },
      ['REASON_MISSING', 'REGISTRATION_STANDS'],
    ],
    ['a gain that has faded', 'evaluating', { stage: 'closed' }, ['GAIN_NOT_FADED']],
    ['nothing where it has', 'evaluating', { stage: 'closed', registrations: [{ ...sealed, watch: 'faded' }] }, []],
  ])('ask for %s', (_, to, changes, codes) => {
    expect(codesOf(enter(to, changes))).toEqual(codes);
  });

  it.each([
    [null, ['DECISION_MISSING']],
    ['waiting', ['DECISION_WAITING']],
    ['returned', ['DECISION_RETURNED']],
    ['rejected', ['DECISION_REJECTED']],
    ['approved', []],
  ] as const)('ask at a gate for a decision: %s', (state, codes) => {
    const decisions = state === null ? [] : [{ opensStage: 'approved' as const, state }];
    expect(codesOf(enter('approved', { gates: ['approved'], decisions }))).toEqual(codes);
    // A decision for another gate opens nothing.
    expect(codesOf(enter('in_progress', { stage: 'approved', gates: ['in_progress'], decisions }))).toEqual([
      'DECISION_MISSING',
    ]);
  });

  it('say with every condition what to do', () => {
    const step = enter('approved', { ownerId: null });
    expect(step).toEqual({
      allowed: false,
      from: 'proposed',
      to: 'approved',
      unmet: [{ code: 'NO_OWNER', remedy: 'Name an owner.', params: {} }],
    });
  });
});

describe('cycleThrough', () => {
  const edges = (text: string) =>
    [...text].filter((_, i) => i % 3 === 0).map((a, i) => ({ initiativeId: a, needsId: text[i * 3 + 1]! }));

  it('names the circle that a dependency would close, the shortest one', () => {
    expect(cycleThrough({ initiativeId: 'a', needsId: 'b' }, edges('bc cd da ba'))).toEqual(['a', 'b', 'a']);
    expect(cycleThrough({ initiativeId: 'a', needsId: 'b' }, edges('bc cd da'))).toEqual(['a', 'b', 'c', 'd', 'a']);
    expect(cycleThrough({ initiativeId: 'a', needsId: 'a' }, [])).toEqual(['a', 'a']);
  });

  it('has nothing against a diamond', () => {
    expect(cycleThrough({ initiativeId: 'a', needsId: 'b' }, edges('ac bd cd'))).toBeNull();
  });
});

describe('the states of a pain point', () => {
  const known: PainPointFacts = {
    state: 'new',
    severity: 4,
    frequency: { count: 30, base: 400 },
    evidence: 2,
    touchpoints: 1,
    initiatives: [{ stage: 'closed', verdict: 'proven', watch: null }],
    reason: '',
  };
  const to = (state: PainPointFacts['state'], target: PainPointFacts['state'], changes: Partial<PainPointFacts> = {}) =>
    codesOf(enterPainPointState({ ...known, ...changes, state }, target));

  it('lead from the first mention to the proof', () => {
    expect([
      to('new', 'confirmed'),
      to('confirmed', 'planned'),
      to('planned', 'fixed'),
      to('fixed', 'verified'),
    ]).toEqual([[], [], [], []]);
  });

  it('ask for evidence, an initiative, its launch and its proof', () => {
    expect(to('new', 'confirmed', { severity: null, frequency: null, evidence: 0, touchpoints: 0 })).toEqual([
      'NO_SEVERITY',
      'NO_FREQUENCY',
      'NO_EVIDENCE',
      'NO_TOUCHPOINT',
    ]);
    const withdrawn = { stage: 'withdrawn', verdict: 'proven', watch: null } as const;
    expect(to('confirmed', 'planned', { initiatives: [withdrawn] })).toEqual(['NO_INITIATIVE']);
    expect(to('planned', 'fixed', { initiatives: [{ ...withdrawn, stage: 'in_progress' }] })).toEqual(['NOT_LAUNCHED']);
    expect(to('fixed', 'verified', { initiatives: [{ stage: 'closed', verdict: 'not_proven', watch: null }] })).toEqual(
      ['NOT_PROVEN'],
    );
    expect(to('new', 'dismissed')).toEqual(['REASON_MISSING']);
  });

  it('go back when a plan falls through or a gain fades, and not otherwise', () => {
    expect(to('planned', 'confirmed')).toEqual(['STILL_PLANNED']);
    expect(to('planned', 'confirmed', { initiatives: [] })).toEqual([]);
    expect(to('verified', 'confirmed', { reason: 'it came back' })).toEqual(['STILL_HELPING']);
    const faded = { initiatives: [{ stage: 'closed', verdict: 'proven', watch: 'faded' }] } as const;
    expect(to('verified', 'confirmed', { ...faded, reason: 'it came back' })).toEqual([]);
    expect(to('verified', 'confirmed', faded)).toEqual(['REASON_MISSING']);
  });

  it('are not jumped over', () => {
    const legal = new Set(
      PAIN_POINT_STATES.flatMap((state) =>
        nextPainPointStates({ ...known, state }).map((step) => `${state} ${step.to}`),
      ),
    );
    expect(legal.size).toBe(11);
    for (const state of PAIN_POINT_STATES)
      for (const target of PAIN_POINT_STATES)
        if (!legal.has(`${state} ${target}`)) expect(to(state, target)).toEqual(['WRONG_STATE']);
  });
});

describe('the states of feedback', () => {
  const facts: FeedbackFacts = {
    id: 'a',
    state: 'new',
    painPoint: { state: 'confirmed', merged: false },
    target: { id: 'b', state: 'new' },
    mergedIntoThis: 0,
    reason: 'spam',
  };
  const to = (state: FeedbackFacts['state'], target: FeedbackFacts['state'], changes: Partial<FeedbackFacts> = {}) =>
    codesOf(triageFeedback({ ...facts, ...changes, state }, target));

  it('lead out of the inbox in three ways and back', () => {
    for (const state of FEEDBACK_STATES.filter((each) => each !== 'new')) {
      expect(to('new', state)).toEqual([]);
      expect(to(state, 'new')).toEqual([]);
    }
    expect(to('linked', 'linked')).toEqual([]);
  });

  it.each<[FeedbackFacts['state'], FeedbackFacts['state'], Partial<FeedbackFacts>, string]>([
    ['new', 'linked', { painPoint: null }, 'NO_PAIN_POINT'],
    ['new', 'linked', { painPoint: { state: 'dismissed', merged: false } }, 'PAIN_POINT_CLOSED'],
    ['new', 'linked', { painPoint: { state: 'new', merged: true } }, 'PAIN_POINT_CLOSED'],
    ['new', 'merged', { target: null }, 'NO_TARGET'],
    ['new', 'merged', { target: { id: 'a', state: 'new' } }, 'MERGED_INTO_ITSELF'],
    ['new', 'merged', { target: { id: 'b', state: 'merged' } }, 'TARGET_MERGED'],
    ['new', 'merged', { mergedIntoThis: 2 }, 'OTHERS_MERGED_INTO_IT'],
    ['new', 'dismissed', { reason: ' ' }, 'REASON_MISSING'],
    ['new', 'new', {}, 'WRONG_STATE'],
    ['dismissed', 'linked', {}, 'WRONG_STATE'],
  ])('refuse %s to %s with %j as %s', (state, target, changes, code) => {
    expect(to(state, target, changes)).toEqual([code]);
  });
});
