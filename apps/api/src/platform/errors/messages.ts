/** What each error code says to a person. `{name}` is filled from the error's parameters. */
type Messages = Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>>;

export const ERROR_MESSAGES: Messages = {
  NOT_FOUND: { en: 'This does not exist, or you may not see it.', 'zh-CN': '内容不存在，或您无权查看。' },
  UNAUTHENTICATED: { en: 'Sign in first.', 'zh-CN': '请先登录。' },
  FORBIDDEN: { en: 'Your role does not allow this.', 'zh-CN': '您的角色没有此项权限。' },
  CONFLICT: {
    en: 'Somebody else saved a change in the meantime. Nothing of yours was saved; compare both versions.',
    'zh-CN': '其他人已先行保存了修改。您的修改尚未保存，请对比两个版本。',
  },
  VALIDATION: { en: 'Some fields need another look.', 'zh-CN': '部分字段需要修改。' },
  RATE_LIMITED: {
    en: 'Too many attempts. Try again in {retryAfterSeconds} seconds.',
    'zh-CN': '尝试次数过多，请在 {retryAfterSeconds} 秒后重试。',
  },
  UNAVAILABLE: {
    en: 'The service cannot reach its database at the moment. Nothing was saved; try again shortly.',
    'zh-CN': '服务暂时无法连接数据库，本次操作未保存，请稍后重试。',
  },
  INTERNAL: {
    en: 'Something went wrong on our side. Nothing was saved. Give your administrator this id: {logId}',
    'zh-CN': '系统内部出错，本次操作未保存。请将此编号告知管理员：{logId}',
  },
  INVALID_CREDENTIALS: { en: 'E-mail or password is not right.', 'zh-CN': '邮箱或密码不正确。' },
  ACCOUNT_LOCKED: {
    en: 'Too many failed attempts. This account is locked for {minutes} minutes, or until its password is reset.',
    'zh-CN': '失败次数过多，账号已锁定 {minutes} 分钟；重置密码可立即解锁。',
  },
  TOKEN_INVALID: {
    en: 'This link is not valid any more. Ask for a new one.',
    'zh-CN': '该链接已失效，请重新获取。',
  },
  LINK_REVOKED: {
    en: 'This link was withdrawn. Ask whoever sent it for a new one.',
    'zh-CN': '该链接已被撤回，请向发送人索取新链接。',
  },
  LINK_EXPIRED: { en: 'This link has expired.', 'zh-CN': '该链接已过期。' },
  ASSESSMENT_CLOSED: { en: 'This assessment no longer takes answers.', 'zh-CN': '本次评估已停止收集答卷。' },
  ALREADY_SUBMITTED: {
    en: 'Answers were already submitted through this link.',
    'zh-CN': '该链接已提交过答卷。',
  },
  ALERT_WRONG_STATE: {
    en: 'This alert is in another state by now. Nothing was changed; look at what became of it.',
    'zh-CN': '该预警的状态已变化，本次操作未生效，请查看最新情况。',
  },
  ALERT_AT_THE_TOP: {
    en: 'The executives have this alert already; it cannot go further up.',
    'zh-CN': '该预警已升级至高管，无法再升级。',
  },
  ALERT_OPENED_ANEW: {
    en: 'Newer data has opened this alert again already. Deal with the newer one.',
    'zh-CN': '新数据已再次触发同一预警，请处理较新的那一条。',
  },
  FEEDBACK_GAP_TAKEN_UP: {
    en: 'This gap is in the inbox of feedback already.',
    'zh-CN': '该差距已进入反馈收件箱。',
  },
  FEEDBACK_WRONG_STATE: {
    en: 'This feedback has been dealt with already. Take it back into the inbox first.',
    'zh-CN': '该反馈已处理，请先将其退回收件箱。',
  },
  FEEDBACK_PAIN_POINT_CLOSED: {
    en: 'That pain point was dismissed, merged or archived. Choose another one.',
    'zh-CN': '该痛点已被驳回、合并或归档，请选择其他痛点。',
  },
  FEEDBACK_TARGET_MERGED: {
    en: 'That feedback was merged itself. Merge into what it was merged into.',
    'zh-CN': '目标反馈本身已被合并，请合并到其最终归属的反馈。',
  },
  FEEDBACK_OTHERS_MERGED_INTO_IT: {
    en: 'Others were merged into this one ({others}). Merge the other way round, or take those back first.',
    'zh-CN': '已有 {others} 条反馈合并到该条，请反向合并，或先撤回这些合并。',
  },
  PAIN_POINT_WRONG_STATE: {
    en: 'A pain point takes one state after the other. Look at which ones come next.',
    'zh-CN': '痛点状态须逐步推进，请查看下一步可进入的状态。',
  },
  PAIN_POINT_NO_SEVERITY: {
    en: 'Say how severe it is, and what that rests on.',
    'zh-CN': '请先评定严重程度并说明依据。',
  },
  PAIN_POINT_NO_FREQUENCY: {
    en: 'Say how many of how many meet it, and what that rests on.',
    'zh-CN': '请先填写发生频率（多少人中有多少人遇到）并说明依据。',
  },
  PAIN_POINT_NO_EVIDENCE: {
    en: 'Link feedback, or write down the evidence for severity and frequency.',
    'zh-CN': '请关联反馈，或写明严重程度与发生频率的依据。',
  },
  PAIN_POINT_NO_TOUCHPOINT: { en: 'Say at which touchpoint it happens.', 'zh-CN': '请注明发生在哪个触点。' },
  PAIN_POINT_NO_INITIATIVE: {
    en: 'Link an initiative that was not withdrawn.',
    'zh-CN': '请关联一项未撤回的举措。',
  },
  PAIN_POINT_NOT_LAUNCHED: {
    en: 'Launch an initiative that answers it first.',
    'zh-CN': '请先上线应对该痛点的举措。',
  },
  PAIN_POINT_NOT_PROVEN: {
    en: 'Only a proven effect verifies a fix.',
    'zh-CN': '只有效果判定为“已证实”才能确认已解决。',
  },
  PAIN_POINT_STILL_PLANNED: {
    en: 'An initiative still answers it. Remove the link or withdraw the initiative.',
    'zh-CN': '仍有举措在应对该痛点，请解除关联或撤回举措。',
  },
  PAIN_POINT_STILL_HELPING: { en: 'Its effect is proven and holds.', 'zh-CN': '改进效果已证实且仍在保持。' },
  PAIN_POINT_NOT_COMMON: {
    en: 'Only a common pain point gathers others.',
    'zh-CN': '只有共性痛点才能归集其他痛点。',
  },
  PAIN_POINT_MERGED: {
    en: 'This pain point was merged into P-{number} and stays as it was then.',
    'zh-CN': '该痛点已合并到 P-{number}，仅保留合并时的内容。',
  },
  PAIN_POINT_MERGE_ITSELF: {
    en: 'A pain point cannot be merged into itself.',
    'zh-CN': '痛点不能合并到自身。',
  },
  PAIN_POINT_MERGE_MERGED: {
    en: 'One of both was merged already. Merge with what it was merged into.',
    'zh-CN': '其中一个痛点已被合并，请与其最终归属的痛点合并。',
  },
  PAIN_POINT_MERGE_ARCHIVED: {
    en: 'One of both is archived. Restore it first.',
    'zh-CN': '其中一个痛点已归档，请先恢复。',
  },
  PAIN_POINT_MERGE_DISMISSED: {
    en: 'P-{number} was dismissed. Reopen it first, or merge the other way round.',
    'zh-CN': 'P-{number} 已被驳回，请先重新打开，或反向合并。',
  },
  PAIN_POINT_MERGE_CIRCLE: {
    en: 'P-{number} belongs to this common pain point, which would then gather itself. Merge the other way round.',
    'zh-CN': 'P-{number} 归属于该共性痛点，合并后会形成循环，请反向合并。',
  },
  PAIN_POINT_MERGE_KIND: {
    en: 'Only pain points of one kind are merged, and single ones into a common one. Change the kind of one of both first.',
    'zh-CN': '只能合并同类痛点，或将单个痛点并入共性痛点。请先调整其中一个的类型。',
  },
  PAIN_POINT_MERGE_CAUSES: {
    en: 'Together they would have more than {maximum} causes. Shorten one of the trees first.',
    'zh-CN': '合并后根因将超过 {maximum} 条，请先精简其中一棵根因树。',
  },
  DECISION_KEPT: {
    en: 'A decision that was taken stays as it is. Ask for a new one.',
    'zh-CN': '已作出的决策不可更改，请重新提请决策。',
  },
  MODELS_DIFFER: {
    en: 'Only assessments of one model can be compared. Choose two that use the same.',
    'zh-CN': '只能对比采用同一模型的测评，请选择模型相同的两次测评。',
  },
  OWN_INITIATIVE: {
    en: 'You own the initiative, so you do not decide about it. Let who asked name somebody else to decide.',
    'zh-CN': '您是该举措的负责人，不能由您决定。请提请人另行指定决策人。',
  },
  RANKING_REVEALED: {
    en: 'This round is over. What was judged in it stays as it is.',
    'zh-CN': '本轮排序已结束，各项评判不可再更改。',
  },
  RANKING_NOT_REVEALED: {
    en: 'Close the round first: there is nothing to agree upon yet.',
    'zh-CN': '请先结束本轮排序，目前尚无可供商定的结果。',
  },
  RANKING_CALLED_OFF: { en: 'This round was called off.', 'zh-CN': '本轮排序已取消。' },
  RANKING_DAY_PASSED: {
    en: 'The last day to hand in was {day}. Ask the programme office to move it if you still want to judge.',
    'zh-CN': '提交截止日为 {day}，现已过期。如仍需评判，请联系项目办公室延期。',
  },
  RANKING_EXCUSED: {
    en: 'You were excused from this round and need not judge any more.',
    'zh-CN': '您已被移出本轮评判，无需再提交。',
  },
  RANKING_TOO_FEW_JUDGES: {
    en: '{handedIn} handed in so far; at least {minimum} are needed, so that nobody can tell how another one judged. Wait, move the closing day or name more judges.',
    'zh-CN':
      '目前已有 {handedIn} 人提交，至少需要 {minimum} 人，以免推断出他人的评判。请等待、延后截止日或增补评判人。',
  },
  RANKING_TOO_FEW_ITEMS: {
    en: 'Only {left} of the opportunities are still there; fewer than {minimum} are no ranking. Restore some, or call the round off.',
    'zh-CN': '仅剩 {left} 个机会点，少于 {minimum} 个无法排序。请恢复部分机会点，或取消本轮。',
  },
  EFFECT_SEALED: {
    en: 'What was sealed at the launch stays as it is. It may be withdrawn, with a reason.',
    'zh-CN': '登记内容已在上线时封存，不可更改；如需放弃，请填写原因后撤回。',
  },
  VERDICT_KEPT: { en: 'A verdict stays as it was computed.', 'zh-CN': '效果判定一经作出即保留，不可更改。' },
  EFFECT_WITHDRAWN: {
    en: 'This effect was withdrawn. Register another one before the launch.',
    'zh-CN': '该效果登记已撤回，请在上线前另行登记。',
  },
  EFFECT_JUDGED: {
    en: 'There is a verdict already: it stays, whatever it says.',
    'zh-CN': '已有效果判定；无论结论如何，判定均予保留。',
  },
  EFFECT_NOT_DUE: {
    en: 'The evaluation is due on {day}: whoever looks earlier and stops when it looks good finds gains that are none.',
    'zh-CN': '评估日为 {day}。提前查看并在结果好看时停止，会把偶然当成收益。',
  },
  EFFECT_NOT_SEALED: {
    en: 'Only what was sealed at a launch can be judged.',
    'zh-CN': '只有在上线时封存的登记才能判定。',
  },
  BENEFIT_LOCKED: {
    en: 'This benefit is locked: target and forecast stay. The programme office can open it again.',
    'zh-CN': '该收益已锁定，目标与预测不可更改；如需修改，请联系项目办公室解锁。',
  },
  INITIATIVE_LAUNCHED: {
    en: 'This initiative was launched: it stays among those that are counted. Close it instead of archiving it.',
    'zh-CN': '该举措已上线，须保留在统计之中；请将其关闭，而不是归档。',
  },
  BENEFIT_FILLED: {
    en: 'A verdict has said what came of it: target and forecast stay as they were before.',
    'zh-CN': '实际值已由效果判定填入，判定前的目标与预测不可再改。',
  },
  BENEFIT_NOT_LOCKED: {
    en: 'Lock the numbers first: only what no longer changes can be checked.',
    'zh-CN': '请先锁定：只有不再变动的数字才能复核。',
  },
  INITIATIVE_WITHDRAWN: {
    en: 'This initiative was withdrawn. Start another one.',
    'zh-CN': '该举措已撤回，请另行立项。',
  },
  FORECAST_NOT_MADE: {
    en: 'There is no forecast to look back on.',
    'zh-CN': '该决策没有可供回顾的预测。',
  },
  DEPENDENCY_CYCLE: {
    en: 'This would close a circle: {path}. None of these could ever be launched.',
    'zh-CN': '该依赖会形成循环：{path}，其中任何一项都将无法上线。',
  },
  MODEL_VERSION_EXISTS: {
    en: 'Version {version} of “{model}” is in the library already, with other content. Give the changed file a new version number.',
    'zh-CN': '模型“{model}”的 {version} 版已存在且内容不同，请为修改后的文件设置新的版本号。',
  },
  ALREADY_MEMBER: {
    en: 'Somebody with this address is a member already, or has been invited.',
    'zh-CN': '该邮箱对应的人员已加入本组织或已收到邀请。',
  },
  NOT_INVITED: {
    en: 'Only an open invitation can be renewed; this person has joined or left already.',
    'zh-CN': '只能更新尚未接受的邀请；此人已加入或已离开组织。',
  },
  MEMBERSHIP_ENDED: {
    en: 'This person left the organisation; invite them again instead.',
    'zh-CN': '此人已离开组织，如需恢复请重新邀请。',
  },
  LAST_ADMINISTRATOR: {
    en: 'This is the only administrator left. Make somebody else an administrator first.',
    'zh-CN': '这是唯一的管理员，请先将其他成员设为管理员。',
  },
  UNIT_HAS_UNITS: {
    en: 'Units below this one are still active ({count}). Move or archive them first.',
    'zh-CN': '该业务单元下还有 {count} 个在用的下级单元，请先调整或归档。',
  },
  UNIT_HAS_TEAMS: {
    en: 'Teams of this unit are still active ({count}). Move or archive them first.',
    'zh-CN': '该业务单元下还有 {count} 个在用的团队，请先调整或归档。',
  },
  ARCHIVED: {
    en: 'This has been archived and takes no changes any more.',
    'zh-CN': '该项已归档，无法再修改或使用。',
  },
  OWNERSHIP_HELD: {
    en: 'This part has been held since {from} and stays on record. Set the day on which it ends instead.',
    'zh-CN': '该职责自 {from} 起已经生效，须保留记录，请改为设置结束日期。',
  },
  NOT_ARCHIVED: { en: 'This is not archived.', 'zh-CN': '该项未归档，无需恢复。' },
  FUTURE_EXISTS: {
    en: 'This journey has a future state already. Open it, or archive it before you begin another.',
    'zh-CN': '该旅程已有未来状态，请直接打开；如需重新建立，请先将其归档。',
  },
  ALREADY_FUTURE: {
    en: 'This is a future state already; only the current state of a journey can get one.',
    'zh-CN': '这已经是未来状态，只有当前状态的旅程才能建立未来状态。',
  },
  JOURNEY_FILE_REFUSED: {
    en: 'Problems stand against the file, and nothing was brought in. Look at them in the preview and mend the file.',
    'zh-CN': '文件存在问题，未导入任何内容。请在预览中查看并修改文件。',
  },
  JOURNEY_FILE_TOO_LONG: {
    en: 'The table has more than {limit} rows, which is no journey map. Choose another file.',
    'zh-CN': '表格超过 {limit} 行，不是旅程图。请选择其他文件。',
  },
  TOO_MANY_VIEWS: {
    en: 'There are {maximum} saved views of this list already. Remove one that is no longer used.',
    'zh-CN': '该列表已有 {maximum} 个视图，请先删除不再使用的视图。',
  },
  TOO_MANY_STAGES: {
    en: 'A map has at most {limit} stages. Cut the journey into parts.',
    'zh-CN': '一张旅程图最多 {limit} 个阶段，请将旅程拆分为多个子旅程。',
  },
  CELL_EMPTY: {
    en: 'There is nothing in this cell to confirm.',
    'zh-CN': '该单元格为空，没有可确认的内容。',
  },
  IMPORT_NOT_COMPLETED: {
    en: 'Only a completed import can be taken back, and only once.',
    'zh-CN': '只有已完成且尚未撤销的导入才能撤销。',
  },
  FEEDBACK_IMPORT_TRIAGED: {
    en: 'Some of this import has been triaged already ({count}). Put it back into the inbox first, or take back the rest and leave it.',
    'zh-CN': '本次导入中已有 {count} 条反馈被处理。请先将其退回收件箱，或只撤销其余部分。',
  },
  TOO_FEW_TO_SHOW: {
    en: 'Fewer than {minimum} people stand behind this point; what each of them said is not shown.',
    'zh-CN': '该数据点的样本不足 {minimum} 人，不显示明细。',
  },
  SEGMENT_ROWS_WITHHELD: {
    en: 'Single answers are not listed by segment: two lists side by side would tell who answered what.',
    'zh-CN': '为保护受访者，不按细分列出单条反馈：对照多份明细即可推断个人答案。',
  },
  STATE_FORBIDS: {
    en: 'The assessment is {state}; this cannot be done now.',
    'zh-CN': '评估当前处于“{state}”状态，无法执行该操作。',
  },
  FILE_TOO_LARGE: {
    en: 'The file is too large: {megabytes} MB at most. Nothing was kept of it.',
    'zh-CN': '文件过大，最大允许 {megabytes} MB，未保存任何内容。',
  },
  MAIL_REFUSED: {
    en: 'The mail server refused the letter ({status}). Check the address, and that the server accepts mail from this sender.',
    'zh-CN': '邮件服务器拒收该邮件（{status}）。请检查收件地址，以及服务器是否允许此发件人。',
  },
  JOB_FAILED: {
    en: 'The job failed on our side. Try it again; if it fails again, give your administrator this id: {logId}',
    'zh-CN': '任务因系统内部原因失败。请重试；若仍失败，请将此编号告知管理员：{logId}',
  },
  JOB_INTERRUPTED: {
    en: 'The job was cut off {times} times in a row because its process ended. Ask your administrator to look at the server, then try again.',
    'zh-CN': '任务所在进程连续 {times} 次中断，任务已停止。请联系管理员检查服务器后再重试。',
  },
  JOB_REFUSED: { en: 'The job could not be done ({code}).', 'zh-CN': '任务无法完成（{code}）。' },
  JOB_NOT_DEAD: {
    en: 'Only a job that was given up on can be run again; this one is on its way or done.',
    'zh-CN': '只有已放弃的任务才能重新执行；该任务正在处理或已经完成。',
  },
  METRIC_IN_USE: {
    en: 'Other metrics are computed from this one: {metrics}. Change or archive them first.',
    'zh-CN': '以下指标由该指标计算得出：{metrics}。请先修改或归档这些指标。',
  },
  BASELINE_ACROSS_BREAK: {
    en: 'The series breaks on {day}: numbers before and after it give no common limits. End the baseline before that day or begin it there.',
    'zh-CN': '序列在 {day} 断开，断点前后的数据不能共用控制限。请让基准期在该日之前结束，或从该日开始。',
  },
  BREAK_DEMANDED: {
    en: 'The definition changes on this day, so the series breaks there. Correct the definition instead.',
    'zh-CN': '该日指标口径发生变更，序列必须在此断开。如有误，请更正口径。',
  },
  RESULTS_NOT_COMPUTED: {
    en: 'The wave has no results yet; they are computed when it is closed.',
    'zh-CN': '本轮评估还没有结果，截止后才会计算。',
  },
  EXPORT_TOO_LARGE: {
    en: 'This is more than {limit} cells, too many for a workbook. Export it as CSV.',
    'zh-CN': '内容超过 {limit} 个单元格，无法写入工作簿，请改为导出 CSV。',
  },
  TABLE_EMPTY: { en: 'The file has no rows.', 'zh-CN': '文件中没有数据行。' },
  TABLE_NOT_A_SPREADSHEET: {
    en: 'This is neither a CSV nor an XLSX file. Save the table as XLSX or CSV and upload that.',
    'zh-CN': '该文件既不是 CSV 也不是 XLSX。请将表格另存为 XLSX 或 CSV 后重新上传。',
  },
  TABLE_IS_A_WEB_PAGE: {
    en: 'This is a web page under the name of a spreadsheet. Open it in a spreadsheet program and save it as XLSX or CSV.',
    'zh-CN': '该文件实际是网页，只是使用了表格的扩展名。请用表格软件打开后另存为 XLSX 或 CSV。',
  },
  TABLE_OLD_EXCEL: {
    en: 'This is the Excel format of before 2007 (.xls). Save it as XLSX or CSV and upload that.',
    'zh-CN': '这是 2007 年以前的 Excel 格式（.xls）。请另存为 XLSX 或 CSV 后上传。',
  },
  TABLE_ENCRYPTED: {
    en: 'The file is protected by a password. Remove the password and upload it again.',
    'zh-CN': '文件设有密码保护，请取消密码后重新上传。',
  },
  TABLE_TOO_LARGE: {
    en: 'The sheet is larger than can be read as XLSX ({limit}). Save it as “CSV UTF-8” and upload that: CSV has no such limit.',
    'zh-CN': '工作表超出 XLSX 的读取上限（{limit}）。请另存为“CSV UTF-8”后上传，CSV 没有这一限制。',
  },
  TABLE_TOO_WIDE: {
    en: 'The table has more than {limit} columns. Remove those that are not needed.',
    'zh-CN': '表格超过 {limit} 列，请删除不需要的列。',
  },
  TABLE_DAMAGED: {
    en: 'The file cannot be read to its end: {detail}. Save it anew and upload that.',
    'zh-CN': '文件无法完整读取（{detail}），请重新保存后上传。',
  },
  TABLE_QUOTE_OPEN: {
    en: 'A quotation mark is opened in row {row} or below it and never closed. Close or remove it, and upload the file again.',
    'zh-CN': '第 {row} 行或其后有一个引号没有成对。请补上或删除该引号，然后重新上传。',
  },
  TABLE_SHEET_UNKNOWN: { en: 'The file has no sheet of this name.', 'zh-CN': '文件中没有该名称的工作表。' },
  TABLE_HEADER_ROW_EMPTY: {
    en: 'Row {row} is empty or does not exist; choose the row that holds the names of the columns.',
    'zh-CN': '第 {row} 行为空或不存在，请选择列名所在的行。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'This idempotency key was used for a different request.',
    'zh-CN': '该幂等键已用于另一个请求。',
  },
};

export function messageFor(
  code: string,
  locale: string,
  parameters: Readonly<Record<string, unknown>>,
  fallback: string,
): string {
  const texts = ERROR_MESSAGES[code];
  const text = texts ? (locale.startsWith('zh') ? texts['zh-CN'] : texts.en) : fallback;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}
