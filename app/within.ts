import { AppError } from "@/lib/errors";

/**
 * What the read gives, unless it takes longer than `ms`.
 * @throws AppError `database-unavailable` then: a page says so within seconds and shows nothing as current
 */
export async function within<Value>(ms: number, read: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new AppError("database-unavailable", `The database did not answer within ${ms / 1000} s.`)); }, ms);
  });
  try {
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}
