import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NotFoundError } from '@touchstone/domain';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { InvitationStateEnum } from './assessment.enums.js';
import { InviteeInput } from './assessment.input.js';
import { RaterGroupType } from './assessment.type.js';
import { AssessmentsReadModel } from './assessments.read-model.js';
import { InvitationConnection, InvitationType, IssuedInvitationType, ReminderOutcomeType } from './invitation.type.js';
import { InvitationsReadModel } from './invitations.read-model.js';
import { InvitationsService } from './invitations.service.js';

@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationsReadModel,
    private readonly service: InvitationsService,
    private readonly assessments: AssessmentsReadModel,
  ) {}

  @Query(() => InvitationConnection, { name: 'invitations' })
  @Allow('read', 'Invitation')
  list(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', { type: () => ID }) assessmentId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('raterGroupId', { type: () => ID, nullable: true }) raterGroupId: string | null,
    @Args('state', { type: () => InvitationStateEnum, nullable: true }) state: InvitationStateEnum | null,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
  ): Promise<Connection<InvitationType>> {
    return this.invitations.list(member, { assessmentId, first, after, raterGroupId, state, search });
  }

  @Mutation(() => [IssuedInvitationType], { description: 'The links are shown once.' })
  @Allow('create', 'Invitation')
  createInvitations(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', { type: () => ID }) assessmentId: string,
    @Args('invitees', { type: () => [InviteeInput] }) invitees: InviteeInput[],
    @Args('sendMail') sendMail: boolean,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<IssuedInvitationType[]> {
    return this.unitOfWork.write(member, async (transaction) => {
      const issued = await this.service.issueOnce(transaction, assessmentId, invitees, sendMail, key);
      const described = await this.invitations.byIdsIn(
        transaction,
        issued.map(({ id }) => id),
      );
      const byId = new Map(described.map((invitation) => [invitation.id, invitation]));
      return issued.map(({ id, link }) => ({ invitation: byId.get(id) as InvitationType, link }));
    });
  }

  @Mutation(() => IssuedInvitationType, { description: 'A new link; the old one and its draft are gone.' })
  @Allow('update', 'Invitation')
  renewInvitation(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<IssuedInvitationType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { link } = await this.service.renew(transaction, id);
      const [invitation] = await this.invitations.byIdsIn(transaction, [id]);
      return { invitation: invitation as InvitationType, link };
    });
  }

  @Mutation(() => InvitationType)
  @Allow('archive', 'Invitation')
  revokeInvitation(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<InvitationType> {
    return this.unitOfWork.write(member, async (transaction) => {
      await this.service.revoke(transaction, id);
      const [invitation] = await this.invitations.byIdsIn(transaction, [id]);
      return invitation as InvitationType;
    });
  }

  @Mutation(() => RaterGroupType)
  @Allow('update', 'Invitation')
  setGroupLink(
    @CurrentMember() member: MemberPrincipal,
    @Args('raterGroupId', { type: () => ID }) raterGroupId: string,
    @Args('revoked') revoked: boolean,
  ): Promise<RaterGroupType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const assessmentId = await this.service.setGroupLink(transaction, raterGroupId, revoked);
      const { raterGroups } = await this.assessments.oneIn(transaction, assessmentId);
      const group = raterGroups.find(({ id }) => id === raterGroupId);
      if (!group) throw new NotFoundError('Rater group');
      return group;
    });
  }

  @Mutation(() => ReminderOutcomeType)
  @Allow('run', 'Assessment')
  remindRespondents(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', { type: () => ID }) assessmentId: string,
    @Args('raterGroupId', { type: () => ID, nullable: true }) raterGroupId: string | null,
  ): Promise<ReminderOutcomeType> {
    return this.unitOfWork.write(member, (transaction) => this.service.remind(transaction, assessmentId, raterGroupId));
  }
}
