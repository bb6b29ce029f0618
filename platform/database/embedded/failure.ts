/** Why the embedded database cannot run, in the user's words. */
import { type Problem, unavailable } from '../../problem.ts'

export const ownDatabase = '改用已有的 PostgreSQL（设置环境变量 DATABASE_URL=postgres://用户:密码@主机:5432/库名 后重新启动）'

/** A Problem for what an error or PostgreSQL's log tells; `directory` is where it was trying to work. */
export function explainFailure(symptom: unknown, directory: string): Problem {
  const text = symptom instanceof Error ? `${(symptom as NodeJS.ErrnoException).code ?? ''} ${symptom.message}` : String(symptom)
  if (/ENOSPC|EDQUOT|no space left|disk quota/i.test(text))
    return unavailable(`磁盘空间不足，数据库无法在 ${directory} 写入，请腾出空间后重新启动，或${ownDatabase}`)
  if (/ENOTDIR|EEXIST/.test(text)) return unavailable(`${directory} 或它的上级是文件而不是目录，请用 --data 指定其他数据目录`)
  if (/EROFS|read-only file system/i.test(text))
    return unavailable(`${directory} 所在的磁盘是只读的，数据库无法写入，请用 --data 指定其他数据目录，或${ownDatabase}`)
  if (/EACCES|EPERM|permission denied|operation not permitted|wrong ownership|invalid permissions/i.test(text))
    return unavailable(
      `没有读写数据目录 ${directory} 的权限，请调整该目录的所有者，或用 --data 指定其他数据目录，或${ownDatabase}`,
    )
  if (/shared librar|spawnSync .*ENOENT|GLIBC|Exec format|ENOEXEC/i.test(text))
    return unavailable(`内置数据库在本机操作系统上无法运行（${lastLine(text)}），请${ownDatabase}`)
  return unavailable(`内置数据库未能在 ${directory} 启动（${lastLine(text)}），请${ownDatabase}`)
}

const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|PANIC|error/i.test(line))
    ?.trim() ??
  text.trim().split('\n').at(-1) ??
  ''
