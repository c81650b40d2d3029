import type { Item, Questionnaire, RespondentSession } from './contract.js';

const both = (en: string, zh: string): Record<string, string> => ({ en, 'zh-CN': zh });

const levelItem = (id: string, text: string): Item => ({
  id,
  type: 'level',
  text: both(text, text),
  notApplicableAllowed: true,
  options: [],
});

const descriptors = [1, 2, 3].map((level) => ({ level, text: both(`Level ${level}`, `第${level}级`) }));

/** A small questionnaire with every shape that the logic tells apart: one item, several items, free text. */
export const questionnaire: Questionnaire = {
  description: both('Choose what is true today.', '请选择符合现状的一条。'),
  levels: [1, 2, 3].map((value) => ({ value, name: both(`L${value}`, `${value}级`), description: both('', '') })),
  dimensions: [
    {
      id: 'd1',
      name: both('First', '第一'),
      description: both('', ''),
      practices: [
        {
          id: 'p1',
          name: both('Goals', '目标'),
          description: both('', ''),
          descriptors,
          items: [levelItem('i1', 'A')],
        },
        {
          id: 'p2',
          name: both('Plan', '规划'),
          description: both('', ''),
          descriptors,
          items: [
            levelItem('i2', 'B'),
            {
              id: 'i5',
              type: 'likert',
              text: both('Agree?', '同意吗？'),
              notApplicableAllowed: false,
              options: [1, 2].map((value) => ({ value, label: both(`${value}`, `${value}`) })),
            },
            { id: 'i3', type: 'text', text: both('Why?', '为什么？'), notApplicableAllowed: false, options: [] },
          ],
        },
      ],
    },
    {
      id: 'd2',
      name: both('Second', '第二'),
      description: both('', ''),
      practices: [
        {
          id: 'p3',
          name: both('Data', '数据'),
          description: both('', ''),
          descriptors,
          items: [
            { id: 'i4', type: 'percentage', text: both('Share', '占比'), notApplicableAllowed: true, options: [] },
          ],
        },
      ],
    },
  ],
};

export const openSession: RespondentSession = {
  state: 'OPEN',
  begins: false,
  organizationName: 'Harbour Bank',
  assessmentName: 'Autumn wave',
  purpose: 'To see where we stand',
  raterGroupName: 'Front line',
  anonymity: 'ANONYMOUS',
  minimumGroupSize: 5,
  deadline: '2026-12-12T10:00:00Z',
  locales: ['en', 'zh-CN'],
  invitedName: null,
  personal: true,
  questionnaire,
  draft: null,
};
