/** Small model files for tests: one per scoring method, each as a stranger could have written it. */

export const CONTINUOUS_MODEL = `format: touchstone/maturity-model@1
id: small
version: 1.0.0
licence: CC0-1.0
locales: [en, zh-CN]
name: { en: Small model, zh-CN: 小模型 }
description: { en: For tests., zh-CN: 测试用。 }
notApplicable: true
levels:
  - { value: 1, id: first, name: { en: First, zh-CN: 一 }, description: { en: Begins., zh-CN: 起步。 } }
  - { value: 2, id: second, name: { en: Second, zh-CN: 二 }, description: { en: Goes on., zh-CN: 继续。 } }
  - { value: 3, id: third, name: { en: Third, zh-CN: 三 }, description: { en: Arrives., zh-CN: 到达。 } }
scoring: { method: continuous }
answerSets:
  agreement:
    - { value: 1, label: { en: Disagree, zh-CN: 不同意 } }
    - { value: 2, label: { en: Neither, zh-CN: 一般 } }
    - { value: 5, label: { en: Agree, zh-CN: 同意 } }
dimensions:
  - id: listening
    name: { en: Listening, zh-CN: 倾听 }
    description: { en: Hearing customers., zh-CN: 听见客户。 }
    weight: 2
    practices:
      - id: asking
        name: { en: Asking, zh-CN: 询问 }
        description: { en: Asking customers., zh-CN: 询问客户。 }
        descriptors:
          1: { en: Nobody asks., zh-CN: 无人询问。 }
          2: { en: Some ask., zh-CN: 有人询问。 }
          3: { en: All ask., zh-CN: 人人询问。 }
      - id: reading
        name: { en: Reading, zh-CN: 阅读 }
        description: { en: Reading answers., zh-CN: 阅读回答。 }
        weight: 3
        prerequisites: [{ practice: asking, level: 2 }]
        descriptors:
          1: { en: Nobody reads., zh-CN: 无人阅读。 }
          2: { en: Some read., zh-CN: 有人阅读。 }
          3: { en: All read., zh-CN: 人人阅读。 }
        items:
          - { id: reading-level, type: level, text: { en: Which?, zh-CN: 哪一级？ }, weight: 2 }
          - { id: reading-agreed, type: likert, text: { en: We read., zh-CN: 我们阅读。 }, answers: agreement }
          - { id: reading-share, type: percentage, text: { en: Share?, zh-CN: 比例？ }, notApplicable: false }
          - { id: reading-why, type: text, text: { en: Why?, zh-CN: 为什么？ } }
  - id: acting
    name: { en: Acting, zh-CN: 行动 }
    description: { en: Doing something., zh-CN: 有所行动。 }
    practices:
      - id: fixing
        name: { en: Fixing, zh-CN: 修复 }
        description: { en: Fixing things., zh-CN: 修复问题。 }
        descriptors:
          1: { en: Nobody fixes., zh-CN: 无人修复。 }
          2: { en: Some fix., zh-CN: 有人修复。 }
          3: { en: All fix., zh-CN: 人人修复。 }
`;

export const STAGED_MODEL = CONTINUOUS_MODEL.replace(
  'scoring: { method: continuous }',
  'scoring: { method: staged, satisfaction: 0.5 }',
);

function question(practice: string, stream: string, level: number): string {
  return `          - { id: ${practice}-${stream}${level}, type: choice, stream: ${stream}, level: ${level}, answers: coverage, text: { en: Done? } }`;
}

function streamPractice(id: string): string {
  const questions = ['a', 'b'].flatMap((stream) => [1, 2, 3].map((level) => question(id, stream, level)));
  return `      - id: ${id}
        name: { en: ${id} }
        description: { en: Practice ${id}. }
        streams: [{ id: a, name: { en: Doing } }, { id: b, name: { en: Proving } }]
        descriptors: { 0: { en: None. }, 1: { en: Ad hoc. }, 2: { en: Planned. }, 3: { en: Proven. } }
        items:
${questions.join('\n')}`;
}

/** Two dimensions of one practice each, two streams, a question per stream and level, answers 0, 0.25, 0.5 and 1. */
export const STREAM_SUMS_MODEL = `format: touchstone/maturity-model@1
id: sums
version: 2.1.0
licence: CC0-1.0
locales: [en]
name: { en: Sums }
description: { en: For tests. }
notApplicable: true
levels:
  - { value: 0, id: none, name: { en: None }, description: { en: Nothing. } }
  - { value: 1, id: one, name: { en: One }, description: { en: Something. } }
  - { value: 2, id: two, name: { en: Two }, description: { en: Much. } }
  - { value: 3, id: three, name: { en: Three }, description: { en: All. } }
scoring: { method: stream-sums }
answerSets:
  coverage:
    - { value: 0, label: { en: 'No' } }
    - { value: 0.25, label: { en: Some } }
    - { value: 0.5, label: { en: Most } }
    - { value: 1, label: { en: All } }
dimensions:
  - id: govern
    name: { en: Govern }
    description: { en: Govern. }
    practices:
${streamPractice('strategy')}
  - id: verify
    name: { en: Verify }
    description: { en: Verify. }
    practices:
${streamPractice('testing')}
`;
