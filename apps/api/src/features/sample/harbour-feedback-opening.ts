import type { SampleFeedbackGroup } from './sample-feedback.js';

const FIRST = 'First earner';

/** What was said of opening an account and of the first weeks with it. */
export const OPENING_FEEDBACK: readonly SampleFeedbackGroup[] = [
  {
    painPoint: 'address-twice',
    touchpoint: 'Open an account in the app',
    persona: FIRST,
    metric: 'opening_effort',
    said: `
      survey 341 3 | I had just typed my whole address and two screens later it wanted it again, flat number and all.
      survey 288 4 | Why twice where I live? Nothing changed in the three minutes between.
      = survey 279 3 | Why do you ask twice where I live? Nothing changed in those three minutes.
      interview 251 | She laughed when the second address screen came: “I thought the app had forgotten me already.”
      walk 214 | Screen 3 and screen 7 ask for the same street. We filled in the second one wrong on purpose; nobody noticed.
      survey 176 4 | 地址填了两遍，第二遍还不能粘贴。
      = survey 171 3 | 地址填了两遍，第二遍还不能粘贴，烦。
      staff 158 | Half of those I help on the phone stop at the second address page and think that they pressed back.
      ? survey 9 3 | Address again?? I gave it to you on the first page.
    `,
  },
  {
    painPoint: 'form-lost',
    touchpoint: 'Open an account in the app',
    persona: FIRST,
    metric: 'opening_effort',
    said: `
      survey 352 1 | My bus came, I put the phone away, and everything I had filled in was gone.
      desk 331 | Customer began the application three times; each time a call came in and the form was empty afterwards.
      forum 300 | Pro tip: do the Harbour application in one go. Switch to another app for the tax number and you start at zero.
      survey 262 2 | 填到一半去找税号，回来全没了，只能重新来。
      = forum 255 | 填到一半去找税号，回来就全没了，只能重新填。
      interview 233 | He keeps a note with all his answers now, “for the next time it throws me out”.
      survey 121 2 | It said “session expired” while I was looking for my passport. I was in the next room!
      survey 22 5 | Was interrupted twice and this time everything was still there. Better than what my friend told me.
    `,
  },
  {
    painPoint: 'tax-words',
    touchpoint: 'Open an account in the app',
    persona: FIRST,
    metric: 'opening_effort',
    said: `
      survey 318 3 | What on earth is tax residency? I live here, I work here, is that not enough?
      desk 272 | Caller asks whether she has to tick “US person” because she was there on holiday.
      interview 240 | Three of five stopped at “tax residency” and searched for it in a browser; one did not come back.
      survey 163 4 | “税务居民”是什么意思？旁边没有解释，我只好乱选。
      staff 61 | We have a sticker on the desk that explains the tax question, because the app does not.
      ? forum 6 | anyone know what to put under tax residency if you moved here in spring? app gives no hint
    `,
  },
  {
    painPoint: 'video-evening',
    touchpoint: 'Identity check by video',
    persona: FIRST,
    metric: 'identity_effort',
    said: `
      survey 347 2 | Finished the form at half past eight. Video calls end at eight. Well.
      desk 281 | Asks why an online bank has opening hours for the camera.
      survey 248 2 | 下班回家已经八点多，视频认证关门了，第二天又忘了。
      = survey 236 2 | 下班到家已经八点多了，视频认证已经关门，第二天又忘了。
      walk 205 | Monday 19:40, position 17 in the queue; at 20:00 the call was cut off with “please come back tomorrow”.
      interview 182 | “I would have been your customer on Sunday. On Monday I was somebody else’s.”
    `,
  },
  {
    painPoint: 'video-light',
    touchpoint: 'Identity check by video',
    persona: FIRST,
    metric: 'identity_effort',
    said: `
      survey 350 1 | Four tries. Too dark, too bright, too shiny, and then the agent hung up.
      survey 322 2 | I stood on a chair under the kitchen lamp holding my passport. Is this how one becomes a customer?
      desk 296 | Customer was told three times to tilt the passport; the hologram never showed, the check was cancelled.
      survey 267 1 | The lady kept saying “more light please”. It was noon and I was at the window.
      = survey 259 1 | The lady kept saying “more light please” – it was noon and I stood at the window.
      survey 231 2 | 灯光试了四次都不行，最后人家直接挂断了。
      interview 218 | “Is it me or is it the app?” – he moved to the bathroom because the mirror has a lamp.
      staff 187 | On the agents’ side the picture freezes when the customer’s upload is slow; they send people away for “light”.
      survey 118 6 | Held the phone on the passport, beep, done. I had been dreading that part.
      survey 74 7 | 护照贴一下手机就读出来了，一分钟都不到，赞。
    `,
  },
  {
    painPoint: 'upload-unreadable',
    touchpoint: 'Upload a document',
    persona: FIRST,
    metric: 'opening_csat',
    said: `
      survey 336 2 | “Document could not be accepted.” Which one? Why? I sent five photos and never found out.
      survey 303 1 | Upload refused, no reason. Tried again with the same photo, accepted. Magic.
      desk 270 | Payslip refused as unreadable; on our screen it can be read without glasses.
      survey 222 2 | 上传工资单三次都被退回，只说“无法处理”，不说哪里不对。
      = desk 215 | 上传工资单三次被退回，只说“无法处理”，没说哪里不对。
      walk 169 | A photo of 11 MB is refused after two minutes of uploading; the limit of 10 MB is written nowhere.
      forum 133 | harbour rejects any residence permit photo taken on an iphone, export it as jpg first and it goes through
      ? survey 12 2 | Refused again: “unreadable”. I can read it. My grandmother can read it.
      ? survey 4 2 | Refused again, “unreadable”. I can read it, my grandmother can read it.
    `,
  },
  {
    painPoint: 'fees-pdf',
    touchpoint: 'Read the terms and the fees',
    persona: FIRST,
    metric: 'opening_csat',
    said: `
      survey 327 3 | I wanted one number: what does it cost a month. I got nine pages.
      interview 245 | He scrolled to page four, said “they hide it”, and opened a comparison site instead.
      forum 208 | where do they even list the overdraft fee? found it: page 7, second footnote
      survey 151 3 | 费用表是九页的PDF，手机上根本看不清。
      survey 48 4 | Free until 26 – I read that on a forum, not on your page.
    `,
  },
  {
    painPoint: 'card-slow',
    touchpoint: 'Card arrives by post',
    persona: FIRST,
    metric: 'card_delivery_csat',
    said: `
      survey 345 2 | Nine days for a card. My sandwich shop makes me a loyalty card while I wait.
      survey 311 3 | Account open on Monday, card the Thursday of the week after. I paid everything with the old bank meanwhile.
      desk 284 | Second call about the same card; nobody can see where it is once it has left the manufacturer.
      survey 257 2 | 卡等了八个工作日，期间只能用旧银行的卡。
      = survey 249 2 | 卡等了整整八个工作日，这期间只能用旧银行的卡。
      forum 166 | day 8, still no card. is that normal with harbour?
      = survey 160 1 | Day 8 and still no card. Is that normal with Harbour?
      desk 41 | Moving to a new flat: the card went to the old address although the new one is in the account.
      ? survey 15 2 | 卡等了八个工作日，期间还是用旧银行的卡。
    `,
  },
  {
    painPoint: 'pin-apart',
    touchpoint: 'PIN arrives by post',
    persona: FIRST,
    metric: 'card_delivery_csat',
    said: `
      survey 338 2 | Card on Tuesday, PIN on Saturday. In between I own a piece of plastic.
      survey 290 2 | Threw the second letter away because it looked like advertising. That was the PIN.
      = desk 283 | Customer threw the second letter away because it looked like advertising. It was the PIN.
      desk 225 | PIN letter never arrived, new one ordered, that one came after six working days.
      survey 180 3 | 卡到了密码没到，只能看着它发呆。
      visit 129 | Three people this week asked at the counter whether we can “just tell them the PIN”.
    `,
  },
  {
    painPoint: 'salary-move',
    touchpoint: 'Move the salary and standing orders',
    persona: FIRST,
    said: `
      interview 349 | She has had the account for four months; the salary still goes to the old bank “because the form needs a printer”.
      survey 274 3 | I know that I should move my standing orders. There are nineteen of them.
      staff 239 | In welcome calls people say yes to moving the salary and then nothing happens; the form is the reason.
      survey 193 4 | 工资转户要打印表格给公司盖章，这年头谁还有打印机。
      forum 148 | The person who rang me after two weeks had filled in the form for my employer. I only had to forward it.
      interview 79 | “Nobody has called. My colleague got a call last year, she said it was the best part.”
      ? survey 18 3 | Nobody told me how to get my salary over here, so it still goes to the other account.
    `,
  },
  {
    painPoint: 'heavy-paper',
    touchpoint: 'Welcome letter',
    persona: FIRST,
    said: `
      survey 305 4 | Thick paper, gold edge, and I still had to search for the account number.
      interview 227 | Seven of eight could not say what stood in the letter; five had thrown it away unread.
      survey 138 5 | 信封很精致，内容没看，直接去APP里找账号了。
    `,
  },
  {
    touchpoint: 'Open an account in the app',
    said: `
      ! survey 265 1 | asdfasdf | Nothing is said.
      ! survey 153 5 | Everything fine, thank you! | Praise; there is no pain in it.
      ! desk 109 | Please open an account for my dog as well, he is a good boy. | A joke.
      ! survey 44 5 | 挺好的，没什么问题。 | Praise; there is no pain in it.
      ? survey 7 4 | The pictures of happy people in rowing boats load before the button does.
      ? interview 3 | He opened the account with one hand on the pram and never saw the last screen: the text about the deposit covers the button.
    `,
  },
];
