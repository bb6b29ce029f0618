/** One of the four pots: what is arranged, how much of it is bound and paid, as a bar and as sums that open what they are made of. */
import { Link } from 'react-router'
import { potNames } from '#engines/policy/policy.ts'
import type { Out } from '#web/client.ts'
import { yuan } from '#web/money.ts'

export type Pot = Out<'payout/funds'>['lines'][number]

const parts = { paid: '已支付', committed: '已承诺', reserved: '已预留' } as const
const share = (of: Pot, part: number) => (of.amount > 0 ? (part / of.amount) * 100 : 0)

export function Bar({ of }: { of: Pot }) {
  const told = Object.entries(parts).map(([key, word]) => `${word} ${yuan(of[key as keyof typeof parts])} 元`)
  return (
    <div className="payout-bar" role="img" aria-label={`${potNames[of.line]}资金：${told.join('，')}，余额 ${yuan(of.free)} 元`}>
      {Object.keys(parts).map((key) => (
        <span key={key} className={`payout-${key}`} style={{ width: `${share(of, of[key as keyof typeof parts])}%` }} />
      ))}
    </div>
  )
}

export function Sums({ of, year }: { of: Pot; year: number }) {
  const address = (kind?: string) => `/office/funds/${of.line}?year=${year}${kind ? `&tab=entries&kind=${kind}` : ''}`
  return (
    <dl className="payout-sums">
      <Sum name="paid" title="已支付" amount={of.paid} to={address('pay')} />
      <Sum name="committed" title="已承诺" amount={of.committed} to={address('commit')} />
      <Sum name="reserved" title="已预留" amount={of.reserved} to={address('reserve')} />
      <Sum name="free" title="余额" amount={of.free} to={address()} />
    </dl>
  )
}

const Sum = ({ name, title, amount, to }: { name: string; title: string; amount: number; to: string }) => (
  <div>
    <dt className={name === 'free' ? 'payout-free' : undefined}>
      <i className={name === 'free' ? undefined : `payout-${name}`} aria-hidden />
      {title}
    </dt>
    <dd>
      <Link className="number" to={to}>
        {yuan(amount)}
      </Link>
    </dd>
  </div>
)

export const PotCard = ({ of, year }: { of: Pot; year: number }) => (
  <article className="panel payout-padded payout-pot" aria-label={`${potNames[of.line]}资金`}>
    <header>
      <h2>
        <Link to={`/office/funds/${of.line}?year=${year}`}>{potNames[of.line]}</Link>
      </h2>
      <span className="number">{of.amount === 0 ? <span className="quiet">尚未安排</span> : `安排 ${yuan(of.amount)} 元`}</span>
    </header>
    <Bar of={of} />
    <Sums of={of} year={year} />
    {of.basis && <p className="quiet payout-small">依据：{of.basis}</p>}
  </article>
)
