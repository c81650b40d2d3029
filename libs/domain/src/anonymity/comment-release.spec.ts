import { type Comment, releaseComments } from './comment-release.js';
import { decideSuppression } from './suppression.js';

const suppression = decideSuppression({
  minimumGroupSize: 5,
  groups: [
    { id: 'few', submissions: 3 },
    { id: 'some', submissions: 8 },
    { id: 'many', submissions: 40 },
  ],
  practices: [
    {
      id: 'p',
      scored: new Map([
        ['few', 3],
        ['some', 8],
        ['many', 40],
      ]),
    },
    { id: 'rare', scored: new Map([['many', 4]]) },
  ],
});

const comments: Comment[] = [
  { practiceId: 'p', text: 'we were never asked', groupId: 'few' },
  { practiceId: 'p', text: 'agreed in May', groupId: 'many' },
  { practiceId: 'p', text: 'a partner of the small group', groupId: 'some' },
  { practiceId: 'rare', text: 'only four know this', groupId: 'many' },
];

describe('releaseComments', () => {
  it('takes the group off where the group is hidden, and withholds what a handful wrote about', () => {
    expect(releaseComments({ comments, policy: 'anonymous', suppression })).toEqual([
      { practiceId: 'p', text: 'a partner of the small group', groupId: null },
      { practiceId: 'p', text: 'we were never asked', groupId: null },
      { practiceId: 'p', text: 'agreed in May', groupId: 'many' },
    ]);
  });

  it('says nothing by its order', () => {
    const reversed = releaseComments({ comments: comments.toReversed(), policy: 'confidential', suppression });
    expect(reversed).toEqual(releaseComments({ comments, policy: 'confidential', suppression }));
  });

  it('releases everything of a named wave, where respondents were told so', () => {
    expect(releaseComments({ comments, policy: 'named', suppression })).toHaveLength(4);
    expect(releaseComments({ comments, policy: 'named', suppression })).toContainEqual(comments[0]);
  });
});
