import type { StreamInFile } from '../file/event-file.ts';
import type { FoundLink } from './schedule.ts';

/** The links of a session as an event file has room for them, and how many it has not. */
export interface SortedLinks {
  stream?: StreamInFile;
  recording?: string;
  leftOut: number;
}

const address = /^https?:\/\/[^\s/]\S*$/i;

/** Sorts links: the first one that can be watched is the stream, a recording is one by its name. */
export function sortLinks(links: readonly FoundLink[]): SortedLinks {
  const sorted: SortedLinks = { leftOut: 0 };
  for (const { label, url } of links) {
    const link = url.trim();
    const stream = address.test(link) && link.length <= 2_000 ? streamOf(link, label) : null;
    const isRecording = /record|aufzeichnung|vod|mp4|webm/i.test(label) || /\.(?:mp4|webm)$/i.test(link);
    if (sorted.recording === undefined && isRecording && address.test(link)) sorted.recording = link;
    else if (sorted.stream === undefined && stream) sorted.stream = stream;
    else sorted.leftOut += 1;
  }
  return sorted;
}

/** A stream by its address, or by a label that says it is one; null for any other link. */
function streamOf(url: string, label = ''): StreamInFile | null {
  const { hostname, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const youtube = /^(?:\/(?:live|embed|shorts)\/|\/)([\w-]{11})$/.exec(pathname)?.[1];
  if (host === 'youtu.be' && youtube) return { provider: 'youtube', id: youtube };
  if (host === 'youtube.com' || host === 'youtube-nocookie.com' || host === 'm.youtube.com') {
    const id = searchParams.get('v') ?? youtube;
    return id !== undefined && /^[\w-]{11}$/.test(id)
      ? { provider: 'youtube', id }
      : { provider: 'link', url };
  }
  const slides = /^\/(?:embed\/presentation\/)?(\d{8})(?:\/|$)/.exec(pathname)?.[1];
  if (host === 'slideslive.com' && slides) return { provider: 'slideslive', id: slides };
  // An unlisted video is only found with its second part: the address is kept whole.
  if (host === 'vimeo.com' || host === 'player.vimeo.com') return { provider: 'vimeo', url };
  if (pathname.endsWith('.m3u8')) return { provider: 'hls', url };
  return /stream|live|zoom|meeting|webinar|watch/i.test(label) ? { provider: 'link', url } : null;
}
