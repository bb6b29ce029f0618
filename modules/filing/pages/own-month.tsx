/** The form of one month, at the door of enterprises. */
import { useParams } from 'react-router'
import { monthWord } from '#modules/work/pages/month.ts'
import { FilingForm } from './form/filing-form.tsx'

export default function OwnMonth() {
  const { month = '' } = useParams()
  const crumbs = [{ title: '我的报表', to: '/enterprise/filings' }, { title: monthWord(month) }]
  return <FilingForm key={month} month={month} crumbs={crumbs} back="/enterprise/filings" />
}
