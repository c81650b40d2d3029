import type { SampleFeedbackGroup } from './sample-feedback.js';

const BUYERS = 'First home buyers';

/** What was said of mortgages, from the first sum to the end of the fixed rate. */
export const MORTGAGE_FEEDBACK: readonly SampleFeedbackGroup[] = [
  {
    painPoint: 'nine-days',
    touchpoint: 'Book a talk with an adviser',
    persona: BUYERS,
    metric: 'mortgage_talk_csat',
    said: `
      survey 346 3 | Nine days for the first talk. The house was sold on day six.
      interview 308 | “The agent wanted a letter by Friday. The bank had an hour free on Wednesday. The Wednesday after.”
      survey 271 4 | The talk was excellent. Getting one was not.
      survey 198 3 | 约一次面谈要等九天，房子早被别人订了。
      = survey 191 3 | 约一次面谈要等九天，房子早就被别人订走了。
      forum 145 | First appointment at Harbour: 10 days. Broker next door: this afternoon.
      visit 100 | Couple with a pram asked for “ten minutes with anybody who knows mortgages”. The adviser was free, the calendar said no.
      ? survey 8 3 | Next free adviser in eleven days. We have until Sunday.
    `,
  },
  {
    painPoint: 'papers-twice',
    touchpoint: 'Send in the mortgage papers',
    persona: BUYERS,
    metric: 'mortgage_papers_effort',
    said: `
      survey 344 1 | You asked for my payslips three times. They did not get better.
      survey 312 2 | Sent the land register on the 3rd. Got a letter on the 9th that the land register is missing. Sent it again. Same on the 16th.
      survey 256 2 | 工资单交了三次，每次都说没收到。
      = survey 250 1 | 工资单交了三次，每次都说没有收到。
      interview 230 | “Did nobody open the attachment?” – she now asks for a receipt for every single file.
      staff 209 | Papers are printed here, scanned in another city and land in a folder by date. Whoever looks by name finds nothing.
      survey 177 2 | The employer’s letter was asked for twice, the second time with a deadline that had passed.
      = survey 172 2 | Employer’s letter asked for twice – the second time with a deadline that had passed already.
      walk 142 | Test file of eleven papers: two were asked for again, one of them on the day it had been confirmed.
      survey 53 3 | 材料清单每次都不一样，到底要哪些？
      ? survey 17 2 | Payslip again? You have had it since the second.
      ? survey 5 1 | 同一份收入证明，今天又让我传一次。
    `,
  },
  {
    painPoint: 'no-status',
    touchpoint: 'Where is my mortgage?',
    persona: BUYERS,
    said: `
      desk 342 | Calls every Monday. Every Monday we say that it is being processed.
      survey 306 1 | Four weeks of “it is in processing”. I could have processed a house with my own hands.
      interview 275 | “No news is bad news.” They withdrew one offer because they thought that the bank had said no.
      desk 243 | Asks for the name of anybody who has seen the file.
      survey 200 2 | 打了五次电话，每次的回答都是“在审批中”。
      = desk 192 | 客户打了五次电话，每次得到的回答都是“在审批中”。
      staff 165 | I look into the same screen as the customer: a date of receipt and nothing else.
      forum 86 | How do you find out where your application stands at Harbour? Answer: you do not.
      ? desk 11 | Calls every Monday, and every Monday we say that it is being processed.
    `,
  },
  {
    painPoint: 'valuation-silent',
    touchpoint: 'Valuation of the home',
    persona: BUYERS,
    said: `
      survey 333 2 | A man came, measured for twelve minutes, left. That was in May.
      desk 280 | Wants to know the outcome of the valuation; we are not told before the decision.
      interview 226 | They baked a cake for the surveyor. “He said nothing, he did not even say whether he liked the roof.”
      survey 159 3 | 评估师来过之后就再没消息了。
    `,
  },
  {
    painPoint: 'offer-threat',
    touchpoint: 'Mortgage offer',
    persona: BUYERS,
    metric: 'mortgage_nps',
    said: `
      survey 339 7 | Forty pages on what happens if we do not pay. On page one I wanted to read: congratulations.
      interview 310 | She read it aloud: “shall forfeit”, “without prejudice”, and put it away for a week.
      survey 273 6 | 合同四十页，看到第三页就害怕了。
      = survey 266 6 | 合同四十页，看到第三页就有点害怕了。
      desk 220 | Customer asks whether the bank can really take the house “at any time”, as the offer says.
      interview 131 | With the new first page: read in two minutes, nodded, turned to the sum. “So that is it. And where do we sign?”
      survey 101 9 | The page at the front is good. I gave the other forty to my brother.
      survey 32 8 | 首页讲得很清楚，但最后还是看利率。
    `,
  },
  {
    painPoint: 'example-rate',
    touchpoint: 'Mortgage pages and rates',
    persona: BUYERS,
    said: `
      survey 297 3 | The example is for people with 40 % of their own money. If I had that I would not be reading this.
      forum 247 | harbour’s headline rate is real, you just have to be somebody else to get it
      interview 183 | “They begin with the rate. I begin with my rent.”
      survey 110 3 | 网页上的利率例子跟我们的情况完全不沾边。
    `,
  },
  {
    painPoint: 'loyal-rate',
    touchpoint: 'End of the fixed rate',
    persona: BUYERS,
    metric: 'mortgage_nps',
    said: `
      survey 326 2 | Eight years with you, and the letter offers me more than your own window offers a stranger.
      desk 291 | Leaves for another bank; says that one call would have been enough.
      survey 228 3 | 老客户的利率比新客户还高，这是什么道理？
      = survey 221 3 | 老客户的利率居然比新客户还高，这是什么道理？
      interview 170 | “They had six months to call me. The broker needed one evening.”
      survey 67 2 | I had to threaten to leave before somebody picked up the phone.
      ? survey 14 1 | The letter about the end of my rate could have been an offer. It was an announcement.
    `,
  },
  {
    painPoint: 'talk-retyped',
    touchpoint: 'First mortgage talk',
    persona: BUYERS,
    said: `
      staff 319 | After each talk I sit for fifty minutes and type in what the customers had filled in on the web the day before.
      staff 254 | Calculator, appointment and loan system each want the income. Three times typed, two spellings of the name.
      interview 201 | “I had entered all of that at home. The adviser turned her screen: empty.”
      survey 122 4 | 在网上填过的资料，面谈时又从头问了一遍。
      survey 62 4 | Lovely adviser, but why did I fill in the web form if she asks it all again?
    `,
  },
  {
    touchpoint: 'Where is my mortgage?',
    said: `
      ! survey 204 2 | House prices are simply too high, somebody should do something. | Nothing that we could do anything about.
      ! desk 128 | Wants the telephone number of the surveyor for a date. | Not for us.
      ! survey 76 9 | 顾问非常专业，谢谢！ | Praise; it was passed on to the adviser.
      ! interview 51 | Hypothetical: what if the bank built houses? | An idea of the interviewer, not of a customer.
      ? interview 12 | Both fill in the same form on two phones, and the one who saves last wins.
      ? staff 4 | Two couples this week came with a mortgage in principle of ours that the estate agent did not accept, because it has no name of a person on it.
      ? survey 2 6 | 房贷审批书是英文的，能不能有个中文摘要？
    `,
  },
];
