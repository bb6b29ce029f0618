/** The same form in the office: its town, its park or the office files on behalf of an enterprise (代填). */
import { useParams } from 'react-router'
import { monthWord } from '#modules/work/pages/month.ts'
import { FilingForm } from './form/filing-form.tsx'

export default function OnBehalf() {
  const { enterprise = '', month = '' } = useParams()
  const crumbs = [{ title: '运行监测', to: `/office/filings?month=${month}` }, { title: `${monthWord(month)}代填` }]
  return (
    <FilingForm
      key={`${enterprise} ${month}`}
      enterprise={enterprise}
      month={month}
      crumbs={crumbs}
      back={`/office/filings?tab=names&month=${month}`}
    />
  )
}
