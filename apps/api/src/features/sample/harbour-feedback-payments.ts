import type { SampleFeedbackGroup } from './sample-feedback.js';

const PARENT = 'Busy parent';

/** What was said of paying, of the app in which most of it is done, and of cash. */
export const PAYMENT_FEEDBACK: readonly SampleFeedbackGroup[] = [
  {
    painPoint: 'two-codes',
    touchpoint: 'Transfer to a new payee',
    persona: PARENT,
    metric: 'payment_csat',
    said: `
      survey 343 3 | Two codes to pay the plumber forty pounds. The plumber waited longer than he worked.
      survey 298 2 | First a code for the payee, then a code for the payment, for the same thirty seconds of my life.
      walk 261 | New payee: code by text, name check, second code in the app. The first code had expired when the second was asked for.
      survey 224 3 | 给新收款人转账要验证两次，第一个验证码还没收到第二个就来了。
      = survey 219 3 | 给新收款人转账要验证两次，第一个码还没收到，第二个就来了。
      forum 174 | Love the app, hate the double code. One confirmation is enough for anybody.
      survey 31 2 | Two codes for one payment is one too many.
      = survey 26 2 | Two codes for one payment. That is one too many.
      ? survey 5 3 | Two codes for one payment is really one too many.
    `,
  },
  {
    painPoint: 'held-no-reason',
    touchpoint: 'Payment is held for a check',
    persona: PARENT,
    metric: 'held_effort',
    said: `
      survey 340 1 | My deposit was held for two days. The app said “in progress”. In progress of what?
      desk 293 | Third caller today whose payment “disappeared”. All three are with the fraud desk.
      survey 253 2 | 钱被扣住两天，APP只显示“处理中”，没有任何说明。
      = survey 246 1 | 钱被扣住两天了，APP只显示“处理中”，没有任何说明！
      interview 197 | “If they had said: we look at it until four o’clock, I would have gone for lunch. I stood there until five.”
      forum 125 | Harbour froze a transfer to my own account at another bank. No message. Rang them, 25 minutes, “it is being checked”.
      survey 59 2 | I understand that you check. I do not understand why I may not know that you do.
      ? desk 8 | Payment for a used car held since yesterday; seller threatens to sell to somebody else; customer knows no reason.
    `,
  },
  {
    painPoint: 'held-call-late',
    touchpoint: 'Payment is held for a check',
    persona: PARENT,
    metric: 'held_effort',
    said: `
      survey 334 2 | You called at 15:10 about something I did at 9. I was in a meeting, and the number cannot be called back.
      staff 244 | We take the queue from the top by amount. Somebody’s deposit of 900 waits behind transfers between company accounts.
      survey 202 1 | 打电话来核实，我没接到，回拨是空号。
      interview 178 | He thought the call was the fraud itself: unknown number, asks for his birthday, talks about money.
      survey 144 2 | Five hours until somebody called, and then he asked what the app had asked me already.
      survey 39 4 | They rang after forty minutes this time. Still a number that I cannot call back.
      ? survey 10 2 | Missed your call again. Why can one not ring that number back?
    `,
  },
  {
    painPoint: 'sent-arrived',
    touchpoint: 'Notification of a payment',
    persona: PARENT,
    metric: 'payment_csat',
    said: `
      survey 329 3 | “Sent” – and has it arrived? My landlord says no, my bank says sent, I say nothing any more.
      desk 287 | Wants proof that the payment arrived; we can only confirm that it left.
      survey 237 3 | 显示“已发送”，对方说没收到，到底到没到？
      interview 195 | She sends a screenshot with every rent “because Harbour does not know whether it got there”.
      desk 72 | Called three times until the other bank confirmed that the money is there.
      = desk 69 | Customer called three times until the other bank confirmed that the money was there.
    `,
  },
  {
    painPoint: 'fee-abroad',
    touchpoint: 'Pay abroad',
    persona: PARENT,
    said: `
      survey 325 1 | Ten days in Italy, thirty-one pounds in fees, and I read it three weeks later.
      forum 294 | PSA: Harbour charges 2.75% abroad and the app says nothing when you pay.
      desk 258 | Disputes fees of a whole holiday; nobody had told her at the till nor in the app.
      survey 210 2 | 在国外刷卡，手续费回来才知道，差不多三个点。
      = forum 203 | 在国外刷卡的手续费回来才知道，差不多三个点。
      walk 161 | Paid for coffee in Lisbon: notification within a second, amount in euros, no rate, no fee. The fee stands on the statement.
      ? survey 16 2 | Came home to a list of small fees, one for every ice cream.
    `,
  },
  {
    painPoint: 'notify-off',
    touchpoint: 'Notification of a payment',
    persona: PARENT,
    metric: 'app_stars',
    said: `
      forum 332 | Switched on notifications after two years by accident. Why is this off by default?
      survey 286 3 | My neighbour’s phone buzzes when she pays. Same bank, same app. Mine never did.
      interview 229 | Eleven of fourteen did not know that there are notifications; all eleven wanted them at once.
      survey 168 3 | 原来有到账提醒，藏在设置第三层。
      survey 71 5 | The app asked me what I want to be told about. Salary and everything above fifty, please. Lovely.
    `,
  },
  {
    painPoint: 'weekend-cards',
    touchpoint: 'Balance and recent payments',
    persona: PARENT,
    metric: 'app_stars',
    said: `
      survey 320 2 | What I spend on Saturday is there on Tuesday. By then I have forgotten what it was.
      forum 268 | balance on sunday is fiction. it does not know about the supermarket yet
      survey 213 3 | 周末刷的卡周二才显示，余额根本不准。
      = survey 207 3 | 周末刷的卡要周二才显示，余额根本不准。
      desk 150 | Overdrawn on a Monday although the app had shown 120 pounds the evening before.
      interview 106 | “I do the sum in my head: app minus weekend.”
      ? forum 11 | Sunday balance says 212, Tuesday says 61. Which one do I plan with?
    `,
  },
  {
    painPoint: 'standing-first-day',
    touchpoint: 'Set up a standing order',
    persona: PARENT,
    metric: 'payment_csat',
    said: `
      survey 307 3 | Set up on the 28th for the 1st. First payment went out on the 1st – of the month after.
      desk 264 | Rent standing order began a month late; landlord sent a reminder with a fee.
      walk 216 | “First execution” takes tomorrow’s date without a word when one leaves it empty.
      survey 146 3 | 设了每月一号，第一笔却跳到了下个月。
    `,
  },
  {
    painPoint: 'machine-empty',
    touchpoint: 'Cash machine',
    persona: PARENT,
    said: `
      visit 324 | Saturday 11:00, both machines in the High Street lobby out of order, eleven people in twenty minutes turned away.
      desk 302 | Cash machine at the station empty since Friday evening; customer asks whether we know.
      survey 269 2 | Sunday, market day, your machine says “temporarily out of service”. It says that every Sunday.
      = survey 260 2 | Sunday is market day, and your machine says “temporarily out of service”. It says so every Sunday.
      staff 234 | The contractor fills on Tuesdays and Fridays. Before a bank holiday that is not enough.
      survey 185 3 | 周末取不到钱，两台机器都停用。
      desk 143 | Drove to three machines on Saturday evening, none of them paid out.
      visit 63 | Machine back in service by nine on Sunday; a sign says whom to call. First weekend without a queue at the counter on Monday.
      ? desk 13 | Again no cash on Saturday at the station, both machines.
      ? visit 2 | Screen of the machine at the station is white since Thursday; no note, no number.
    `,
  },
  {
    painPoint: 'new-phone',
    touchpoint: 'Sign in and confirm',
    persona: PARENT,
    metric: 'app_stars',
    said: `
      survey 315 1 | New phone, old phone sold, no way in. A letter with a code came after six days.
      desk 277 | Cannot confirm with the new phone because the confirmation goes to the old one, which is in pieces.
      forum 241 | Before you wipe your old phone: Harbour needs it to let the new one in. Learned that the hard way.
      survey 194 1 | 换了手机登不进去，要等寄来的信，一周没法付款。
      = survey 188 1 | 换了新手机就登不进去，要等寄来的信，一周没法付款。
      visit 135 | At the counter with passport and new phone; we could not help, the code comes by post only.
      ? desk 14 | Locked out since he got a new phone on Monday; letter not there yet; rent is due tomorrow.
    `,
  },
  {
    painPoint: 'forty-categories',
    touchpoint: 'Spending overview',
    persona: PARENT,
    said: `
      interview 292 | Nobody of nine had opened the overview in the last month; two said “the coloured thing”.
      survey 156 4 | 分类有四十种，可我只想知道还剩多少钱。
      survey 92 4 | Fun to look at once. My vet is “leisure”, apparently.
    `,
  },
  {
    touchpoint: 'Balance and recent payments',
    said: `
      ! forum 282 | First! | Nothing is said.
      ! survey 173 1 | The weather on my holiday was awful, zero stars. | Nothing that we could do anything about.
      ! survey 104 5 | 很好用，继续保持！ | Praise; there is no pain in it.
      ! desk 78 | Asks whether we also sell bicycles, as the advertisement showed one. | A question that was answered at once; nothing goes wrong here.
      ? survey 9 3 | Dark mode shows the minus in dark red on black. I owe you money that I cannot see.
      ? survey 6 4 | 转账记录只能往前翻三个月，报税的时候很不方便。
      ? forum 3 | Is it just me or does the app log you out each time a call comes in?
    `,
  },
];
