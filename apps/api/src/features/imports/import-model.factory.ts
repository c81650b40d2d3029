import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MaturityModel, parseMaturityModel } from '@touchstone/domain';
import type { ImportGroup } from './group-names.js';

const parsed = (source: string): MaturityModel => {
  const outcome = parseMaturityModel(source);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.model;
};

/** The model that offices will mostly hold answers to. */
export const shippedModel = (): MaturityModel =>
  parsed(
    readFileSync(
      fileURLToPath(new URL('../../../../../models/easy-experience-maturity.yaml', import.meta.url)),
      'utf8',
    ),
  );

/** One practice with an item of every kind, one with a single level item. */
export const mixedModel = (): MaturityModel =>
  parsed(`format: touchstone/maturity-model@1
id: mixed
version: 1.0.0
licence: CC0-1.0
locales: [en, zh-CN]
name: { en: Mixed, zh-CN: 混合 }
description: { en: For tests., zh-CN: 测试用。 }
notApplicable: true
levels:
  - { value: 1, id: begun, name: { en: Begun, zh-CN: 起步 }, description: { en: Begins., zh-CN: 起步。 } }
  - { value: 2, id: managed, name: { en: Managed, zh-CN: 已管理 }, description: { en: Goes on., zh-CN: 继续。 } }
  - { value: 3, id: leading, name: { en: Leading, zh-CN: 领先 }, description: { en: Arrives., zh-CN: 到达。 } }
scoring: { method: continuous }
answerSets:
  agreement:
    - { value: 1, label: { en: Disagree, zh-CN: 不同意 } }
    - { value: 2, label: { en: Neither, zh-CN: 一般 } }
    - { value: 5, label: { en: Agree, zh-CN: 同意 } }
  yes-no:
    - { value: 0, label: { en: "No", zh-CN: 否 } }
    - { value: 0.5, label: { en: In part, zh-CN: 部分 } }
    - { value: 1, label: { en: "Yes", zh-CN: 是 } }
dimensions:
  - id: listening
    name: { en: Listening, zh-CN: 倾听 }
    description: { en: Hearing customers., zh-CN: 听见客户。 }
    practices:
      - id: asking
        name: { en: Asking customers, zh-CN: 询问客户 }
        description: { en: Do we ask., zh-CN: 是否询问。 }
        descriptors:
          1: { en: Nobody asks., zh-CN: 无人询问。 }
          2: { en: Some ask., zh-CN: 有人询问。 }
          3: { en: All ask., zh-CN: 人人询问。 }
      - id: reading
        name: { en: Reading answers, zh-CN: 阅读回答 }
        description: { en: Do we read., zh-CN: 是否阅读。 }
        descriptors:
          1: { en: Nobody reads., zh-CN: 无人阅读。 }
          2: { en: Some read., zh-CN: 有人阅读。 }
          3: { en: All read., zh-CN: 人人阅读。 }
        items:
          - { id: reading-level, type: level, text: { en: How far are we?, zh-CN: 我们做到哪一级？ }, notApplicable: false }
          - { id: reading-agreed, type: likert, text: { en: We read answers., zh-CN: 我们阅读回答。 }, answers: agreement }
          - { id: reading-done, type: yes-no-partial, text: { en: Was it done?, zh-CN: 做了吗？ }, answers: yes-no }
          - { id: reading-share, type: percentage, text: { en: What share?, zh-CN: 比例是多少？ } }
          - { id: reading-why, type: text, text: { en: Why is that?, zh-CN: 为什么？ } }
`);

export const importGroups = (): ImportGroup[] => [
  { id: '01930000-0000-7000-8000-000000000001', kind: 'executives', name: 'Executives' },
  { id: '01930000-0000-7000-8000-000000000002', kind: 'front_line', name: 'Branch staff' },
  { id: '01930000-0000-7000-8000-000000000003', kind: 'owning_teams', name: 'Product teams' },
];
