/** Dropping the pin of a building: on the map, or by coordinates in whatever datum they come. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { type Building, datums, precisions } from '#modules/space/model.ts'
import { amount, oneOf } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { PlaceMap } from '#web/ui/map/place-map.tsx'
import { drawnOf } from './buildings-map.tsx'

const asked = z.object({
  longitude: amount('经度', '°'),
  latitude: amount('纬度', '°'),
  datum: oneOf('坐标系', datums),
  precision: oneOf('位置精度', precisions),
})
const hints = {
  datum: '高德、腾讯地图为 GCJ-02，百度地图为 BD-09，测绘成果为 CGCS2000；在上图标注的为 WGS-84。',
  precision: '实地核对过的选“准确”。',
}

export function PinDialog({ of, open, onClose }: { of: Building; open: boolean; onClose: () => void }) {
  return (
    <Dialog title={`标注“${of.name}”的位置`} open={open} onClose={onClose} wide>
      <Form of={of} onClose={onClose} />
    </Dialog>
  )
}

function Form({ of, onClose }: { of: Building; onClose: () => void }) {
  const say = useSay()
  const map = useQuery({ ...query('org/map', {}), staleTime: 300_000 })
  // The others say where one is.
  const others = useQuery(query('space/buildingPins', {})).data?.pins.filter(({ id }) => id !== of.id) ?? []
  const pin = useMutation(command('space/pinBuilding'))
  const before = of.longitude !== null && of.latitude !== null ? ([of.longitude, of.latitude] as const) : null
  const [at, drop] = useState<readonly [number, number] | null>(before)
  const [longitude, latitude] = at?.map((degrees) => Math.round(degrees * 1e6) / 1e6) ?? []
  return (
    <>
      <Loaded from={map}>
        {({ boundary }) => <PlaceMap boundary={boundary?.rings ?? []} pins={others.map(drawnOf)} dropped={at} onDrop={drop} />}
      </Loaded>
      <RecordForm
        key={at?.join() ?? 'none'}
        of={asked}
        initial={{ longitude, latitude, datum: 'WGS-84', precision: of.precision ?? 'exact' }}
        columns={2}
        hints={hints}
        onCancel={onClose}
        onSave={async (values) => {
          await pin.mutateAsync({ id: of.id, ...values })
          say.done('位置已标注')
          onClose()
        }}
      />
    </>
  )
}
