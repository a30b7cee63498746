/**
 * What people who order software say, about 400 bytes a message; the numbers change with every round. The wizard's answer is as long as a
 * model's, 300 tokens, where the guided interviewer's own are shorter.
 */
const SAID = [
  (n: number) =>
    `We run a bakery with ${n} shops and want our customers to order bread and cakes online, so that the phone does not ring all morning. Today everything is written on slips of paper, and at least ${n + 3} orders a week get lost or are baked twice. My sister handles the wedding cakes and needs a deposit of 30 percent before she starts, and I would like to see at once who has paid it.`,
  (n: number) =>
    `Mostly the shop assistants will use it, on the old tablets behind the counter, and they must see the orders of the day sorted by pick-up time. The baker looks at it at 3 a.m. and wants one list of what to bake. Customers order from their phones. On Saturdays there are up to ${n + 140} orders, on other days about ${n + 35}, and before Christmas three times that, and then everybody calls to ask for more.`,
  (n: number) =>
    `When somebody orders, they choose a shop and a pick-up time, pay by card or in the shop, and get a confirmation by e-mail. Orders for the next day close at ${(n % 6) + 15}:00. If something is sold out we call them and offer something else. A cancelled order is refunded in full until the evening before; after that we keep ${n + 20} percent, because the dough is made. Who never comes twice must pay first.`,
  (n: number) =>
    `The till comes from another company and has an export as a spreadsheet every night, which our accountant imports by hand; it would be good if orders went there by themselves. We already have a web site that my nephew made. Newsletters are not part of this, and we do not deliver. Some ${n + 60} regular customers have an account with us and get a bill once a month; three of them are hotels.`,
  (n: number) =>
    `It has to be quick even when the whole town orders at once, a page should be there within ${(n % 3) + 1} seconds. Names and phone numbers of customers must be deleted after ${n + 12} months, our data protection man insists on it. It should work for people who cannot see well, and in German as well as in English, because half of our customers are from the institute next door.`,
  (n: number) =>
    `We would like to start before Easter with one shop and see whether it works; after ${(n % 5) + 2} weeks the others follow. The budget is about ${n + 14},000 euros, and ${n + 150} a month for keeping it running. What worries me is that our people do not like computers, and that the internet in the old shop fails twice a week. Then they must still be able to see the orders.`,
] as const

export function visitorSays(exchange: number): string {
  const round = Math.floor(exchange / SAID.length)
  return SAID[exchange % SAID.length]?.(round + 2) ?? ""
}

/** 1.5 KB, in words that repeat no more than a model's do. */
export const WIZARD_SAYS = `Thank you, that gives me a clear picture. Let me say back what I understood, so that you can correct me before we go on.

An order belongs to one shop and one pick-up time. Until the closing hour it can be changed or cancelled by whoever placed it; afterwards only your staff may touch it, and the customer is told by e-mail. The kitchen never sees single orders but sums: how many loaves of each kind, for which delivery van, ready at what hour. Wedding cakes follow a path of their own, with a deposit, a tasting and a named person who answers for them.

Two things I have noted as open. First, nobody has said yet what happens to an order that was paid and never fetched: is the money kept, given to the next purchase, or returned? Second, regular customers with a monthly bill seem to skip the payment step entirely, which means somebody must be able to block an account that falls behind.

I also wrote down an assumption, which you may throw out: prices on the page are those of the day the order is placed, even if flour gets dearer before it is picked up.

Now to the question that decides most about the technology. You mentioned that the line in the old shop drops out twice a week. Suppose it is Saturday, half past seven, twenty people are queueing, and the connection is gone. What exactly must your assistant still be able to look up or write down on that tablet, and for how long could she manage with a list printed the evening before?`
