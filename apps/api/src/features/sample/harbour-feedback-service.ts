import type { SampleFeedbackGroup } from './sample-feedback.js';

const REGULAR = 'Let-down regular';

/** What was said of calls, complaints, help pages and branches. */
export const SERVICE_FEEDBACK: readonly SampleFeedbackGroup[] = [
  {
    painPoint: 'tell-twice',
    touchpoint: 'Call the contact centre',
    persona: REGULAR,
    metric: 'call_csat',
    said: `
      survey 348 2 | Told it to Ben, was passed on, told it to Aisha. By then I had a better version.
      survey 317 1 | “I will put you through to a colleague.” The colleague knew my name and nothing else.
      desk 295 | Customer refuses to explain a third time and asks for somebody “who can read”.
      survey 263 2 | 同样的事情讲了三遍，每换一个人就要从头讲。
      = survey 252 2 | 同样的事情讲了三遍，每换一个人都要从头讲起。
      staff 206 | First line writes into one system, second line reads another. We ask because we cannot see.
      walk 175 | Test call with a disputed payment: 9 minutes of waiting, two people, the story told twice, no case number.
      survey 65 4 | She had my first call on her screen. I nearly fell off the chair.
      survey 28 5 | 这次接电话的人已经知道我上次说了什么，终于！
      ? survey 7 2 | Told it to Tom, was passed on, told it to Aisha. By then I had a better version.
    `,
  },
  {
    painPoint: 'monday-wait',
    touchpoint: 'Call the contact centre',
    persona: REGULAR,
    metric: 'call_csat',
    said: `
      survey 335 1 | Monday, 9:15. Twenty-two minutes of pan pipes.
      survey 301 2 | “Your call is important to us” – eleven times, I counted.
      = forum 299 | “Your call is important to us”, eleven times. I counted.
      desk 278 | Hung up after 18 minutes twice, came to the branch instead.
      survey 212 2 | 周一早上打进来等了二十分钟。
      staff 164 | Everything that broke at the weekend calls on Monday between nine and eleven. We are as many as on a Thursday.
      ? survey 6 2 | 周一早上打进来，等了二十分钟才有人接。
    `,
  },
  {
    painPoint: 'silence',
    touchpoint: 'First answer to a complaint',
    persona: REGULAR,
    metric: 'complaint_csat',
    said: `
      survey 337 2 | A friendly first mail by name, then two weeks of nothing. I thought it had been lost.
      desk 304 | Calls to ask how the complaint stands; file says “with Payments Operations” since the 11th.
      survey 285 1 | They hope that I forget it. I do not forget it.
      survey 238 2 | 第一封回信很快，然后两个星期没有任何消息。
      = survey 229 2 | 第一封回信很快，之后两个星期没有任何消息。
      interview 196 | She writes down the date of each call: “four calls, and none of them from you.”
      staff 107 | We may only write when there is something new. There is mostly nothing new.
      survey 42 3 | Got a message that there is no news yet. Odd, but I liked it.
      ? desk 10 | Complaint of the 3rd, no word since the confirmation; customer asks whether a person looks at it.
    `,
  },
  {
    painPoint: 'letter-terms',
    touchpoint: 'Decision on a complaint',
    persona: REGULAR,
    metric: 'complaint_csat',
    said: `
      survey 328 1 | Got my forty pounds back and a lecture in three paragraphs.
      survey 294 2 | The letter was right, and it made me angrier than the mistake.
      interview 242 | He reads only the sum. “The rest is so that nobody can sue anybody.”
      survey 189 2 | 回信引用了三段条款，就是没有一句道歉。
      staff 149 | The template has eleven text blocks from Legal and one line for us.
      survey 30 4 | A short letter with a sorry in it. Thank you, that was all I wanted.
    `,
  },
  {
    painPoint: 'help-search',
    touchpoint: 'Find an answer in the help pages',
    persona: REGULAR,
    said: `
      survey 323 2 | Searched for “paid twice”. Got “How to pay twice as fast”.
      walk 287 | Twelve everyday questions typed into the search: four answers, five near misses, three articles of 2019.
      forum 217 | If you need help with Harbour use a search engine, not their help page
      survey 162 3 | 帮助页面搜“重复扣款”，出来的都是广告。
      staff 117 | Callers read the article to me and ask which of the two buttons it means. Neither is there any more.
      ? walk 13 | Search for “card swallowed by machine” leads to an article about freezing vegetables of a recipe partner.
    `,
  },
  {
    painPoint: 'chat-pause',
    touchpoint: 'Chat with an adviser',
    persona: REGULAR,
    metric: 'call_csat',
    said: `
      survey 314 3 | Chat: “Let me look that up.” Four minutes. “Are you still there?” I was. Were you?
      survey 246 2 | It closed because of my inactivity while I was waiting for yours.
      = forum 240 | The chat closed because of my inactivity, while I was waiting for yours.
      staff 181 | We serve four chats at once and read up in a manual of 900 pages.
      survey 124 3 | 客服打字“请稍等”以后五分钟没动静。
      survey 54 3 | Good answer in the end. I had made dinner meanwhile.
    `,
  },
  {
    painPoint: 'callback-missed',
    touchpoint: 'Ask to be called back',
    persona: REGULAR,
    said: `
      survey 321 1 | Took an hour off for your call at two. It came at ten past four.
      desk 265 | No call back at the hour that was chosen; second time for this customer.
      survey 186 2 | 预约了下午两点回电，根本没人打来。
      interview 139 | “I booked an hour, as at the dentist’s. The dentist is there.”
      ? survey 15 1 | Booked 17:00, nobody rang, and this morning a mail says that you could not reach me.
    `,
  },
  {
    painPoint: 'counter-queue',
    touchpoint: 'Branch counter',
    persona: REGULAR,
    metric: 'branch_csat',
    said: `
      visit 330 | 12:40, London Bridge: one counter open, nine people waiting, three colleagues at lunch behind glass.
      survey 288 2 | You close two counters exactly when I have my break.
      survey 223 3 | 中午只开一个窗口，排队排到门外。
      = visit 216 | 中午又只开一个窗口，排队排到门外。
      staff 184 | The rota was made when people came in the morning. They come at noon now.
      visit 70 | Lunch hour with the new rota: three counters open, longest wait six minutes.
      survey 25 4 | Quicker than I am used to at noon.
      ? visit 6 | Leeds, 12:30: the ticket machine is out of paper, people queue by shouting.
    `,
  },
  {
    painPoint: 'two-hours-social',
    touchpoint: 'Post about us on social media',
    said: `
      interview 276 | Nobody of twelve with a complaint had posted it; “that is for people with time”.
      forum 152 | Nice that they answer on here within two hours. On the phone I am number 14.
      survey 87 4 | 微博回复很快，可是问题还是要打电话解决。
    `,
  },
  {
    touchpoint: 'Branch counter',
    said: `
      ! visit 259 | The plant beside the door is dying. | Passed on to the branch; nothing that customers run into.
      ! survey 179 5 | Owen’s team is the best. | Praise; it was passed on.
      ! survey 147 1 | Your bank is the worst bank of all banks. | Says nothing that could be looked into, and no way to ask back.
      ! desk 120 | Wrong number, wanted the harbour master. | Not for us.
      ! forum 96 | Buy cheap watches here >>> | Advertising.
      ! survey 64 1 | 测试 | Nothing is said.
      ! survey 33 5 | 服务态度很好，没有意见。 | Praise; there is no pain in it.
      ? visit 9 | A man with a stick waited standing, because the three chairs belong to the advisers’ corner.
      ? staff 5 | Since the letters come without a window people bring them in to ask whether they are real.
      ? survey 3 2 | Had to spell my name for five people, it is on the card I was holding up.
      ? survey 1 3 | 柜台的人说APP可以办，APP说要去柜台。
      ? desk 2 | Asks why the statement arrives as a link to a page that needs the password that she called about.
    `,
  },
];
