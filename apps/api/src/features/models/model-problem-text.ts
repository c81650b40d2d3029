import type { ModelProblem, ModelProblemCode } from '@touchstone/domain';

interface Wording {
  readonly message: string;
  readonly remedy: string;
}

/** The problems of a model file for readers of Chinese; the English wording comes with the problem itself. */
const CHINESE: Readonly<Record<ModelProblemCode, Wording>> = {
  'too-large': {
    message: '文件超过 {limit} 字节。',
    remedy: '成熟度模型是文本，远小于这个大小：请确认文件是否选对。',
  },
  'control-character': {
    message: '文件含有 YAML 不允许的控制字符（U+{code}）。',
    remedy: '请另存为 UTF-8 纯文本；文件也可能是二进制文件或已损坏。',
  },
  'too-complex': {
    message: '文件的 YAML 记号超过 {limit} 个。',
    remedy: '请拆成几个模型，或确认文件是否选对。',
  },
  'too-deep': {
    message: '嵌套层数超出了成熟度模型应有的范围。',
    remedy: '请按文档的格式缩进：模型、维度、实践、题目、答案。',
  },
  'alias-not-allowed': {
    message: '不接受 YAML 锚点和别名（“{text}”）。',
    remedy: '请在用到的地方写出内容；重复的答案请用“answerSets”。',
  },
  'tag-not-allowed': {
    message: '不接受 YAML 标签“{text}”。',
    remedy: '请去掉标签；如需按文本读取，请给值加引号。',
  },
  'directive-not-allowed': {
    message: '不接受 YAML 指令“{text}”。',
    remedy: '请删除这一行：文件按 YAML 1.2 读取。',
  },
  'yaml-syntax': {
    message: '此处的 YAML 无法读取：{detail}。',
    remedy: '请检查本行和上一行的缩进、引号和冒号；含有“: ”或“#”的文字请加引号。',
  },
  'duplicate-key': {
    message: '键“{key}”在同一处出现两次，第一次在第 {firstLine} 行。',
    remedy: '请只保留一个。',
  },
  'bad-key': {
    message: '键只能是普通的词或数字。',
    remedy: '请改掉写在键位置上的列表或映射。',
  },
  'not-a-number': { message: '“{text}”不是有限的数。', remedy: '请写一个普通的数。' },
  'empty-file': {
    message: '文件里没有模型。',
    remedy: '请以“format: touchstone/maturity-model@1”开头，并按文档的格式书写。',
  },
  'unknown-format': { message: '文件没有写明自己是“{expected}”。', remedy: '请以“format: {expected}”开头。' },
  'unknown-key': { message: '此处不认识键“{key}”。', remedy: '请删除它，或改用其中之一：{known}。' },
  'misspelt-key': { message: '此处不认识键“{key}”。', remedy: '是不是想写“{suggestion}”？' },
  'missing-key': { message: '缺少键“{key}”。', remedy: '请补上“{key}”。' },
  'wrong-type': { message: '此处应为{expected}。', remedy: '请在此写{expected}。' },
  'not-allowed-value': { message: '“{value}”不在此处允许的取值之内。', remedy: '请用其中之一：{allowed}。' },
  'bad-id': {
    message: '“{value}”不能作为 id。',
    remedy: '请用 1 至 64 个小写字母、数字和连字符，以字母开头。',
  },
  'bad-version': { message: '“{value}”不是版本号。', remedy: '请写三个数，例如 1.0.0。' },
  'blank-text': { message: '文字为空。', remedy: '请写上文字；格式允许省略时也可以删除这个键。' },
  'text-too-long': { message: '文字超过 {limit} 个字符。', remedy: '请缩短。' },
  'number-out-of-range': { message: '此处的数应{rule}。', remedy: '请写一个数，要求{rule}。' },
  'too-few': { message: '此处至少需要 {limit} 项。', remedy: '请补上缺少的内容。' },
  'too-many': { message: '此处最多允许 {limit} 项。', remedy: '请删减。' },
  'not-unique': { message: '列表中有重复的值。', remedy: '每个值请只保留一次。' },
  'bad-locale': { message: '“{value}”不是规范的语言标签。', remedy: '请写 BCP 47 标签，例如 en、zh-CN 或 pt-BR。' },
  'missing-text': {
    message: '缺少“{locale}”的文字；模型声明的语言是 {locales}。',
    remedy: '请加一行“{locale}: …”，或从“locales”中去掉 {locale}。',
  },
  'unknown-locale': {
    message: '有“{locale}”的文字，但它不在模型声明的语言之内（{locales}）。',
    remedy: '请把 {locale} 加入“locales”并译全所有文字，或删除这一条。',
  },
  'level-start': { message: '最低等级是 {value}。', remedy: '等级请从 0 或 1 开始编号。' },
  'level-order': { message: '等级 {previous} 之后是 {value}。', remedy: '等级请由低到高连续编号，不留空。' },
  'duplicate-id': {
    message: 'id“{id}”在第 {firstLine} 行已经用过。',
    remedy: '每个{kind}都要有自己的 id。',
  },
  'duplicate-answer-value': { message: '有两个答案的值都是 {value}。', remedy: '同一组答案中每个答案的值应各不相同。' },
  'missing-descriptor': {
    message: '实践“{practice}”没有等级 {level}（{name}）的描述。',
    remedy: '请在“descriptors”下加上“{level}:”，并写出每种语言的文字。',
  },
  'unknown-level': { message: '本模型没有等级 {level}。', remedy: '请用其中之一：{known}。' },
  'unknown-practice': { message: '本模型没有实践“{id}”。', remedy: '请写本模型中某项实践的 id。' },
  'unknown-answer-set': {
    message: '本模型没有答案组“{id}”。',
    remedy: '请在“answerSets”下定义它，或用其中之一：{known}。',
  },
  'unused-answer-set': { message: '没有题目使用答案组“{id}”。', remedy: '请删除它，或在该用它的题目里写上它的名称。' },
  'unknown-stream': {
    message: '实践“{practice}”没有分流“{id}”。',
    remedy: '请在该实践的“streams”下定义它，或用其中之一：{known}。',
  },
  'prerequisite-cycle': { message: '这些实践互为前提，形成循环：{cycle}。', remedy: '请去掉其中一个前提。' },
  'answers-missing': {
    message: '“{type}”类题目需要写明答案。',
    remedy: '请用“answers”写上答案组的名称，或用“options”直接写出答案。',
  },
  'answers-twice': { message: '题目同时有“answers”和“options”。', remedy: '请只保留一个。' },
  'answers-not-allowed': {
    message: '“{type}”类题目自带刻度，不能另写答案。',
    remedy: '请去掉“answers”和“options”，或把题目改为“choice”。',
  },
  'answer-count': {
    message: '“{type}”类题目有 {count} 个答案，应为 {needed} 个。',
    remedy: '请写 {needed} 个答案，或把题目改为“choice”。',
  },
  'level-item-with-level': {
    message: '“level”类题目涵盖所有等级，不能归属其中一级。',
    remedy: '请去掉“level”，或把题目改为其他类型。',
  },
  'nothing-to-score': {
    message: '实践“{practice}”没有可计分的题目。',
    remedy: '请加一道不是自由填写的题目；省略“items”则直接询问等级。',
  },
  'satisfaction-missing': {
    message: '阶梯定级需要“satisfaction”：把实践评到某一级所需的答题人比例。',
    remedy: '请在“scoring”下加上“satisfaction: 0.5”（或大于 0、不超过 1 的其他比例）。',
  },
  'satisfaction-not-used': {
    message: '只有阶梯定级使用“satisfaction”；本模型的方法是“{method}”。',
    remedy: '请删除它，或改为“method: staged”。',
  },
  'streams-missing': {
    message: '分流累加需要分流，而实践“{practice}”没有。',
    remedy: '请给该实践加上“streams”，并在每道题里写明所属分流。',
  },
  'item-without-stream': {
    message: '分流累加的模型中，每道计分题都归属一个分流和一个等级；这里缺少“{key}”。',
    remedy: '请给题目加上“{key}”。',
  },
  'level-item-in-stream-sums': {
    message: '分流累加把答案的分值相加，而“level”类题目没有分值。',
    remedy: '请改为每个等级、每个分流各问一题，例如使用 0 到 1 的答案组。',
  },
  'answer-value-in-stream-sums': {
    message: '分流累加按答案自身的分值计入，分值应在 0 与 1 之间；这里是 {value}。',
    remedy: '请把答案的分值定在 0 与 1 之间，使完全达到的一级恰好加 1。',
  },
  'level-without-question': {
    message: '实践“{practice}”没有等级 {level} 的题目，无从判断是否达到。',
    remedy: '请加一道写有“level: {level}”的题目。',
  },
  'stream-without-question': {
    message: '没有计分题归属分流“{id}”。',
    remedy: '请加上写有“stream: {id}”的题目，或删除该分流。',
  },
  'question-at-floor': {
    message: '题目不能归属等级 {level}：那是所有人的起点。',
    remedy: '请把题目的等级定在 {lowest} 到 {highest} 之间。',
  },
  'more-problems': { message: '另有 {count} 个问题。', remedy: '请先改正已列出的问题，再重新读取文件。' },
};

/** Words of the format that stand in parameters; ids, keys and values of the file stay as they are. */
const TERMS: Readonly<Record<string, string>> = {
  text: '文字',
  'a number': '数',
  'a whole number': '整数',
  'true or false': ' true 或 false',
  'a list': '列表',
  'a mapping of keys and values': '键值映射',
  level: '等级',
  dimension: '维度',
  practice: '实践',
  item: '题目',
  stream: '分流',
};

/** Parameters whose value is a phrase, not something of the file. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'wrong-type': ['expected'],
  'duplicate-id': ['kind'],
  'number-out-of-range': ['rule'],
};

const inChinese = (phrase: string): string =>
  TERMS[phrase] ??
  phrase
    .replace(/^above (\S+)/, '大于 $1')
    .replace(/^at least (\S+)/, '不小于 $1')
    .replace(/ and at most (\S+)$/, '、不大于 $1');

/** The problem in the language of whoever imports the file. */
export function inLanguageOf<Problem extends ModelProblem>(locale: string, problem: Problem): Problem {
  if (!locale.startsWith('zh')) return problem;
  const { message, remedy } = CHINESE[problem.code];
  const phrases = PHRASES[problem.code] ?? [];
  const fill = (wording: string): string =>
    wording.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(problem.params[name] ?? '');
      return phrases.includes(name) ? inChinese(value) : value;
    });
  return { ...problem, message: fill(message), remedy: fill(remedy) };
}
