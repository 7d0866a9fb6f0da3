import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** UDP sockets this process holds, all its threads together; Linux only. */
export function countUdpSockets(): number {
  const inodes = ['/proc/self/net/udp', '/proc/self/net/udp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/)[9]),
  );
  const known = new Set(inodes.filter((inode) => inode !== undefined));
  return readdirSync('/proc/self/fd').filter((fd) => {
    const inode = /^socket:\[(\d+)\]$/.exec(targetOf(fd))?.[1];
    return inode !== undefined && known.has(inode);
  }).length;
}

function targetOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return ''; // closed since the listing
  }
}
