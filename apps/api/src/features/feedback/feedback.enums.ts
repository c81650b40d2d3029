import { registerEnumType } from '@nestjs/graphql';

export enum FeedbackSourceEnum {
  SERVICE_DESK = 'service_desk',
  FORUM = 'forum',
  SURVEY = 'survey',
  INTERVIEW = 'interview',
  WALKTHROUGH = 'walkthrough',
  STORE_VISIT = 'store_visit',
  ALERT = 'alert',
  ASSESSMENT_GAP = 'assessment_gap',
  OTHER = 'other',
}
registerEnumType(FeedbackSourceEnum, { name: 'FeedbackSource', description: 'Where it was said or noticed.' });
export type FeedbackSource = `${FeedbackSourceEnum}`;

export enum FeedbackStateEnum {
  NEW = 'new',
  LINKED = 'linked',
  MERGED = 'merged',
  DISMISSED = 'dismissed',
}
registerEnumType(FeedbackStateEnum, {
  name: 'FeedbackState',
  description: 'NEW waits in the inbox; the others say what it came to.',
});
