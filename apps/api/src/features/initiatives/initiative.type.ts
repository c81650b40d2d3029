import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly, Json } from '../../platform/graphql/scalars.js';
import { ActionStateEnum, HealthEnum, InitiativeStageEnum, RiskStateEnum } from './initiative.enums.js';

@ObjectType('StageCondition')
export class StageConditionType {
  @Field() code: string;
  @Field({ description: 'What to do, in English.' }) remedy: string;
  @Field(() => Json) params: Record<string, unknown>;
}

@ObjectType('StageStep', { description: 'A stage that may follow, with everything that is still missing for it.' })
export class StageStepType {
  @Field(() => InitiativeStageEnum) to: InitiativeStageEnum;
  @Field() allowed: boolean;
  @Field(() => [StageConditionType]) unmet: StageConditionType[];
}

@ObjectType('Milestone')
export class MilestoneType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => DateOnly) dueOn: string;
  @Field(() => DateOnly, { nullable: true }) reachedOn: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('StageChange')
export class StageChangeType {
  @Field(() => ID) id: string;
  @Field(() => InitiativeStageEnum, { nullable: true }) from: InitiativeStageEnum | null;
  @Field(() => InitiativeStageEnum) to: InitiativeStageEnum;
  @Field() reason: string;
  @Field(() => String, { nullable: true }) changedByName: string | null;
  @Field(() => Date) changedAt: Date;
}

@ObjectType('InitiativeSummary')
export class InitiativeSummaryType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field(() => InitiativeStageEnum) stage: InitiativeStageEnum;
  @Field(() => Date) stageSince: Date;
  @Field(() => ID, { nullable: true }) teamId: string | null;
  @Field(() => String, { nullable: true }) teamName: string | null;
  @Field(() => ID, { nullable: true }) ownerId: string | null;
  @Field(() => String, { nullable: true }) ownerName: string | null;
  @Field(() => ID, { nullable: true }) sponsorId: string | null;
  @Field(() => String, { nullable: true }) sponsorName: string | null;
  @Field(() => DateOnly, { nullable: true }) startsOn: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field(() => DateOnly, { nullable: true }) launchedOn: string | null;
  @Field(() => DateOnly, { description: 'Today in the organisation’s calendar.' }) today: string;
  @Field({ description: 'Due before today and not launched.' }) late: boolean;
  @Field(() => String, { nullable: true }) currency: string | null;
  @Field(() => Float, { nullable: true }) costPlannedMinor: number | null;
  @Field(() => Float, { nullable: true }) costActualMinor: number | null;
  @Field(() => Int, { nullable: true }) value: number | null;
  @Field(() => Int, { nullable: true }) effort: number | null;
  @Field(() => HealthEnum, { nullable: true, description: 'As last reported.' }) health: HealthEnum | null;
  @Field(() => Date, { nullable: true }) reportedAt: Date | null;
  @Field({ description: 'Its next report should have been there by now.' }) reportOverdue: boolean;
  @Field(() => Int) openActions: number;
  @Field(() => Int) overdueActions: number;
  @Field(() => [MilestoneType]) milestones: MilestoneType[];
  @Field(() => [StageChangeType], { description: 'The stages it entered, the latest first.' })
  history: StageChangeType[];
  @Field(() => [StageStepType]) steps: StageStepType[];
  @Field() mayUpdate: boolean;
  @Field({ description: 'Whether you may move it to another stage.' }) mayRun: boolean;
  @Field(() => Date, { nullable: true }) archivedAt: Date | null;
  @Field(() => Int) version: number;
}

export const InitiativeConnection = connectionOf('Initiative', InitiativeSummaryType);

@ObjectType('InitiativeProblem', {
  description: 'A pain point that it answers, or the opportunity that it comes from.',
})
export class InitiativeProblemType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
}

@ObjectType('InitiativeTouchpoint')
export class InitiativeTouchpointType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('InitiativeGap')
export class InitiativeGapType {
  @Field(() => ID) assessmentId: string;
  @Field() assessmentName: string;
  @Field() nodeId: string;
  @Field(() => Json, { nullable: true, description: 'Its name in the languages of the model.' })
  nodeName: Record<string, string> | null;
  @Field(() => Float, { nullable: true }) targetLevel: number | null;
}

@ObjectType('InitiativeDependency')
export class InitiativeDependencyType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field(() => InitiativeStageEnum) stage: InitiativeStageEnum;
  @Field() note: string;
}

@ObjectType('InitiativeAction')
export class InitiativeActionType {
  @Field(() => ID) id: string;
  @Field() text: string;
  @Field(() => ID, { nullable: true }) ownerId: string | null;
  @Field(() => String, { nullable: true }) ownerName: string | null;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field(() => ActionStateEnum) state: ActionStateEnum;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field({ description: 'Whether you may tick it off.' }) mayFinish: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('InitiativeRisk')
export class InitiativeRiskType {
  @Field(() => ID) id: string;
  @Field() text: string;
  @Field(() => Int) likelihood: number;
  @Field(() => Int) impact: number;
  @Field() answer: string;
  @Field(() => RiskStateEnum) state: RiskStateEnum;
  @Field(() => Int) version: number;
}

@ObjectType('StatusUpdate')
export class StatusUpdateType {
  @Field(() => ID) id: string;
  @Field(() => HealthEnum) health: HealthEnum;
  @Field() text: string;
  @Field(() => String, { nullable: true }) createdByName: string | null;
  @Field(() => Date) createdAt: Date;
}

@ObjectType('InitiativeEvent')
export class InitiativeEventType {
  @Field(() => ID) id: string;
  @Field() act: string;
  @Field(() => String, { nullable: true, description: 'Nobody: the system.' }) actorName: string | null;
  @Field() at: Date;
  @Field(() => [String], { description: 'What was changed, by its column.' }) fields: string[];
}

@ObjectType('MyAction', { description: 'An open action that was given to you.' })
export class MyActionType {
  @Field(() => ID) id: string;
  @Field() text: string;
  @Field(() => DateOnly, { nullable: true }) dueOn: string | null;
  @Field() overdue: boolean;
  @Field(() => Int) version: number;
  @Field(() => ID) initiativeId: string;
  @Field(() => Int) initiativeNumber: number;
  @Field() initiativeTitle: string;
}

@ObjectType('Initiative')
export class InitiativeType extends InitiativeSummaryType {
  @Field() hypothesisChange: string;
  @Field() hypothesisEffect: string;
  @Field() hypothesisReason: string;
  @Field(() => Int, { nullable: true }) updateEveryDays: number | null;
  @Field(() => InitiativeProblemType, { nullable: true }) opportunity: InitiativeProblemType | null;
  @Field(() => [InitiativeProblemType]) painPoints: InitiativeProblemType[];
  @Field(() => [InitiativeTouchpointType]) touchpoints: InitiativeTouchpointType[];
  @Field(() => [InitiativeGapType], { description: 'Of assessments that you may read.' }) gaps: InitiativeGapType[];
  @Field(() => [InitiativeDependencyType]) needs: InitiativeDependencyType[];
  @Field(() => [InitiativeDependencyType]) neededBy: InitiativeDependencyType[];
  @Field(() => [InitiativeActionType]) actions: InitiativeActionType[];
  @Field(() => [InitiativeRiskType]) risks: InitiativeRiskType[];
  @Field(() => [StatusUpdateType], { description: 'The latest fifty.' }) statusUpdates: StatusUpdateType[];
  @Field(() => [InitiativeEventType], { description: 'Changes beside the stages, the latest hundred.' })
  events: InitiativeEventType[];
  @Field({ description: 'Whether you may add and change its actions.' }) mayPlan: boolean;
}
