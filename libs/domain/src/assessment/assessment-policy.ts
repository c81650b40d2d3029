/** Who a rater is to the experience programme. The kind is fixed vocabulary; each wave names its own groups and gives each a kind. */
export const RATER_GROUP_KINDS = [
  'executives', // 高层管理者
  'programme_office', // 体验管理办公室
  'owning_teams', // 责任团队
  'front_line', // 一线员工
  'partners', // 合作伙伴
  'other', // 其他
] as const;
export type RaterGroupKind = (typeof RATER_GROUP_KINDS)[number];

/**
 * What the programme office can learn about a respondent. Fixed when the wave opens, because it is what respondents were promised.
 * - `anonymous`: answers are kept without person, link or day, and the office is not shown who has answered.
 * - `confidential`: the office sees who has answered, and never what.
 * - `named`: answers are joined to the invitation, and the questionnaire says so before the first question.
 */
export const ANONYMITY_POLICIES = ['anonymous', 'confidential', 'named'] as const;
export type AnonymityPolicy = (typeof ANONYMITY_POLICIES)[number];

export const DEFAULT_MINIMUM_GROUP_SIZE = 5;

/** Of two respondents each can work out the other, so three is where a group begins to hide anybody. */
export const SMALLEST_MINIMUM_GROUP_SIZE = 3;
export const LARGEST_MINIMUM_GROUP_SIZE = 100;
