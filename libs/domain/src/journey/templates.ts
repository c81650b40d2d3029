import type { LifecycleStage } from './lifecycle.js';

/** A text in the two languages that templates come in. */
interface TwoLanguages {
  readonly en: string;
  readonly 'zh-CN': string;
}

export interface JourneyTemplateStage {
  readonly name: TwoLanguages;
  readonly lifecycle: LifecycleStage | null;
}

export interface JourneyTemplate {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly about: TwoLanguages;
  readonly stages: readonly JourneyTemplateStage[];
}

const stage = (lifecycle: LifecycleStage | null, en: string, chinese: string): JourneyTemplateStage => ({
  name: { en, 'zh-CN': chinese },
  lifecycle,
});

/** Starting points for a map: stages only, since what happens in them is for those who know the customers to say. */
export const JOURNEY_TEMPLATES: readonly JourneyTemplate[] = [
  {
    id: 'five-stages',
    name: { en: 'The five stages', 'zh-CN': '五阶段旅程' },
    about: {
      en: 'A customer’s whole relationship with you, from first hearing of you to being looked after.',
      'zh-CN': '客户从初次了解到获得售后服务的完整关系。',
    },
    stages: [
      stage('awareness', 'Awareness', '意识'),
      stage('consideration', 'Consideration', '考虑'),
      stage('decision', 'Decision', '决策'),
      stage('purchase', 'Purchase', '购买'),
      stage('after_sales', 'After-sales', '售后'),
    ],
  },
  {
    id: 'order-fulfilment',
    name: { en: 'Order fulfilment', 'zh-CN': '订单履约' },
    about: {
      en: 'One order from the first question to the claim, for teams that are measured on delivery.',
      'zh-CN': '一笔订单从咨询到理赔的全过程，适合以履约为目标的团队。',
    },
    stages: [
      stage('consideration', 'Enquiry', '咨询'),
      stage('decision', 'Order', '下单'),
      stage('purchase', 'Payment and delivery', '支付与配送'),
      stage('purchase', 'Tracking', '物流跟踪'),
      stage('purchase', 'Receipt', '签收'),
      stage('after_sales', 'Complaint', '投诉'),
      stage('after_sales', 'Claim', '理赔'),
    ],
  },
  {
    id: 'retail',
    name: { en: 'Retail', 'zh-CN': '零售' },
    about: {
      en: 'A purchase in a shop or online, up to the next visit.',
      'zh-CN': '门店或线上的一次购物，直至再次光顾。',
    },
    stages: [
      stage('awareness', 'Getting the idea', '产生需求'),
      stage('consideration', 'Browsing and comparing', '浏览与比较'),
      stage('decision', 'Choosing', '选定商品'),
      stage('purchase', 'Paying', '结账付款'),
      stage('purchase', 'Receiving the goods', '收货'),
      stage('after_sales', 'Using and returning', '使用与退换'),
      stage('after_sales', 'Coming back', '再次购买'),
    ],
  },
  {
    id: 'travel',
    name: { en: 'Travel', 'zh-CN': '旅行' },
    about: {
      en: 'A trip from the wish to go to telling others about it.',
      'zh-CN': '一次出行，从萌生想法到归来分享。',
    },
    stages: [
      stage('awareness', 'Dreaming', '萌生想法'),
      stage('consideration', 'Planning', '规划行程'),
      stage('decision', 'Booking', '预订'),
      stage('purchase', 'Getting ready', '行前准备'),
      stage('purchase', 'Departure', '出发'),
      stage('purchase', 'Under way', '途中'),
      stage('purchase', 'Arrival and stay', '抵达与停留'),
      stage('after_sales', 'Back home', '返程之后'),
    ],
  },
  {
    id: 'finance',
    name: { en: 'Finance', 'zh-CN': '金融' },
    about: {
      en: 'Taking up an account, a loan or a policy, and living with it.',
      'zh-CN': '开立账户、申请贷款或投保，以及后续使用。',
    },
    stages: [
      stage('awareness', 'Noticing a need', '发现需求'),
      stage('consideration', 'Looking into offers', '了解产品'),
      stage('decision', 'Applying', '提交申请'),
      stage('decision', 'Identity and checks', '身份核验与审批'),
      stage('purchase', 'Signing and starting', '签约启用'),
      stage('after_sales', 'Everyday use', '日常使用'),
      stage('after_sales', 'Getting help', '寻求帮助'),
      stage('after_sales', 'Renewing or leaving', '续约或离开'),
    ],
  },
  {
    id: 'technology',
    name: { en: 'Technology', 'zh-CN': '科技' },
    about: {
      en: 'Software or a device, from the first trial to renewal.',
      'zh-CN': '软件或设备从初次试用到续订。',
    },
    stages: [
      stage('awareness', 'Hearing of it', '初次听说'),
      stage('consideration', 'Trying it out', '试用'),
      stage('decision', 'Making the case', '内部论证'),
      stage('purchase', 'Buying', '采购'),
      stage('purchase', 'Setting up', '部署上手'),
      stage('after_sales', 'Working with it', '日常使用'),
      stage('after_sales', 'Support', '获取支持'),
      stage('after_sales', 'Renewing or extending', '续订与扩展'),
    ],
  },
];

export const journeyTemplate = (id: string): JourneyTemplate | undefined =>
  JOURNEY_TEMPLATES.find((template) => template.id === id);

/** A template's text for a reader: Chinese for every kind of Chinese, English for everybody else. */
export const templateText = (text: TwoLanguages, locale: string): string =>
  locale.toLowerCase().startsWith('zh') ? text['zh-CN'] : text.en;
